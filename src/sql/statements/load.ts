import { Keyword } from "../keywords.ts";
import { endOfStatement, readTarget } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `LOAD DATA … INTO TABLE t`. */
export const readLoad: StatementHead = (reader, _frame, verb) => {
  const { code } = reader.tokens;
  const end = endOfStatement(reader, verb);
  if (code[verb + 1] !== Keyword.data && code[verb + 1] !== Keyword.xml) return end;
  let at = verb + 2;
  while (at < end && code[at] !== Keyword.into) at++;
  if (code[at] === Keyword.into) readTarget(reader, "insert", code[at + 1] === Keyword.table ? at + 2 : at + 1, verb);
  return end;
};
