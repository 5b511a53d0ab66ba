import { Keyword } from "../keywords.ts";
import { endOfStatement, readTargets, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `TRUNCATE a, b`, with TABLE or without. */
export const readTruncate: StatementHead = (reader, _frame, verb) => {
  const { code } = reader.tokens;
  if (code[verb + 1] === Keyword.database || code[verb + 1] === Keyword.all) return endOfStatement(reader, verb);
  readTargets(reader, "truncate", skipIfExists(reader, code[verb + 1] === Keyword.table ? verb + 2 : verb + 1), verb);
  return endOfStatement(reader, verb);
};
