/** A range in a text. Offsets are UTF-16 code units from the text's start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range in a host file. `path` is relative to the root, with `/`. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}
