import type { TextFunctions } from "../text-functions.ts";

/** String.prototype, Array.prototype and String of ECMAScript (tc39.es/ecma262), util of Node; packages that do nothing else: pg-format (github.com/datalanche/node-pg-format), sqlstring. */
export const typescriptTextFunctions: TextFunctions = {
  functions: {
    String: { kind: "same", text: 0 },
    "String.raw": { kind: "same", text: "tag" },
    "util.format": { kind: "format", format: 0 },
    "node:util.format": { kind: "format", format: 0 },
    "pg-format": { kind: "format", format: 0 },
    "pg-format.default": { kind: "format", format: 0 },
    "pg-format.ident": { kind: "identifier", name: 0 },
    "sqlstring.escapeId": { kind: "same", text: 0 },
  },
  builtins: { Proxy: "first", "Object.freeze": "first", "Object.seal": "first", "Object.assign": "first", "Promise.all": "first", "Promise.resolve": "first", require: "module", import: "module", Set: "list", "Array.from": "list", "Object.keys": "keys", "Object.values": "values", "Object.entries": "entries" },
  iterators: ["forEach", "map", "flatMap", "filter", "find", "findLast", "some", "every", "each", "mapSeries"],
  mappers: ["map", "flatMap"],
  filters: ["filter", "values"],
  arrangers: ["reverse", "slice", "sort", "toReversed", "toSorted"],
  finders: ["find", "findLast", "at", "pop", "shift"],
  pairers: ["entries"],
  adders: ["push", "unshift"],
  methods: {
    join: { kind: "join", list: "receiver", separator: 0 },
    concat: { kind: "concat", first: "receiver" },
    trim: { kind: "same", text: "receiver" },
    trimStart: { kind: "same", text: "receiver" },
    trimEnd: { kind: "same", text: "receiver" },
    toLowerCase: { kind: "letters", text: "receiver", to: "lower" },
    toUpperCase: { kind: "letters", text: "receiver", to: "upper" },
    split: { kind: "split", text: "receiver", separator: 0 },
    normalize: { kind: "same", text: "receiver" },
    replace: { kind: "replace", text: "receiver", from: 0, to: 1, all: false },
    replaceAll: { kind: "replace", text: "receiver", from: 0, to: 1, all: true },
  },
};
