import { Keyword } from "../keywords.ts";
import { endOfName, isName } from "../read-names.ts";
import { Symbol } from "../tokens.ts";
import { readTarget, skip, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `RENAME TABLE a TO b, c TO d`. */
export const readRename: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  let at = verb + 1;
  if (code[at] !== Keyword.table && code[at] !== Keyword.tables) return skip(frame, at);
  do {
    at = readTarget(reader, "rename-table", skipIfExists(reader, at + 1), verb).next;
    if (code[at] === Keyword.to && isName(reader, at + 1)) at = endOfName(reader, at + 1);
  } while (code[at] === Symbol.comma);
  return skip(frame, at);
};
