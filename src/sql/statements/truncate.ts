import { Keyword } from "../keywords.ts";
import { isFunction, readTargets, skip, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `TRUNCATE a, b`, with TABLE or without. */
export const readTruncate: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  if (code[verb + 1] === Keyword.database || code[verb + 1] === Keyword.all || isFunction(reader, verb)) return skip(frame, verb + 1);
  const next = readTargets(reader, "truncate", skipIfExists(reader, code[verb + 1] === Keyword.table ? verb + 2 : verb + 1), verb);
  return skip(frame, next);
};
