import type { Span } from "../model/place.ts";
import { STATEMENT_VERBS } from "./statement-literal.ts";

/** Places of a file that are worth a look: everything that holds none of them need not even be read. */
export interface Spots {
  /** Whether one of them lies in a span of the file. */
  isIn(span: Span): boolean;
}

/** A name before `(`, `<` or a template; a call of what a call or an index gave. */
const CALLED = /[A-Za-z_$\x80-\uffff][\w$\x80-\uffff]*(?=\s*[(<`])|[)\]](?=\s*\()/g;

/** A verb as a statement has it, never a member, a key or a call; it may stand behind an escape: `"\nUPDATE …"`. */
const STATEMENT_VERB = new RegExp(`(?:(?<![\\w.$])|(?<=\\\\[a-z]))(?:${STATEMENT_VERBS})\\b(?!\\s*[(:=,.])`, "gi");

const NAME = /[A-Za-z_$\x80-\uffff][\w$\x80-\uffff]*/g;

/** Calls of these names, tags of any name, and calls without a name. */
export function findCalls(text: string, isName: (name: string) => boolean): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(CALLED)) {
    const [name] = match;
    const isNameless = name === ")" || name === "]";
    if (isNameless || text[match.index + name.length] === "`" || isName(name)) found.push(match.index);
  }
  return found;
}

/** Words that may begin a statement in a literal. */
export function findVerbs(text: string): readonly number[] {
  return Array.from(text.matchAll(STATEMENT_VERB), (match) => match.index);
}

export function findNames(text: string, names: ReadonlySet<string>): readonly number[] {
  if (names.size === 0) return [];
  return Array.from(text.matchAll(NAME)).flatMap((match) => (names.has(match[0]) ? [match.index] : []));
}

/** The spots at offsets of a file, in any order. */
export function spotsAt(...offsets: readonly (readonly number[])[]): Spots {
  const sorted = Uint32Array.from(offsets.flat()).sort();
  return {
    isIn({ start, end }) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]! < start) low = middle + 1;
        else high = middle;
      }
      return low < sorted.length && sorted[low]! < end;
    },
  };
}
