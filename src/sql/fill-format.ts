import type { Span } from "../model/place.ts";
import type { AccessDraft, InnerText, Reader } from "./reader.ts";
import { Kind, Symbol } from "./tokens.ts";

/** A literal among the arguments of a format call; its span is without quotes. */
export interface FormatArgument extends Span {
  readonly text: string;
}

/**
 * What stands behind the format in `format('DELETE FROM %I', 'users')`, whose string is the token `at`; undefined for what is no literal,
 * and where no call of format stands. https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT
 */
export function argumentsOfFormat(reader: Reader, at: number): readonly (FormatArgument | undefined)[] | undefined {
  const { kind, code, partner, text, start, end } = reader.tokens;
  const open = at - 1;
  if (code[open] !== Symbol.open || !/^format$/i.test(text.slice(start[open - 1], end[open - 1]))) return undefined;
  const given: (FormatArgument | undefined)[] = [];
  const close = partner[open]!;
  for (let next = at + 1; next < close; ) {
    if (code[next] !== Symbol.comma) return given;
    const isLiteral = kind[next + 1] === Kind.string && text.charCodeAt(start[next + 1]!) === QUOTE && (next + 2 === close || code[next + 2] === Symbol.comma);
    const span = { start: start[next + 1]! + 1, end: end[next + 1]! - 1 };
    given.push(isLiteral ? { ...span, text: text.slice(span.start, span.end) } : undefined);
    for (next++; next < close && code[next] !== Symbol.comma; ) next = code[next] === Symbol.open ? Math.max(partner[next]!, next) + 1 : next + 1;
  }
  return given;
}

const QUOTE = 39;
const SPECIFIER = /%(?:(\d+)\$)?-?(?:\d+|\*)?([sIL%])/g;

/** Names the tables of accesses found in the text of a format call, where its arguments are literals; each stands where its name does. */
export function fillFormat({ tokens: { text } }: Reader, { start, given }: InnerText, accesses: readonly AccessDraft[]): void {
  if (!given) return;
  for (const access of accesses) {
    if (access.table !== undefined || access.span.start < start) continue;
    let position = [...text.slice(start, access.span.start).matchAll(SPECIFIER)].filter(([, numbered, type]) => numbered === undefined && type !== "%").length;
    const used: (FormatArgument | undefined)[] = [];
    const written = text.slice(access.span.start, access.span.end).replace(SPECIFIER, (_all, numbered: string | undefined, type: string) => {
      if (type === "%") return "%";
      const argument = given[numbered === undefined ? position++ : Number(numbered) - 1];
      used.push(argument);
      return argument?.text ?? "";
    });
    const [name, schema] = written.replaceAll('"', "").split(".").reverse();
    const last = used.at(-1);
    if (!last || used.includes(undefined) || !name || !NAME.test(name)) continue;
    access.table = { name, quoted: false, ...(schema ? { schema } : {}) };
    if (last.text === name) access.span = { start: last.start, end: last.end };
  }
}

const NAME = /^[\p{L}\p{N}_$ -]+$/u;
