import type { Operation } from "../../model/sql-statement.ts";
import { Keyword } from "../keywords.ts";
import { findObject, readOnTable } from "./create.ts";
import { readTargets, skip, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const drops: ReadonlyMap<number, Operation> = new Map([
  [Keyword.table, "drop-table"],
  [Keyword.view, "drop-view"],
]);

const dropsOnTable: ReadonlyMap<number, Operation> = new Map([
  [Keyword.index, "drop-index"],
  [Keyword.trigger, "drop-trigger"],
  [Keyword.rule, "drop-trigger"],
]);

/** DROP: tables and views, or what belongs to a table where the statement names it. */
export const readDrop: StatementHead = (reader, frame, verb) => {
  const at = findObject(reader, verb + 1);
  const object = reader.tokens.code[at]!;
  const dropped = drops.get(object);
  if (dropped !== undefined) return skip(frame, readTargets(reader, dropped, skipIfExists(reader, at + 1), verb));
  const parted = dropsOnTable.get(object);
  if (parted !== undefined) readOnTable(reader, parted, skipIfExists(reader, at + 1));
  return skip(frame, verb + 1);
};
