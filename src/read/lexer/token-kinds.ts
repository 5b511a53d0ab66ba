const tokens = {
  end: 0,
  name: 1,
  number: 2,
  character: 3,
  /** A whole string or template without holes. */
  text: 4,
  /** From a template's opening quote to its first hole, between two holes, from the last hole to the closing quote. */
  textHead: 5,
  textMiddle: 6,
  textTail: 7,
  /** A regular expression. */
  pattern: 8,
  /** The first `<` and the last `>` of a JSX element. */
  markupStart: 9,
  markupEnd: 10,
  /** A character that no rule of the language knows, or a closing bracket that closes nothing. */
  stray: 11,
};

/** What a token is, punctuation and words excepted: kinds 0 to 15. Typed as numbers: narrowing would outlast a cursor's next step. */
export const Token: Readonly<Record<keyof typeof tokens, number>> = tokens;

const marks = {
  "(": 16,
  ")": 17,
  "[": 18,
  "]": 19,
  "{": 20,
  "}": 21,
  ",": 22,
  ";": 23,
  ":": 24,
  ".": 25,
  "...": 26,
  "?": 27,
  "?.": 28,
  "=>": 29,
  "@": 30,
  "<-": 31,
  "++": 32,
  "--": 33,
  "!": 34,
  "~": 35,
  "+": 36,
  "-": 37,
  "*": 38,
  "/": 39,
  "%": 40,
  "**": 41,
  "&": 42,
  "|": 43,
  "^": 44,
  "&^": 45,
  "<<": 46,
  ">>": 47,
  ">>>": 48,
  "&&": 49,
  "||": 50,
  "??": 51,
  "==": 52,
  "!=": 53,
  "===": 54,
  "!==": 55,
  "<": 56,
  ">": 57,
  "<=": 58,
  ">=": 59,
  "=": 60,
  ":=": 61,
  "+=": 62,
  "-=": 63,
  "*=": 64,
  "/=": 65,
  "%=": 66,
  "**=": 67,
  "&=": 68,
  "|=": 69,
  "^=": 70,
  "&^=": 71,
  "<<=": 72,
  ">>=": 73,
  ">>>=": 74,
  "&&=": 75,
  "||=": 76,
  "??=": 77,
};

export type MarkText = keyof typeof marks;

/** Punctuation of all host languages: kinds 16 to 127. A language's rules list those that it has. */
export const Mark: Readonly<Record<MarkText, number>> = marks;

/** The kind of a language's first word; words take the kinds from here to 255. */
export const FIRST_WORD = 128;

/** The text of a mark by its kind. */
export const markTexts: readonly (string | undefined)[] = Object.entries(Mark).reduce<(string | undefined)[]>((texts, [text, kind]) => {
  texts[kind] = text;
  return texts;
}, []);

/** The length of a mark by its kind; 1 for a stray character. */
export const markLengths = Uint8Array.from({ length: FIRST_WORD }, (_, kind) => markTexts[kind]?.length ?? 1);
