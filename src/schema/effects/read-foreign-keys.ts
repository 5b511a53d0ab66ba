import type { Place } from "../../model/place.ts";
import type { TableName } from "../../model/sql-statement.ts";
import { type ForeignKeyFact, type ReferentialAction, tableKey } from "./effect-schema.ts";
import type { ScriptToken } from "./split-script.ts";
import { itemsBetween, listAt, nameAt } from "./token-cursor.ts";

/** The foreign keys that the elements of a table's definition between two tokens declare. */
export function readForeignKeys(tokens: readonly ScriptToken[], from: number, to: number, child: TableName, placeAt: (offset: number) => Place): readonly ForeignKeyFact[] {
  return itemsBetween(tokens, from, to).flatMap((item) => readForeignKey(item, child, placeAt));
}

const BEFORE_COLUMN = new Set(["add", "column", "if", "not", "exists"]);

/** The foreign key that one element declares; none or one. */
export function readForeignKey(item: readonly ScriptToken[], child: TableName, placeAt: (offset: number) => Place): readonly ForeignKeyFact[] {
  const references = item.findIndex(({ word }) => word === "references");
  const parent = references < 0 ? undefined : nameAt(item, references + 1);
  if (!parent) return [];
  const foreign = item.findIndex(({ word }, index) => word === "foreign" && item[index + 1]?.word === "key");
  const open = item.findIndex(({ word }, index) => index > foreign && word === "(");
  const constraint = item.findIndex(({ word }, index) => word === "constraint" && index < references);
  const column = item.find(({ word }) => !BEFORE_COLUMN.has(word));
  return [
    {
      name: constraint < 0 ? undefined : item[constraint + 1]?.text.toLowerCase(),
      child,
      childColumns: foreign >= 0 ? listAt(item, open) : column ? [column.text.toLowerCase()] : [],
      parent: tableKey(parent.name),
      parentColumns: listAt(item, parent.next),
      onDelete: actionOf(item, "delete"),
      onUpdate: actionOf(item, "update"),
      place: placeAt(item[references]!.start),
    },
  ];
}

function actionOf(item: readonly ScriptToken[], event: "delete" | "update"): ReferentialAction {
  const at = item.findIndex(({ word }, index) => word === event && item[index - 1]?.word === "on");
  if (at < 0) return "none";
  const word = item[at + 1]?.word;
  if (word === "cascade") return "cascade";
  if (word !== "set") return "none";
  return item[at + 2]?.word === "null" ? "set-null" : "set-default";
}
