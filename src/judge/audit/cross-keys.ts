import type { CrossKey } from "../../model/audit.ts";
import { comparePlaces } from "../../model/compare-places.ts";
import type { OwnershipBook } from "../../model/ownership.ts";
import type { Place } from "../../model/place.ts";
import type { TableName } from "../../model/sql-statement.ts";
import { serviceOwning, SHARED } from "./service-owning.ts";

/** A foreign key as the project declares it. */
export interface KeyBetween extends Pick<CrossKey, "columns" | "onDelete" | "onUpdate"> {
  readonly child: TableName;
  readonly parent: TableName;
  readonly place: Place;
}

/** Those that point to a table of another service than the one that owns the table that has them, each once. */
export function crossKeys(keys: readonly KeyBetween[], book: OwnershipBook): readonly CrossKey[] {
  const found = new Map<string, CrossKey>();
  for (const { child, columns, parent, onDelete, onUpdate, place } of keys) {
    const ownerOf = (table: TableName): string | undefined => serviceOwning(table, book.ownership.dialect, book.serviceOf(place.path), book);
    const [owner, referencesOwner] = [ownerOf(child), ownerOf(parent)];
    if (referencesOwner === undefined || referencesOwner === SHARED || owner === referencesOwner) continue;
    const key: CrossKey = { table: child.name, columns, owner, references: parent.name, referencesOwner, onDelete, onUpdate, place };
    found.set(JSON.stringify([place, child.name.toLowerCase(), columns]), key);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
