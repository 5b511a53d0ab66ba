import { Clause } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { noAssignments, readColumnList } from "../read-assignments.ts";
import { readAlias } from "../read-tables.ts";
import type { ClauseHandler } from "../clauses/clause-handler.ts";
import { Symbol } from "../tokens.ts";
import { assignColumns, skipTop } from "./insert.ts";
import { itemsByName, settleTarget } from "./resolve-targets.ts";
import { readTarget } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `MERGE INTO t USING …`; what its WHEN clauses do is this one write. */
export const readMerge: StatementHead = (reader, frame, verb) => {
  const { code, partner } = reader.tokens;
  let at = skipTop(reader, verb + 1);
  if (code[at] === Keyword.into) at++;
  const target = readTarget(reader, "merge", at, verb);
  at = readAlias(reader, target.next, undefined);
  if (code[at] === Keyword.with && code[at + 1] === Symbol.open) at = readAlias(reader, partner[at + 1]! + 1, undefined);
  frame.written = target.access;
  frame.clause = Clause.none;
  frame.finish = (reader_, frame_) => {
    if (frame_.written) frame_.written = settleTarget(reader_, frame_.written, itemsByName([]));
    assignColumns(reader_, frame_);
  };
  return at;
};

/** INSERT, UPDATE or DELETE behind THEN. */
export const readMergeAction: ClauseHandler = (reader, frame, at) => {
  const { code } = reader.tokens;
  frame.clause = Clause.rest;
  const isList = code[at] === Keyword.insert && code[at + 1] === Symbol.open;
  return isList ? readColumnList(reader, at + 1, (frame.assignments ??= noAssignments())) : at + 1;
};
