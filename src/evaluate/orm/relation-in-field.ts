import type { ClientLibrary } from "../../model/client.ts";
import type { Field } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { decoratorName } from "../tables/table-of-entity.ts";
import { tableOf } from "../tables/table-of-value.ts";
import { tableOfRelation } from "../tables/table-of-relation.ts";
import type { Entity, InstanceValue, TableReference } from "../value.ts";

/** What a field of a model is that stands for a relation to rows of another: `tags = new Collection<Tag>(this)`. Undefined of any other field, of one that holds a single row too: it is that row. */
export function relationIn(evaluation: Evaluation, owner: TableReference, field: Field, library: ClientLibrary): InstanceValue | undefined {
  const { collection, decorators = {} } = library.entities?.relations ?? {};
  const isMany = (name: string): boolean => Object.hasOwn(decorators, name) && decorators[name]!.holder === undefined;
  if (collection === undefined || !field.decorators.some((decorator) => isMany(decoratorName(decorator) ?? ""))) return undefined;
  const type = evaluation.world.libraries.typeNamed(library, collection);
  const name = { kind: "text", pieces: [{ kind: "known", text: field.name, place: owner.place }] } as const;
  return type && { kind: "instance", type, table: tableOfRelation(evaluation, owner, name, library, owner.place) };
}

/** The same of an instance of the model's class, `declared` being the class that has the field. */
export function relationOfModel(evaluation: Evaluation, declared: Entity, name: string, receiver: InstanceValue): InstanceValue | undefined {
  const field = declared.declaration.fields.find((each) => each.name === name && each.decorators.length > 0);
  if (!field) return undefined;
  for (const library of evaluation.world.libraries.withNamedModels(declared.model.file.language)) {
    if (library.entities?.relations?.collection === undefined) continue;
    const owner = tableOf(evaluation, receiver, library, { path: declared.model.file.path, span: field.span });
    const relation = owner.table && relationIn(evaluation, owner, field, library);
    if (relation) return relation;
  }
  return undefined;
}
