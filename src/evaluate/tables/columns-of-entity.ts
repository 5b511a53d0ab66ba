import type { ClientLibrary } from "../../model/client.ts";
import type { ColumnRules } from "../../model/column-rules.ts";
import type { DeclaredColumn, DeclaredKey } from "../../model/declared-table.ts";
import type { Field, TypeExpression } from "../../model/syntax.ts";
import { chainOf, firstText } from "./columns-of-call.ts";
import { columnInTag, hasWord } from "./column-tags.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import type { Evaluation } from "../evaluator.ts";
import { receiverMethod } from "../types/find-member.ts";
import { instancesOf } from "../types/find-type.ts";
import { keysOfImplicitJoins } from "../orm/implicit-join-table.ts";
import { keysOfTags } from "./keys-of-tags.ts";
import { referenceOfField } from "./reference-of-field.ts";
import { nameTable } from "./name-table.ts";
import { fieldsOf } from "./struct-tags.ts";
import type { Entity, Values } from "../value.ts";

/** The columns of a model's table, as the library names them after its fields; those of what it extends or embeds first. */
export function columnsOfEntity(evaluation: Evaluation, entity: Entity, library: ClientLibrary): readonly DeclaredColumn[] {
  const rules = library.entities?.columns;
  if (!rules) return [];
  return rules.method ? columnsOfMethod(evaluation, entity, rules.method) : columnsOfFields(evaluation, entity, library, rules, 0);
}

const MAX_BASES = 8;

function columnsOfFields(evaluation: Evaluation, entity: Entity, library: ClientLibrary, rules: ColumnRules, depth: number): readonly DeclaredColumn[] {
  const { declaration, model } = entity;
  if (depth > MAX_BASES) return [];
  const inherited = declaration.extends
    .flatMap((base) => evaluation.evaluate(base, { model, frame: undefined }))
    .flatMap((base) => (base.kind === "type" ? columnsOfFields(evaluation, base, library, rules, depth + 1) : []));
  return [...inherited, ...fieldsOf(declaration).flatMap((field) => columnsOfField(evaluation, field, entity, library, rules, depth))];
}

function columnsOfField(evaluation: Evaluation, field: Field, entity: Entity, library: ClientLibrary, rules: ColumnRules, depth: number): readonly DeclaredColumn[] {
  const place = { path: entity.model.file.path, span: field.span };
  const embedded = isEmbedded(field, rules);
  const fixed = embedded ? rules.embedded?.[typeName(field.type)] : undefined;
  if (fixed) return fixed.map((name) => ({ name, place }));
  if (embedded) {
    return declaredOf(evaluation, field.type, entity).flatMap((base) => columnsOfFields(evaluation, base, library, rules, depth + 1));
  }
  const name = nameOfField(evaluation, field, entity, rules);
  if (name === undefined) return [];
  const references = referenceOfField(evaluation, field, entity, library, (each, model) => nameOfField(evaluation, each, model, rules));
  return [{ name, place, ...(references ? { references } : {}) }];
}

function isEmbedded({ embedded, tag }: Field, { tags = [] }: ColumnRules): boolean {
  return embedded || tags.some((how) => hasWord(tag, how.key, ["embedded", "extends", "embed", "inherit"]));
}

/** The foreign keys that relations of the model declare besides those of its columns. */
export function keysOfEntity(evaluation: Evaluation, entity: Entity, library: ClientLibrary): readonly DeclaredKey[] {
  const rules = library.entities?.columns;
  return rules ? [...keysOfTags(evaluation, entity, library, (field, model) => nameOfField(evaluation, field, model, rules)), ...keysOfImplicitJoins(evaluation, entity, library)] : [];
}

/** Undefined for a field that is no column. */
function nameOfField(evaluation: Evaluation, field: Field, entity: Entity, rules: ColumnRules): string | undefined {
  const { tags = [], naming, decorated } = rules;
  const isGo = tags.length > 0;
  if (isGo && !/^\p{Lu}/u.test(field.name)) return undefined;
  for (const how of tags) {
    if (hasWord(field.tag, how.key, ["-", ...how.relationWords])) return undefined;
    const said = columnInTag(field.tag, how);
    if (said !== undefined) return said;
  }
  const said = saidByDecorator(evaluation, field, entity, rules);
  if (said) return said.name ?? nameTable(field.name + said.ending, naming);
  return decorated || isRelation(evaluation, field, entity) ? undefined : nameTable(field.name, naming);
}

interface SaidByDecorator {
  readonly name: string | undefined;
  readonly ending: string;
}

function saidByDecorator(evaluation: Evaluation, { decorators }: Field, { model }: Entity, { decorators: rules = {} }: ColumnRules): SaidByDecorator | undefined {
  const said = decorators.flatMap((decorator): readonly SaidByDecorator[] => {
    const callee = decorator.kind === "call" ? decorator.callee : decorator;
    const decoratorName = callee.kind === "name" || callee.kind === "member" ? callee.name : "";
    if (!Object.hasOwn(rules, decoratorName)) return [];
    const { argument = 0, keys = [], ending = "" } = rules[decoratorName]!;
    const expression = decorator.kind === "call" ? decorator.arguments.at(argument) : undefined;
    const values = expression ? evaluation.evaluate(expression, { model, frame: undefined }) : [];
    const under = keys.flatMap((key) => memberOfValues(evaluation, values.filter(({ kind }) => kind === "composite"), key));
    return [{ name: firstText(under) ?? (argument === 0 ? firstText(values) : undefined), ending }];
  });
  return said.find(({ name }) => name !== undefined) ?? said[0];
}

/** A field of another model's type, or of a list of such. */
function isRelation(evaluation: Evaluation, { type }: Field, entity: Entity): boolean {
  return declaredOf(evaluation, type, entity).some(({ declaration }) => declaration.form === "struct" || declaration.form === "class");
}

function declaredOf(evaluation: Evaluation, type: TypeExpression | undefined, { model }: Entity): readonly Entity[] {
  const element = type?.kind === "list" ? type.element : type;
  const values: Values = (element && instancesOf(evaluation, element, model)) ?? [];
  return values.flatMap((value) => (value.kind === "instance" && value.type.kind === "declared" ? [value.type] : []));
}

function typeName(type: TypeExpression | undefined): string {
  return type?.kind === "named" ? (type.path.at(-1) ?? "") : "";
}

/** `field.String("email").StorageKey("mail")` in the list that a method gives. */
function columnsOfMethod(evaluation: Evaluation, { declaration, model }: Entity, { name, renamed }: NonNullable<ColumnRules["method"]>): readonly DeclaredColumn[] {
  const methods = (receiverMethod(evaluation, { declaration, model }, name, undefined) ?? []).filter((value) => value.kind === "function");
  return methods.flatMap((method) =>
    resultOfFunction(evaluation, method, { arguments: [] }, 0, undefined).flatMap((list) => {
      if (list.kind !== "composite") return [];
      return list.node.entries.flatMap(({ value }): readonly DeclaredColumn[] => {
        const [made, ...more] = chainOf(value);
        const naming = more.find((call) => call.callee.kind === "member" && call.callee.name === renamed) ?? made;
        const [text] = naming?.arguments ?? [];
        const column = text && firstText(evaluation.evaluate(text, list.site));
        return column === undefined ? [] : [{ name: column, place: { path: list.site.model.file.path, span: value.span } }];
      });
    }),
  );
}
