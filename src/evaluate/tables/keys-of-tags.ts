import type { ClientLibrary } from "../../model/client.ts";
import type { DeclaredKey } from "../../model/declared-table.ts";
import type { RelationKeys } from "../../model/relation-rules.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { Field } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { actionOf } from "./reference-of-column.ts";
import type { NameOfField } from "./reference-of-field.ts";
import { fieldsOf, tableInTag, valueUnder } from "./struct-tags.ts";
import { entityOf, tableOfEntity } from "./table-of-entity.ts";
import type { Entity } from "../value.ts";

/**
 * The foreign keys that the tags of a model's relations give actions: `Pets []Pet` with `gorm:"constraint:OnDelete:CASCADE"`. The key is
 * the model's own where it has a field for it, else the related one's: https://gorm.io/docs/constraints.html, https://gorm.io/docs/belongs_to.html
 */
export function keysOfTags(evaluation: Evaluation, entity: Entity, library: ClientLibrary, nameOf: NameOfField): readonly DeclaredKey[] {
  const how = library.entities?.relations?.keys;
  return how ? fieldsOf(entity.declaration).flatMap((field) => keysOfField({ evaluation, library, nameOf, how }, field, entity)) : [];
}

interface Search {
  readonly evaluation: Evaluation;
  readonly library: ClientLibrary;
  readonly nameOf: NameOfField;
  readonly how: RelationKeys;
}

function keysOfField({ evaluation, library, nameOf, how }: Search, field: Field, owner: Entity): readonly DeclaredKey[] {
  const options = optionsIn(field.tag, how.tag.key);
  const constraint = how.constraint === undefined ? undefined : options.get(how.constraint);
  const joining = tableInTag(field.tag, library.entities?.joinTables ?? []);
  const [instance] = (constraint !== undefined && field.type && instancesOf(evaluation, field.type, owner.model)) || [];
  const related = instance && entityOf(evaluation, instance);
  const tables = related && { own: tableOfEntity(evaluation, owner, library), other: tableOfEntity(evaluation, related, library) };
  if (!related || !tables?.own || !tables.other || constraint === undefined) return [];
  const action = (event: string) => actionOf(new RegExp(`${event}\\s*:\\s*([\\w ]+)`, "i").exec(constraint)?.[1]?.trim());
  const key = (child: TableName, columns: readonly string[], table: TableName): DeclaredKey => ({
    child,
    columns,
    references: { table, columns: [], onDelete: action("OnDelete"), onUpdate: action("OnUpdate"), place: { path: owner.model.file.path, span: field.span } },
  });
  if (joining !== undefined) {
    const table = { name: joining, quoted: false };
    return [key(table, [], tables.own), key(table, [], tables.other)];
  }
  const said = options.get(how.tag.option?.toLowerCase() ?? "")?.split(",").map((name) => name.trim());
  const fieldsFor = (name = ""): readonly string[] => said ?? how.endings.map((ending) => name + ending);
  const columnsIn = (model: Entity, names: readonly string[]) => fieldsOf(model.declaration).flatMap((each) => (names.includes(each.name) ? (nameOf(each, model) ?? []) : []));
  const ownColumns = field.type?.kind === "list" ? [] : columnsIn(owner, fieldsFor(field.name));
  if (ownColumns.length > 0) return [key(tables.own, ownColumns, tables.other)];
  return [key(tables.other, columnsIn(related, fieldsFor(owner.declaration.name)), tables.own)];
}

/** `foreignKey:OwnerID;constraint:OnDelete:CASCADE`, names in small letters. */
function optionsIn(tag: string | undefined, key: string): ReadonlyMap<string, string> {
  const parts = (tag && valueUnder(tag, key)?.split(";")) || [];
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(":")).trim().toLowerCase(), part.slice(part.indexOf(":") + 1)]));
}
