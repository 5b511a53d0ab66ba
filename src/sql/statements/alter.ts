import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { isName } from "../read-names.ts";
import type { AccessDraft, Reader } from "../reader.ts";
import { Symbol } from "../tokens.ts";
import { findBody } from "./body.ts";
import { findObject, readCreateView, readOnTable } from "./create.ts";
import { endOfStatement, readTarget, skim, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** ALTER: a table, a view, or the body of something that acts on tables. */
export const readAlter: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  const at = findObject(reader, verb + 1);
  switch (code[at]) {
    case Keyword.table:
      if (code[at + 1] === Keyword.all && code[at + 2] === Keyword.in) return endOfStatement(reader, at);
      return readAlterTable(reader, frame, verb, at + 1);
    case Keyword.view:
      return readCreateView(reader, frame, verb, at, "alter-view");
    case Keyword.trigger:
      return findBody(reader, frame, readOnTable(reader, "create-trigger", at + 1));
    case Keyword.function:
    case Keyword.procedure:
    case Keyword.proc:
      return findBody(reader, frame, at + 1);
    default:
      return endOfStatement(reader, verb);
  }
};

function readAlterTable(reader: Reader, frame: Frame, verb: number, from: number): number {
  const { code } = reader.tokens;
  const target = readTarget(reader, "alter-table", skipIfExists(reader, from), verb);
  const at = target.next;
  if (target.access) readFirstAction(reader, target.access, at);
  for (let next = at; next + 3 < reader.to && code[next] !== Symbol.semicolon; next++) {
    if (code[next] === Keyword.with && code[next + 1] === Keyword.table && isName(reader, next + 2)) readTarget(reader, "alter-table", next + 2, verb);
  }
  return frame.clause === Clause.none ? skim(frame, at) : at;
}

function readFirstAction(reader: Reader, access: AccessDraft, at: number): void {
  const { code } = reader.tokens;
  switch (code[at]) {
    case Keyword.rename:
      if (code[at + 1] === Keyword.to || code[at + 1] === Keyword.as || code[at + 1] === Symbol.equals) access.operation = "rename-table";
      break;
    case Keyword.update:
      access.operation = "update";
      break;
    case Keyword.delete:
      access.operation = "delete";
      break;
  }
}
