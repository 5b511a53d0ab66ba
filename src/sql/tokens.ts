/** What kind of token it is. `boundary` ends a statement without `;`: a batch separator, a line of a migration tool. */
export const Kind = { word: 1, quoted: 2, string: 3, number: 4, placeholder: 5, symbol: 6, boundary: 7 } as const;

/** Character codes of the symbols that readers look at, in the same numbering as `Keyword`. */
export const Symbol = { open: 40, close: 41, star: 42, comma: 44, minus: 45, dot: 46, semicolon: 59, equals: 61, at: 64, openBracket: 91, closeBracket: 93 } as const;

/** Codes of boundary tokens. */
export const Boundary = { batch: 1, up: 2, down: 3 } as const;

/** Bits of `Tokens.flags`. */
export const Flag = {
  /** A word, quoted name or placeholder holds a part that is unknown. */
  hole: 1,
  /** A parenthesis holds a word that may begin a query. */
  query: 2,
} as const;

/** How far behind the last token readers may look. */
const lookahead = 64;

/** Tokens of a text in parallel arrays. Comments and blanks leave none. Offsets count from the text's start. */
export interface Tokens {
  text: string;
  count: number;
  kind: Uint8Array;
  flags: Uint8Array;
  /** A keyword's code, a symbol's character code, or 0. A word behind a dot is never a keyword. */
  code: Uint16Array;
  start: Int32Array;
  /** Behind the last character; not of parentheses, whose places hold their partners. */
  end: Int32Array;
  /** For `(` its `)` and the other way round; where one is missing, the token that ends the search or -1. The same array as `end`: memory counts. */
  partner: Int32Array;
}

export function createTokens(capacity: number): Tokens {
  const end = new Int32Array(capacity);
  return {
    text: "",
    count: 0,
    kind: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    code: new Uint16Array(capacity),
    start: new Int32Array(capacity),
    end,
    partner: end,
  };
}

/** Adds a token at the end and gives its index. */
export function appendToken(tokens: Tokens, kind: number, code: number, start: number, end: number): number {
  const index = tokens.count++;
  if (index === tokens.kind.length) grow(tokens);
  tokens.kind[index] = kind;
  tokens.flags[index] = 0;
  tokens.code[index] = code;
  tokens.start[index] = start;
  tokens.end[index] = end;
  return index;
}

/** Puts empty tokens behind the last one, so that looking a few tokens ahead never meets those of an earlier text. */
export function sealTokens(tokens: Tokens): void {
  while (tokens.count + lookahead > tokens.kind.length) grow(tokens);
  for (const array of [tokens.kind, tokens.flags, tokens.code]) array.fill(0, tokens.count, tokens.count + lookahead);
}

/** Behind the last character of a token. */
export function endOfToken(tokens: Tokens, index: number): number {
  const code = tokens.code[index];
  return code === Symbol.open || code === Symbol.close ? tokens.start[index]! + 1 : tokens.end[index]!;
}

function grow(tokens: Tokens): void {
  const capacity = Math.ceil(tokens.kind.length * 1.5) + lookahead;
  tokens.kind = enlarged(tokens.kind, new Uint8Array(capacity));
  tokens.flags = enlarged(tokens.flags, new Uint8Array(capacity));
  tokens.code = enlarged(tokens.code, new Uint16Array(capacity));
  tokens.start = enlarged(tokens.start, new Int32Array(capacity));
  tokens.end = enlarged(tokens.end, new Int32Array(capacity));
  tokens.partner = tokens.end;
}

function enlarged<A extends Uint8Array | Uint16Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
