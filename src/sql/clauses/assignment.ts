import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import type { ClauseHandler, ClauseHandlers } from "./clause-handler.ts";

const readSet: ClauseHandler = (_reader, frame, at) => {
  switch (frame.verb) {
    case Keyword.update:
      if (frame.clause !== Clause.tables) return at + 1;
      frame.headItems = frame.items?.length ?? 0;
      break;
    case Keyword.insert:
      if (frame.clause !== Clause.none) return at + 1;
      break;
    case Keyword.merge:
      break;
    default:
      return at + 1;
  }
  expectAssignment(frame);
  return at + 1;
};

/** ON CONFLICT, ON DUPLICATE KEY UPDATE. */
const readOn: ClauseHandler = (reader, frame, at) => {
  const { code } = reader.tokens;
  if (frame.verb !== Keyword.insert) return at + 1;
  if (code[at + 1] === Keyword.conflict) frame.clause = Clause.rest;
  if (code[at + 1] !== Keyword.duplicate || code[at + 2] !== Keyword.key || code[at + 3] !== Keyword.update) return at + 1;
  becomeUpsert(frame);
  return at + 4;
};

/** The clauses that assign columns. */
export const assignmentClauses: ClauseHandlers = { set: readSet, on: readOn };

/** `DO UPDATE SET` of ON CONFLICT, at DO. */
export const readConflictAction: ClauseHandler = (reader, frame, at) => {
  const { code } = reader.tokens;
  if (frame.clause !== Clause.rest || code[at + 1] !== Keyword.update) return at + 1;
  becomeUpsert(frame);
  return code[at + 2] === Keyword.set ? at + 3 : at + 2;
};

function becomeUpsert(frame: Frame): void {
  if (frame.written !== undefined) frame.written.operation = "upsert";
  expectAssignment(frame);
}

function expectAssignment(frame: Frame): void {
  frame.clause = Clause.set;
  frame.expectsColumn = true;
}
