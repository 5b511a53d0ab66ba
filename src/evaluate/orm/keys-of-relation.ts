import type { ColumnReference, DeclaredKey } from "../../model/declared-table.ts";
import type { RelationKind, RelationMethods } from "../../model/relation-rules.ts";
import type { ReferentialAction } from "../../model/table-definition.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Model } from "./find-relations.ts";
import { actionOf } from "../tables/reference-of-column.ts";
import type { TableReference, Value, Values } from "../value.ts";

interface RelatedModels {
  readonly owner: Model;
  readonly related: Model;
  readonly joining: TableReference | undefined;
  readonly kind: RelationKind;
}

/** The foreign keys that a relation makes, with the actions that its options say, else the library's own. */
export function keysOfRelation(evaluation: Evaluation, { key: rules }: RelationMethods, { owner, related, joining, kind }: RelatedModels, options: Values): readonly DeclaredKey[] {
  const under = (key: string, objects: Values = options): Values => (objects.length === 0 ? [] : memberOfValues(evaluation, objects, key));
  if (!rules || isFalse(options, rules.constraints)) return [];
  const said = (keys: readonly string[]): ReferentialAction | undefined => keys.map((key) => actionOf(firstText(under(key)))).find((action) => action !== undefined);
  const column = under(rules.column);
  const objects = column.filter(({ kind: form }) => form === "composite");
  const name = firstText(column) ?? firstText(under("name", objects));
  const otherwise = rules.byDefault[kind.holder][isFalse(objects, "allowNull") ? "required" : "optional"];
  const [onDelete, onUpdate] = [said(rules.actions.onDelete), said(rules.actions.onUpdate)];
  const keyTo = (child: TableReference, parent: Model): readonly DeclaredKey[] => {
    const table = parent.table.table;
    if (!child.table || !table) return [];
    const references: ColumnReference = { table, columns: [], onDelete: onDelete ?? otherwise.onDelete, onUpdate: onUpdate ?? otherwise.onUpdate, ...(onDelete === undefined ? { byDefault: true } : {}), place: owner.table.place };
    return [{ child: child.table, columns: [name ?? customaryColumn(parent)], references }];
  };
  switch (kind.holder) {
    case "owner":
      return keyTo(owner.table, related);
    case "related":
      return keyTo(related.table, owner);
    case "joining":
      return joining ? [...keyTo(joining, owner), ...keyTo(joining, related)] : [];
  }
}

/** `userId`: the model's name and its key. */
function customaryColumn({ name = "", table }: Model): string {
  const model = name || (table.table?.name ?? "");
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}Id`;
}

function isFalse(objects: Values, key: string): boolean {
  return objects.some((value: Value) => value.kind === "composite" && value.node.entries.some((entry) => entry.name === key && entry.value.kind === "literal" && entry.value.raw === "false"));
}

function firstText(values: Values): string | undefined {
  return values.map(plainText).find((text) => text !== undefined && text !== "");
}
