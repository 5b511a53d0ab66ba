import { Clause } from "../frames.ts";
import type { Frame, TableItem } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import type { AccessDraft, Reader } from "../reader.ts";
import { addAccess, sameName } from "../reader.ts";
import { skipTop } from "./insert.ts";
import { itemsByName, settleTarget } from "./resolve-targets.ts";
import { skipWords, wordsToSkip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const modifiers = wordsToSkip("low_priority", "ignore");
const conflictActions = wordsToSkip("rollback", "abort", "replace", "fail", "ignore");

/** `UPDATE t SET`, and the lists of tables that MySQL allows before SET. */
export const readUpdate: StatementHead = (reader, frame, verb) => {
  const { code, start, end } = reader.tokens;
  let at = skipTop(reader, skipWords(reader, verb + 1, modifiers));
  if (code[at] === Keyword.or && conflictActions[code[at + 1]!] === 1) at += 2;
  frame.clause = Clause.tables;
  frame.expectsTable = true;
  frame.items = [];
  frame.finish = (reader_, frame_) => finishUpdate(reader_, frame_, { start: start[verb]!, end: end[verb]! });
  return at;
};

function finishUpdate(reader: Reader, frame: Frame, verb: { start: number; end: number }): void {
  const items = frame.items ?? [];
  const head = frame.headItems === 0 ? items : items.slice(0, frame.headItems);
  if (head.length === 0) {
    addAccess(reader, "update", undefined, verb);
  } else if (head.length === 1) {
    updateOne(reader, frame, head[0]!, items.slice(1));
  } else {
    updateAssigned(frame, head);
  }
}

function updateOne(reader: Reader, frame: Frame, item: TableItem, others: readonly TableItem[]): void {
  if (item.access === undefined) return;
  item.access.operation = "update";
  const written = settleTarget(reader, item.access, itemsByName(others));
  if (written === undefined || frame.assignments === undefined || frame.assignments.incomplete) return;
  const names = [item.alias, item.access.table?.name, written.table?.name];
  written.columns = unique(frame.assignments.columns.map((parts) => columnOf(parts, names)));
}

/** A list of tables: those are written whose columns are assigned; a column without its table is the first one's. */
function updateAssigned(frame: Frame, items: readonly TableItem[]): void {
  const byName = itemsByName(items);
  const first = items.find(({ access }) => access !== undefined);
  const columns = new Map<AccessDraft, Set<string>>();
  for (const parts of frame.assignments?.columns ?? []) {
    const access = (parts.length > 1 ? byName.get(parts.at(-2)!.toLowerCase()) : first)?.access;
    if (access === undefined) continue;
    const known = columns.get(access);
    if (known) known.add(parts.at(-1)!);
    else columns.set(access, new Set([parts.at(-1)!]));
  }
  for (const [access, names] of columns) {
    access.operation = "update";
    if (!frame.assignments?.incomplete) access.columns = [...names];
  }
}

/** `t.name` is the column `name` of `t`; `address.city` is a part of the column `address`. */
function columnOf(parts: readonly string[], tables: readonly (string | undefined)[]): string {
  const table = parts.findLastIndex((part, place) => place < parts.length - 1 && tables.some((name) => name !== undefined && sameName(name, part)));
  return parts[table + 1]!;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
