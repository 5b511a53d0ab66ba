import type { Span } from "../model/place.ts";
import type { SourceModel } from "../model/source-model.ts";
import { isStatementVerb } from "./statement-literal.ts";

/** Places of a file that are worth a look: everything that holds none of them need not even be read. */
export interface Spots {
  /** Whether one of them lies in a span of the file. */
  isIn(span: Span): boolean;
}

export interface SoughtWords {
  /** Names whose calls are sought; tags and calls of what a call or an index gave are found with them. */
  readonly calls?: (name: string) => boolean;
  /** Names that are sought wherever they stand. */
  readonly names?: ReadonlySet<string>;
  /** Words that may begin a statement in a literal are sought. */
  readonly verbs?: boolean;
}

/** Finds words in a file's text without reading its syntax: comments and strings are text like any other. */
export function findSpots(model: SourceModel, sought: SoughtWords): Spots {
  const { calls, names, verbs = false } = sought;
  const known = !calls && !names?.size && verbs ? verbsOfModel.get(model) : undefined;
  if (known) return spotsAt(known);
  const { text } = model.file;
  const found: number[] = [];
  const foundVerbs: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      if (calls && (code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET) && isCalled(text, at + 1)) found.push(at);
      continue;
    }
    const start = at;
    do at++;
    while (at < length && isWordCode(text.charCodeAt(at)));
    if (verbs && isVerb(text, start, at)) {
      found.push(start);
      foundVerbs.push(start);
    } else if (isSought(sought, text, start, at)) {
      found.push(start);
    }
    at--;
  }
  if (verbs) verbsOfModel.set(model, foundVerbs);
  return spotsAt(found);
}

/** Files are searched for calls and verbs first, then for verbs alone. */
const verbsOfModel = new WeakMap<SourceModel, readonly number[]>();

function isSought({ calls, names }: SoughtWords, text: string, start: number, end: number): boolean {
  if (calls && isCalled(text, end) && (text.charCodeAt(end) === BACKTICK || calls(text.slice(start, end)))) return true;
  return names !== undefined && names.size > 0 && names.has(text.slice(start, end));
}

/** A verb, and never a member or a call; it may stand behind an escape: `"\nUPDATE …"`. */
function isVerb(text: string, start: number, end: number): boolean {
  const isEscaped = start > 0 && text.charCodeAt(start - 1) === BACKSLASH;
  if (!isStatementVerb(text, start, end) && !(isEscaped && isStatementVerb(text, start + 1, end))) return false;
  return (start === 0 || text.charCodeAt(start - 1) !== DOT) && text.charCodeAt(end) !== OPEN_PARENTHESIS;
}

/** Whether `(`, `<` or a template follows, blanks passed over. */
function isCalled(text: string, from: number): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === 0x20 || (code >= 0x09 && code <= 0x0d)) code = text.charCodeAt(++at);
  return code === OPEN_PARENTHESIS || code === BACKTICK || code === LESS_THAN;
}

function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x24 || code >= 0x80;
}

const BACKSLASH = 0x5c;
const BACKTICK = 0x60;
const CLOSE_BRACKET = 0x5d;
const CLOSE_PARENTHESIS = 0x29;
const DOT = 0x2e;
const LESS_THAN = 0x3c;
const OPEN_PARENTHESIS = 0x28;

/** Offsets in ascending order. */
function spotsAt(offsets: readonly number[]): Spots {
  return {
    isIn({ start, end }) {
      let low = 0;
      let high = offsets.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (offsets[middle]! < start) low = middle + 1;
        else high = middle;
      }
      return low < offsets.length && offsets[low]! < end;
    },
  };
}
