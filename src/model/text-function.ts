/** A function that makes text of text. Arguments are 0-based; `receiver` is the value before the dot. */
export type TextFunction =
  /** `fmt.Sprintf(format, …)`: the arguments behind the format fill its verbs. */
  | { readonly kind: "format"; readonly format: number }
  /** `strings.Join(list, separator)`, `list.join(separator)`; a fixed separator where it takes none. */
  | { readonly kind: "join"; readonly list: number | "receiver"; readonly separator: number | string }
  /** Gives the text as it is, or as good as: `strings.TrimSpace(s)`, `s.trim()`, `String.raw`. */
  | { readonly kind: "same"; readonly text: number | "receiver" | "tag" }
  /** A name, quoted; of a list, or of that argument and those behind it, with dots between them: `sql("clinic.pets")`, `sql.identifier(["clinic", "pets"])`, `sql.id("clinic", "pets")`. */
  | { readonly kind: "identifier"; readonly name: number | "receiver"; readonly rest?: boolean }
  /** All arguments behind one another: `a.concat(b)`. */
  | { readonly kind: "concat"; readonly first: "receiver" | undefined }
  /** The text in small or capital letters. */
  | { readonly kind: "letters"; readonly text: number | "receiver"; readonly to: "lower" | "upper" }
  /** A list of the parts between a fixed separator; between blanks where it takes none. */
  | { readonly kind: "split"; readonly text: number | "receiver"; readonly separator: number | undefined }
  /** Replaces a fixed text by another, everywhere or once. */
  | { readonly kind: "replace"; readonly text: number | "receiver"; readonly from: number; readonly to: number; readonly all: boolean };
