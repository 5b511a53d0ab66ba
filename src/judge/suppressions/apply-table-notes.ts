import type { NoteFault } from "../../model/fault.ts";
import type { FileNotes, TableNote } from "../../model/suppression.ts";
import type { TableAccess } from "../../model/table-access.ts";
import { isCovered } from "./is-covered.ts";

export interface TableNoteResult {
  /** All accesses in their order; one whose table a note tells is there once for each table told. */
  readonly accesses: readonly TableAccess[];
  /** Notes beside which every table is known. */
  readonly unused: readonly NoteFault[];
}

/** Fills in the tables that only a comment can tell. */
export function applyTableNotes(accesses: readonly TableAccess[], notes: readonly FileNotes[]): TableNoteResult {
  const tableNotes = notes.flatMap((file) => file.tableNotes);
  const used = new Set<TableNote>();
  const told = accesses.flatMap((access) => {
    const note = access.table ? undefined : tableNotes.find(({ place, covers }) => isCovered(access, place.path, covers));
    if (!note) return [access];
    used.add(note);
    const { unresolved, ...known } = access;
    return note.tables.map((table) => ({ ...known, table }));
  });
  return { accesses: told, unused: tableNotes.filter((note) => !used.has(note)).map(faultOf) };
}

function faultOf({ place, tables }: TableNote): NoteFault {
  return { kind: "note", place, fault: "unused-table", written: tables.map(({ name }) => name).join(", ") };
}
