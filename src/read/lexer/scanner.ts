import { Character } from "./characters.ts";
import type { CompiledRules } from "./compile-rules.ts";
import type { StringRule } from "./lexical-rules.ts";
import { Mark, Token } from "./token-kinds.ts";
import type { TokenArrays, Tokens } from "./tokens.ts";
import { allocateTokenArrays, copyTokenArrays, LINE_BEFORE } from "./tokens.ts";

/** The state of a scan: the tokens so far and the open brackets that decide what `/`, `<` and `}` mean. */
export interface Scanner {
  readonly text: string;
  readonly rules: CompiledRules;
  position: number;
  arrays: TokenArrays;
  count: number;
  /** `LINE_BEFORE` when a line ended since the last token. */
  line: number;
  /** The kind of the last token. */
  last: number;
  /** The last token ends an operand; kept only for languages with operand rules. */
  operandEnded: boolean;
  /** Open brackets, outermost first: their forms and the index of the token that opened each. */
  readonly forms: number[];
  readonly openings: number[];
  /** The open JSX elements and literals with holes, outermost first. */
  readonly elements: OpenElement[];
  readonly templates: OpenTemplate[];
  readonly comments: number[];
  /** Where a literal or element begins that has no end: read as if it ended with its line. */
  readonly broken: Set<number>;
  rewinds: number;
  /** From which offset on a delimiter is known to occur no more. */
  readonly absent: Map<string, number>;
}

export interface OpenTemplate {
  readonly rule: StringRule;
  /** The index of its first token. */
  readonly head: number;
}

export interface OpenElement {
  readonly head: number;
  /** How many elements are open, the outermost included once its first tag has ended. */
  depth: number;
  tag: "none" | "opening" | "closing";
}

/** What a bracket opens. */
export const Form = {
  group: 0,
  /** `(` behind `if`, `while` …: a statement follows its end. */
  control: 1,
  block: 2,
  /** A record or the like: an operand ends with it. */
  value: 3,
  hole: 4,
  markupHole: 5,
  markup: 6,
} as const;

/** Every scan fills the same arrays; what it found is copied out at its end. */
let scratch = allocateTokenArrays(1 << 14);
/** Arrays for more tokens than that are not kept. */
const LARGEST_SCRATCH = 1 << 20;

export function createScanner(text: string, rules: CompiledRules): Scanner {
  return {
    text,
    rules,
    position: 0,
    arrays: scratch,
    count: 0,
    line: LINE_BEFORE,
    last: Token.end,
    operandEnded: false,
    forms: [],
    openings: [],
    elements: [],
    templates: [],
    comments: [],
    broken: new Set(),
    rewinds: 0,
    absent: new Map(),
  };
}

/** Adds a token and moves the scan to its end. */
export function addToken(scanner: Scanner, kind: number, start: number, end: number, flags: number): void {
  const index = scanner.count;
  if (index + 1 >= scanner.arrays.kinds.length) grow(scanner);
  const { arrays } = scanner;
  arrays.kinds[index] = kind;
  arrays.starts[index] = start;
  arrays.ends[index] = end;
  arrays.flags[index] = flags | scanner.line;
  scanner.count = index + 1;
  scanner.line = 0;
  scanner.last = kind;
  scanner.position = end;
}

/** Ends a line at the scan's position: in some languages that ends a statement. */
export function endLine(scanner: Scanner): void {
  const { lineEnders } = scanner.rules;
  if (lineEnders && scanner.line === 0 && lineEnders[scanner.last] === 1) {
    addToken(scanner, Mark[";"], scanner.position, scanner.position, 0);
  }
  scanner.line = LINE_BEFORE;
}

/** Where a delimiter stands next, -1 for nowhere; looks through a text without it once only. */
export function find(scanner: Scanner, delimiter: string, from: number): number {
  const absentFrom = scanner.absent.get(delimiter);
  if (absentFrom !== undefined && from >= absentFrom) return -1;
  const found = scanner.text.indexOf(delimiter, from);
  if (found < 0) scanner.absent.set(delimiter, from);
  return found;
}

/** Where the line that holds an offset ends. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return end > offset && text.charCodeAt(end - 1) === Character.carriageReturn ? end - 1 : end;
}

/**
 * Gives up the literal or element that begins at a token, because the text ends inside: the scan goes on behind its first line's end.
 * False when that happened so often already that the rest is better left as it is.
 */
export function rewindTo(scanner: Scanner, index: number): boolean {
  const start = scanner.arrays.starts[index]!;
  if (scanner.rewinds >= MOST_REWINDS) return false;
  scanner.rewinds++;
  scanner.broken.add(start);
  scanner.position = start;
  scanner.line = scanner.arrays.flags[index]! & LINE_BEFORE;
  scanner.count = index;
  scanner.last = index > 0 ? scanner.arrays.kinds[index - 1]! : Token.end;
  scanner.operandEnded = false;
  while ((scanner.comments.at(-4) ?? -1) >= start) scanner.comments.length -= 4;
  while ((scanner.openings.at(-1) ?? -1) >= index) {
    scanner.openings.pop();
    scanner.forms.pop();
  }
  while ((scanner.elements.at(-1)?.head ?? -1) >= index) scanner.elements.pop();
  while ((scanner.templates.at(-1)?.head ?? -1) >= index) scanner.templates.pop();
  return true;
}

const MOST_REWINDS = 16;

export function finishTokens({ text, arrays, count, comments, broken }: Scanner): Tokens {
  const own = allocateTokenArrays(count + 1);
  copyTokenArrays(arrays, own, count);
  own.kinds[count] = Token.end;
  own.starts[count] = text.length;
  own.ends[count] = text.length;
  own.flags[count] = LINE_BEFORE;
  return { ...own, text, count, comments, unterminated: [...broken] };
}

function grow(scanner: Scanner): void {
  const larger = allocateTokenArrays(scanner.arrays.kinds.length * 2);
  copyTokenArrays(scanner.arrays, larger, scanner.count);
  scanner.arrays = larger;
  if (larger.kinds.length <= LARGEST_SCRATCH) scratch = larger;
}
