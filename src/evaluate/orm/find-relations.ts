import type { ClientLibrary } from "../../model/client.ts";
import type { DeclaredKey } from "../../model/declared-table.ts";
import type { RelationKind, RelationMethods } from "../../model/relation-rules.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression, TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { memberOfHanded } from "./handed-registry.ts";
import { keysOfRelation } from "./keys-of-relation.ts";
import { modelNamed, nameOfModel } from "./models-by-name.ts";
import { nameTable, singular } from "../tables/name-table.ts";
import { decoratorName } from "../tables/table-of-entity.ts";
import { tableOf } from "../tables/table-of-value.ts";
import type { Site, TableReference, Value, Values } from "../value.ts";

/** That the rows of a model know rows of another, and under which names. */
export interface Relation {
  readonly owner: TableReference;
  readonly ownerName: string | undefined;
  readonly related: TableReference;
  /** The table that joins the two, where the relation says it. */
  readonly joining: TableReference | undefined;
  /** The name of the model of that table. */
  readonly joiningName?: string;
  readonly kind: RelationKind;
  /** One row and several of them. */
  readonly names: readonly string[];
  /** The foreign keys that it makes; those to both models where a table joins them. */
  readonly keys: readonly DeclaredKey[];
}

/** The relations that a file declares, by calls on its models and by decorators of their fields. */
export function relationsIn(evaluation: Evaluation, library: ClientLibrary, rules: RelationMethods, model: SourceModel): readonly Relation[] {
  const relations: Relation[] = [];
  const search: Search = { evaluation, library, rules, site: { model, frame: undefined } };
  walkSyntax(model.statements, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && Object.hasOwn(rules.calls, node.callee.name)) relations.push(...relationOfCall(search, node, node.callee.object, rules.calls[node.callee.name]!));
    if (node.kind === "type" && node.form === "class") relations.push(...relationsOfFields(search, node));
  });
  return relations;
}

interface Search {
  readonly evaluation: Evaluation;
  readonly library: ClientLibrary;
  readonly rules: RelationMethods;
  readonly site: Site;
}

/** `Pet.belongsToMany(Tag, { through: "pet_tags", as: "tags" })`. */
function relationOfCall(search: Search, { arguments: [target, options] }: Call, object: Expression, kind: RelationKind): readonly Relation[] {
  const { evaluation, rules, site } = search;
  const owner = target && modelAt(search, object);
  const related = target && modelAt(search, target);
  if (!owner || !related) return [];
  const given = options ? evaluation.evaluate(options, site).filter(({ kind: form }) => form === "composite") : [];
  const under = (key: string): Values => (given.length > 0 ? memberOfValues(evaluation, given, key) : []);
  const said = under(rules.as);
  const names = said.some(({ kind: form }) => form === "text" || form === "composite") ? [...namesIn(said, kind), ...namesUnder(evaluation, said)] : namesOf(related.name, kind);
  return relationOf(search, kind, owner, related, names, under(rules.through), given);
}

/** `@BelongsToMany(() => Tag, () => PetTag) tags: Tag[]`. */
function relationsOfFields(search: Search, declaration: TypeDeclaration): readonly Relation[] {
  const { evaluation, rules, site } = search;
  return declaration.fields.flatMap((field) =>
    field.decorators.flatMap((decorator): readonly Relation[] => {
      const name = decoratorName(decorator) ?? "";
      const call = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      const [target, through] = decorator.kind === "call" ? decorator.arguments : [];
      if (call === name || !Object.hasOwn(rules.calls, call) || !target) return [];
      const owner = modelOf(search, [{ kind: "type", declaration, model: site.model }], target);
      const related = modelAt(search, target);
      const said = through ? given(evaluation, evaluation.evaluate(through, site)) : [];
      const inOptions = memberOfValues(evaluation, said.filter(({ kind }) => kind === "composite"), rules.through);
      return owner && related ? relationOf(search, rules.calls[call]!, owner, related, namesOf(field.name, rules.calls[call]!), [...said, ...inOptions], said.filter(({ kind }) => kind === "composite")) : [];
    }),
  );
}

function relationOf(search: Search, kind: RelationKind, owner: Model, related: Model, names: readonly string[], through: Values, options: Values): readonly Relation[] {
  const { table: joining, name: joiningName } = (kind.holder === "joining" ? joiningModel(search, through) : undefined) ?? {};
  return [{ owner: owner.table, ownerName: owner.name, related: related.table, joining, ...(joiningName === undefined ? {} : { joiningName }), kind, names: [...new Set(names)], keys: keysOfRelation(search.evaluation, search.rules, { owner, related, joining, kind }, options) }];
}

/** A model, its name, or an object with either; a name that no model has is the table's (sequelize.org/docs/v6/core-concepts/assocs, "Many-To-Many relationships"). */
function joiningModel(search: Search, through: Values): Model | undefined {
  const { evaluation, library, site } = search;
  const values = given(evaluation, through).flatMap((value): Values => (value.kind === "composite" ? memberOfValues(evaluation, [value], "model") : [value]));
  for (const value of values) {
    const name = plainText(value);
    const model = name === undefined ? value : (modelNamed(evaluation, library, name, site.model.file.path) ?? value);
    const reference = value.kind === "unknown" ? undefined : tableOf(evaluation, model, library, { path: site.model.file.path, span: { start: 0, end: 0 } });
    if (reference?.table) return { table: reference, name: nameOfModel(evaluation, model) ?? name };
  }
  return undefined;
}

export interface Model {
  readonly table: TableReference;
  readonly name: string | undefined;
}

/** The model that an expression is; of an object of all models that is handed over, or filled at run time, the one of its name: `models.Visit`. */
function modelAt(search: Search, expression: Expression): Model | undefined {
  const { evaluation, library, site } = search;
  const known = modelOf(search, given(evaluation, evaluation.evaluate(expression, site)), expression);
  if (known || expression.kind !== "member") return known;
  const handed = modelOf(search, memberOfHanded(evaluation, expression, site), expression);
  if (handed) return handed;
  const named = modelNamed(evaluation, library, expression.name, site.model.file.path);
  return named && modelOf(search, [named], expression);
}

function modelOf({ evaluation, library, site }: Search, values: Values, { span }: Expression): Model | undefined {
  for (const value of values) {
    if (value.kind !== "type" && !(value.kind === "instance" && value.table)) continue;
    const table = tableOf(evaluation, value, library, { path: site.model.file.path, span });
    if (table.table) return { table, name: nameOfModel(evaluation, value) };
  }
  return undefined;
}

/** A function gives the model: relations may go in circles. */
function given(evaluation: Evaluation, values: Values): Values {
  return values.flatMap((value): readonly Value[] => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, undefined) : [value]));
}

/** By custom a relation to one row has the model's name, one to many also its plural. */
function namesOf(name: string | undefined, { many }: RelationKind): readonly string[] {
  if (name === undefined) return [];
  return many ? [singular(name), nameTable(singular(name), "plural"), name] : [name, singular(name)];
}

function namesIn(said: Values, kind: RelationKind): readonly string[] {
  return said.flatMap((value) => namesOf(plainText(value), kind));
}

/** `as: { singular: "child", plural: "children" }`. */
function namesUnder(evaluation: Evaluation, said: Values): readonly string[] {
  const objects = said.filter(({ kind }) => kind === "composite");
  return objects.length === 0 ? [] : ["singular", "plural"].flatMap((key) => memberOfValues(evaluation, objects, key).flatMap((value) => plainText(value) ?? []));
}
