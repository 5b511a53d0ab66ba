import type { TextFunctions } from "../text-functions.ts";

/** Packages fmt, strings, bytes and io of Go's standard library (pkg.go.dev/fmt, pkg.go.dev/strings). */
export const goTextFunctions: TextFunctions = {
  functions: {
    "fmt.Sprintf": { kind: "format", format: 0 },
    "fmt.Sprint": { kind: "concat", first: undefined },
    "strings.Join": { kind: "join", list: 0, separator: 1 },
    "strings.TrimSpace": { kind: "same", text: 0 },
    "strings.Trim": { kind: "same", text: 0 },
    "strings.TrimLeft": { kind: "same", text: 0 },
    "strings.TrimRight": { kind: "same", text: 0 },
    "strings.TrimSuffix": { kind: "same", text: 0 },
    "strings.TrimPrefix": { kind: "same", text: 0 },
    "bytes.NewBufferString": { kind: "same", text: 0 },
    "bytes.NewBuffer": { kind: "same", text: 0 },
    "strings.ToLower": { kind: "letters", text: 0, to: "lower" },
    "strings.ToUpper": { kind: "letters", text: 0, to: "upper" },
    "strings.Split": { kind: "split", text: 0, separator: 1 },
    "strings.Fields": { kind: "split", text: 0, separator: undefined },
    "strings.Clone": { kind: "same", text: 0 },
    "strings.Replace": { kind: "replace", text: 0, from: 1, to: 2, all: true },
    "strings.ReplaceAll": { kind: "replace", text: 0, from: 1, to: 2, all: true },
    string: { kind: "same", text: 0 },
  },
  methods: {},
  builders: {
    types: ["strings.Builder", "bytes.Buffer"],
    methods: {
      WriteString: { kind: "texts", from: 0 },
      WriteByte: { kind: "texts", from: 0 },
      WriteRune: { kind: "texts", from: 0 },
      Write: { kind: "texts", from: 0 },
    },
    clears: ["Reset"],
    text: ["String", "Bytes"],
    functions: {
      "fmt.Fprint": { kind: "texts", from: 1 },
      "fmt.Fprintln": { kind: "texts", from: 1 },
      "fmt.Fprintf": { kind: "format", from: 1 },
      "io.WriteString": { kind: "texts", from: 1 },
      "github.com/lib/pq.BufferQuoteIdentifier": { kind: "texts", from: 0, to: 1 },
    },
  },
  builtins: { new: "instance", make: "instance", append: "append" },
};
