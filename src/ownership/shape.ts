/**
 * What a value of ownership.yaml may be. The checking of the file and its JSON Schema are both made from shapes.
 * (Schema libraries drop names such as `__proto__`, stop at the first unknown key, and say of a value with a short
 * and a long form only that it is neither.)
 */
export type Shape = TextShape | WordShape | DateShape | NumberShape | ListShape | RecordShape | NamesShape | EitherShape;

/** Words; a number counts as its digits. */
export interface TextShape {
  readonly kind: "text";
  /** With its article: "a URL". */
  readonly expected: string;
}

/** One of a few words. */
export interface WordShape {
  readonly kind: "word";
  /** With its article: "a dialect". */
  readonly expected: string;
  readonly words: readonly string[];
}

/** A day of the calendar: `2027-03-31`. */
export interface DateShape {
  readonly kind: "date";
}

/** One certain number. */
export interface NumberShape {
  readonly kind: "number";
  readonly value: number;
}

export interface ListShape {
  readonly kind: "list";
  readonly expected: string;
  readonly of: Shape;
  /** One value may stand for a list of one. */
  readonly single: boolean;
  readonly mayBeEmpty: boolean;
}

/** A mapping with known keys. */
export interface RecordShape {
  readonly kind: "record";
  /** What it describes, with its article: "a service". */
  readonly expected: string;
  readonly keys: Readonly<Record<string, RecordKey>>;
}

export interface RecordKey {
  readonly description: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/** A mapping whose keys are the user's names. */
export interface NamesShape {
  readonly kind: "names";
  readonly expected: string;
  readonly of: Shape;
}

/** A short form and a long one. */
export interface EitherShape {
  readonly kind: "either";
  readonly expected: string;
  readonly list: ListShape;
  readonly names: NamesShape;
}

/** Whether nothing may stand there: `likes:` alone. */
export function acceptsNothing(shape: Shape): boolean {
  switch (shape.kind) {
    case "text":
    case "word":
    case "date":
    case "number":
      return false;
    case "list":
      return shape.mayBeEmpty;
    case "record":
      return Object.values(shape.keys).every((key) => !key.required);
    case "names":
    case "either":
      return true;
  }
}

/** What to write there, with its article. */
export function expectationOf(shape: Shape): string {
  switch (shape.kind) {
    case "text":
    case "list":
    case "record":
    case "names":
    case "either":
      return shape.expected;
    case "word":
      return `one of ${quoteAll(shape.words)}`;
    case "date":
      return "a date such as `2027-03-31`";
    case "number":
      return `the number \`${shape.value}\``;
  }
}

export function quoteAll(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
