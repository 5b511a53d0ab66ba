import { Keyword } from "../keywords.ts";
import { readTarget, skip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** How far from LOAD its INTO may stand: `DATA LOW_PRIORITY LOCAL INFILE '…' REPLACE`. */
const longestHead = 10;

/** `LOAD DATA … INTO TABLE t`. */
export const readLoad: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  if (code[verb + 1] !== Keyword.data && code[verb + 1] !== Keyword.xml) return skip(frame, verb + 1);
  let at = verb + 2;
  while (at < verb + longestHead && at < frame.closes && code[at] !== Keyword.into) at++;
  if (code[at] === Keyword.into) readTarget(reader, "insert", code[at + 1] === Keyword.table ? at + 2 : at + 1, verb);
  return skip(frame, at);
};
