import type { ClientLibrary } from "../model/client.ts";
import type { Place } from "../model/place.ts";
import type { Evaluation } from "./evaluator.ts";
import { plainText } from "./evaluate-text.ts";
import { instancesOf } from "./find-type.ts";
import { fieldsOf, tableInTag } from "./struct-tags.ts";
import { entityOf, tableOfEntity } from "./table-of-entity.ts";
import type { TableReference, Value } from "./value.ts";

/** The table that holds a relation of a model: the one that joins the two models where there is one, else the related model's. */
export function tableOfRelation(evaluation: Evaluation, owner: TableReference | undefined, name: Value, library: ClientLibrary, place: Place): TableReference {
  const relation = plainText(name);
  const entity = owner?.entity;
  if (relation === undefined || !entity) return { table: undefined, place, reason: owner?.reason ?? "the model of the relation cannot be told" };
  const field = fieldsOf(entity.declaration).find((each) => each.name === relation);
  const joined = tableInTag(field?.tag, library.entities?.joinTables ?? []);
  if (joined) return { table: { name: joined, quoted: false }, place };
  const [related] = field?.type ? (instancesOf(evaluation, field.type, entity.model) ?? []) : [];
  const other = related && entityOf(evaluation, related);
  const table = other && tableOfEntity(evaluation, other, library);
  return table ? { table, place, entity: other } : { table: undefined, place, reason: `\`${relation}\` is no relation that is declared here` };
}
