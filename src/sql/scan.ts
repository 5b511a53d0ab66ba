import type { DialectRules } from "./dialects/dialect-rules.ts";
import { Keyword } from "./keywords.ts";
import { endOfHole } from "./scan-placeholder.ts";
import { appendToken, Flag, Kind } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";

/** The state of one run over a text: the tokens so far and what is still open. */
export interface Scan {
  readonly tokens: Tokens;
  readonly text: string;
  readonly end: number;
  readonly rules: DialectRules;
  /** The innermost open parenthesis; the ones around it are linked through `partner`. */
  open: number;
  /** MySQL's DELIMITER where it is not `;`. */
  delimiter: string | undefined;
  nestedComments: DialectRules["nestedComments"];
  openConditionals: number;
  /** Where the line ends that holds psql's `\copy`, and with it the statement; -1 for none. */
  commandEnds: number;
  /** Whether a line `\.` that ends COPY data may still come. */
  copyDataMayEnd: boolean;
}

/** Adds a token that is no symbol; gives where it ends, as the others do. */
export function add(scan: Scan, kind: number, start: number, end: number): number {
  const index = appendToken(scan.tokens, kind, 0, start, end);
  if (kind === Kind.quoted && hasHole(scan, start, end)) scan.tokens.flags[index] = Flag.hole;
  return end;
}

/** Adds a symbol of one character; gives where it ends. */
export function addSymbol(scan: Scan, code: number, at: number): number {
  appendToken(scan.tokens, Kind.symbol, code < 128 ? code : 0, at, at + 1);
  return at + 1;
}

/** Adds a boundary, which ends every parenthesis; gives where it ends. */
export function addBoundary(scan: Scan, code: number, start: number, end: number): number {
  closeAll(scan, appendToken(scan.tokens, Kind.boundary, code, start, end));
  return end;
}

/** Whether a quoted name holds a part that a host program fills in. */
function hasHole(scan: Scan, start: number, end: number): boolean {
  for (let i = start + 1; i < end - 1; i++) {
    if (endOfHole(scan.text, i, end) > i) return true;
  }
  return false;
}

/** Opens the parenthesis that is the last token. */
export function openParenthesis(scan: Scan): void {
  const index = scan.tokens.count - 1;
  scan.tokens.partner[index] = scan.open;
  scan.open = index;
}

/** Makes the last token and the innermost open parenthesis partners. */
export function closeParenthesis(scan: Scan): void {
  const { partner, flags, count } = scan.tokens;
  const index = count - 1;
  const open = scan.open;
  if (open < 0) {
    partner[index] = -1;
    return;
  }
  scan.open = partner[open]!;
  partner[open] = index;
  partner[index] = open;
  if ((flags[open]! & Flag.query) !== 0) markQuery(scan);
}

/** Notes that the innermost open parenthesis may hold a query. */
export function markQuery(scan: Scan): void {
  if (scan.open >= 0) scan.tokens.flags[scan.open]! |= Flag.query;
}

/** `;` ends a statement whose parentheses were never closed, but not the list of commands of a rule: `DO ALSO (INSERT …; UPDATE …)`. */
export function closeAtSemicolon(scan: Scan): void {
  if (scan.open < 0) return;
  const { code, partner, count } = scan.tokens;
  const before = scan.open > 0 ? code[scan.open - 1] : 0;
  const isRuleBody = partner[scan.open] === -1 && (before === Keyword.do || before === Keyword.also || before === Keyword.instead);
  if (!isRuleBody) closeAll(scan, count - 1);
}

/** Ends all open parentheses at a token that is none. */
export function closeAll(scan: Scan, at: number): void {
  const { partner, flags } = scan.tokens;
  for (let open = scan.open; open >= 0; ) {
    const outer = partner[open]!;
    partner[open] = at;
    if (outer >= 0) flags[outer]! |= flags[open]! & Flag.query;
    open = outer;
  }
  scan.open = -1;
}
