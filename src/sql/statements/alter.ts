import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import type { AccessDraft, Reader } from "../reader.ts";
import { Symbol } from "../tokens.ts";
import { findBody } from "./body.ts";
import { findObject, readCreateView, readOnTable } from "./create.ts";
import { readTarget, skim, skip, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** ALTER: a table, a view, or the body of something that acts on tables. */
export const readAlter: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  const at = findObject(reader, verb + 1);
  switch (code[at]) {
    case Keyword.table:
      if (code[at + 1] === Keyword.all && code[at + 2] === Keyword.in) return skip(frame, at);
      return readAlterTable(reader, frame, verb, at + 1);
    case Keyword.view:
      return readCreateView(reader, frame, verb, at, "alter-view");
    case Keyword.trigger:
      return findBody(reader, frame, readOnTable(reader, "create-trigger", at + 1));
    case Keyword.function:
    case Keyword.procedure:
    case Keyword.proc:
    case Keyword.event:
      return findBody(reader, frame, at + 1);
    default:
      return skip(frame, verb + 1);
  }
};

function readAlterTable(reader: Reader, frame: Frame, verb: number, from: number): number {
  const { code } = reader.tokens;
  const target = readTarget(reader, "alter-table", skipIfExists(reader, from), verb);
  const at = target.next;
  if (target.access) readFirstAction(reader, target.access, at);
  const exchanged = at + 3;
  if (code[at] === Keyword.exchange && code[exchanged] === Keyword.with && code[exchanged + 1] === Keyword.table) readTarget(reader, "alter-table", exchanged + 2, verb);
  return skim(frame, at);
}

function readFirstAction(reader: Reader, access: AccessDraft, at: number): void {
  const { code } = reader.tokens;
  switch (code[at]!) {
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
