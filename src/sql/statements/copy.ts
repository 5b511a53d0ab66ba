import { Keyword } from "../keywords.ts";
import { noAssignments, readColumnList } from "../read-assignments.ts";
import { isName, readName } from "../read-names.ts";
import { Kind, Symbol } from "../tokens.ts";
import { readTarget, skim, skip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `COPY t FROM …` fills a table, `COPY t TO …` reads it; Snowflake says `COPY INTO t`. */
export const readCopy: StatementHead = (reader, frame, verb) => {
  const { code, kind, text, start } = reader.tokens;
  let at = verb + 1;
  if (code[at] === Keyword.into) {
    const isTable = isName(reader, at + 1) && !readName(reader, at + 1).variable && kind[at + 1] !== Kind.string;
    if (isTable) readTarget(reader, "insert", at + 1, verb);
    return skip(frame, at);
  }
  if (code[at] === Symbol.open) return skim(frame, at);
  if (/^binary\b/i.test(text.slice(start[at], start[at]! + 7)) && isName(reader, at + 1)) at++;
  const target = readTarget(reader, "insert", at, verb);
  const columns = noAssignments();
  const next = code[target.next] === Symbol.open ? readColumnList(reader, target.next, columns) : target.next;
  if (target.access && code[next] === Keyword.to) target.access.operation = "read";
  if (target.access && columns.columns.length > 0 && !columns.incomplete) target.access.columns = columns.columns.map((parts) => parts.at(-1)!);
  return skip(frame, at);
};
