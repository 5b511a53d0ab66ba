import { Clause } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { endsBefore } from "../statement-starts.ts";
import { statementHeads, verbs } from "../statements/index.ts";
import { readMergeAction } from "../statements/merge.ts";
import { Symbol } from "../tokens.ts";
import { readConflictAction } from "./assignment.ts";
import { readLoopStart } from "./block.ts";
import type { ClauseHandler, ClauseHandlers } from "./clause-handler.ts";

/** A verb begins a statement only where one may begin; elsewhere it is part of another's clause, or a name. */
const readVerb: ClauseHandler = (reader, frame, at) => {
  const { code } = reader.tokens;
  const word = code[at]!;
  const mayBegin = at === frame.verbAt || frame.clause === Clause.commonTables;
  if (mayBegin && (code[at + 1] !== Symbol.open || at === reader.frames[0]?.verbAt)) {
    if (reader.frames[0] === frame) reader.verbAt = at;
    frame.verb = word;
    frame.clause = Clause.none;
    return statementHeads.get(word)!(reader, frame, at);
  }
  if (frame.verb === Keyword.merge) return readMergeAction(reader, frame, at);
  if (word === Keyword.do) return frame.verb === Keyword.insert ? readConflictAction(reader, frame, at) : readLoopStart(reader, frame, at);
  return endsBefore(reader, frame, at) ? at : at + 1;
};

/** The words that begin statements. */
export const verbClauses: ClauseHandlers = Object.fromEntries(verbs.map((verb) => [verb, readVerb]));
