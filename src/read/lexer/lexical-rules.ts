import type { MarkText } from "./token-kinds.ts";

/** How a language is cut into tokens: a table a language, compiled once by `compileRules`. */
export interface LexicalRules {
  /** Keywords with their kinds, from `FIRST_WORD` on. */
  readonly words: Readonly<Record<string, number>>;
  readonly marks: readonly MarkText[];
  /** What names may hold besides ASCII letters, digits and letters beyond ASCII. */
  readonly nameCharacters: string;
  /** Openings of comments that end with the line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly BlockComment[];
  readonly strings: readonly StringRule[];
  /** Kinds after which a line's end is a `;` (https://go.dev/ref/spec#Semicolons). */
  readonly lineEnders?: readonly number[];
  /** How to tell an operand from an operator, where `/` and `<` begin a literal in one place and are operators in the other. */
  readonly operands?: OperandRules;
}

export interface BlockComment {
  readonly open: string;
  readonly close: string;
  readonly nested: boolean;
}

export interface StringRule {
  readonly open: string;
  readonly close: string;
  /** A backslash takes the next character with it. */
  readonly escapes: boolean;
  /** It may hold line ends; else it ends with the line at the latest. */
  readonly multiline: boolean;
  /** A backslash before a line's end joins the lines of a string that is not `multiline`. */
  readonly joinsLines?: boolean;
  /** What opens an expression inside, closed by `}`. */
  readonly hole?: string;
  /** A single character, not a text. */
  readonly character?: boolean;
}

export interface OperandRules {
  /** Kinds that end an operand besides names, literals and closing brackets: `this`, `++`. */
  readonly operandEnds: readonly number[];
  /** Words before `(` whose closing bracket is followed by a statement: `if`, `while`. */
  readonly controlWords: readonly number[];
  /** Kinds before `{` that make it a block although an operand could stand there: `=>`, `else`. */
  readonly blockStarts: readonly number[];
  /** JSX is read where an operand may stand. */
  readonly markup: boolean;
}
