import type { Frame } from "../frames.ts";
import { isControl } from "../statement-starts.ts";
import { Keyword } from "../keywords.ts";
import type { Reader } from "../reader.ts";
import type { ClauseHandler, ClauseHandlers } from "./clause-handler.ts";

const openCase: ClauseHandler = (_reader, frame, at) => {
  frame.cases++;
  return at + 1;
};

/** END of a CASE expression, or of the block around the statement. */
const readEnd: ClauseHandler = (reader, frame, at) => {
  if (frame.cases === 0) return reader.inBlock ? endStatement(reader, frame, at) : at + 1;
  frame.cases--;
  return at + 1;
};

/** Words of a procedure that end the statement or the condition before them. */
const readBranch: ClauseHandler = (reader, frame, at) => {
  const ends = frame.cases === 0 && frame.verb !== Keyword.merge && (reader.inBlock || isControl(frame.verb));
  return ends ? endStatement(reader, frame, at) : at + 1;
};

/** DO ends the head of a loop. */
export const readLoopStart: ClauseHandler = (reader, frame, at) => (isControl(frame.verb) ? endStatement(reader, frame, at) : at + 1);

/** The words that CASE expressions and procedures share. */
export const blockClauses: ClauseHandlers = {
  case: openCase,
  end: readEnd,
  then: readBranch,
  else: readBranch,
  elseif: readBranch,
  elsif: readBranch,
  loop: readBranch,
  begin: readBranch,
};

function endStatement(reader: Reader, frame: Frame, at: number): number {
  if (reader.frames[0] !== frame) return at + 1;
  frame.closes = at;
  return at;
}
