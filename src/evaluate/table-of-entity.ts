import type { ClientLibrary, TableArgument, TableTag } from "../model/client.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { Expression } from "../model/syntax.ts";
import type { Evaluation } from "./evaluator.ts";
import { configuredNaming } from "./configured-naming.ts";
import { elementsOf, memberOfValues } from "./evaluate-member.ts";
import { plainText } from "./evaluate-text.ts";
import { typeOfComposite } from "./evaluate-composite.ts";
import { resultOfFunction } from "./evaluate-call.ts";
import { nameTable } from "./name-table.ts";
import { fieldsOf, tableInTag } from "./struct-tags.ts";
import { registrationsOf } from "./table-registrations.ts";
import type { Entity, Type, Value, Values } from "./value.ts";
import { keyOfEntity } from "./value.ts";

/** The table of a model, as the library names it. */
export function tableOfEntity(evaluation: Evaluation, entity: Entity, library: ClientLibrary): TableName | undefined {
  const { entities: rules } = library;
  if (!rules) return undefined;
  const said =
    saidByMember(evaluation, entity, rules.members ?? []) ??
    saidByTag(entity, rules.tags ?? []) ??
    saidByDecorator(evaluation, entity, rules.decorators ?? {}) ??
    registrationsOf(evaluation, library).get(keyOfEntity(entity));
  const name = said ?? byNaming(evaluation, entity, library);
  if (name === undefined) return undefined;
  const table = tableNamed(name);
  const schema = table.schema ?? saidByDecorator(evaluation, entity, rules.schemas ?? {});
  return schema === undefined ? table : { ...table, schema };
}

/** The model that a value is: itself, an instance of it, or a list of instances. */
export function entityOf(evaluation: Evaluation, value: Value): Entity | undefined {
  switch (value.kind) {
    case "type":
      return { declaration: value.declaration, model: value.model };
    case "instance":
      return declaredIn(value.type);
    case "composite": {
      const type = typeOfComposite(evaluation, value);
      const entity = type && declaredIn(type);
      return entity && value.node.form === "record" ? { ...entity, value } : entity;
    }
    case "list":
      return value.of ? declaredIn(value.of) : value.elements[0]?.map((element) => entityOf(evaluation, element)).find((entity) => entity !== undefined);
    default:
      return undefined;
  }
}

function declaredIn(type: Type): Entity | undefined {
  if (type.kind === "declared") return { declaration: type.declaration, model: type.model };
  return type.kind === "list" ? declaredIn(type.element) : undefined;
}

/** A text or method of the model, or of what a method of it gives: `TableName`, `Table.Name`. */
function saidByMember(evaluation: Evaluation, entity: Entity, members: readonly string[]): string | undefined {
  const instance: Value = entity.value ?? { kind: "instance", type: { kind: "declared", declaration: entity.declaration, model: entity.model } };
  const itself: Value = { kind: "type", declaration: entity.declaration, model: entity.model };
  for (const path of members) {
    for (const owner of [instance, itself]) {
      let values: Values = [owner];
      for (const name of path.split(".")) values = stepInto(evaluation, values, name);
      const text = firstText(values) ?? values.map((value) => (value.kind === "instance" ? value.table?.table?.name : undefined)).find((name) => name !== undefined);
      if (text) return text;
    }
  }
  return undefined;
}

function stepInto(evaluation: Evaluation, values: Values, name: string): Values {
  const members = name === "*" ? elementsOf(evaluation, values) : memberOfValues(evaluation, values, name);
  return members.flatMap((member) => asked(evaluation, member));
}

function asked(evaluation: Evaluation, member: Value): Values {
  return member.kind === "function" ? resultOfFunction(evaluation, member, { arguments: [] }, 0, undefined) : [member];
}

function saidByDecorator(evaluation: Evaluation, { declaration, model }: Entity, decorators: Readonly<Record<string, TableArgument>>): string | undefined {
  for (const decorator of declaration.decorators) {
    const name = decoratorName(decorator);
    if (name === undefined || decorator.kind !== "call" || !Object.hasOwn(decorators, name)) continue;
    const { argument, keys = [], keysOnly } = decorators[name]!;
    if (typeof argument !== "number") continue;
    const expression = decorator.arguments.at(argument);
    const values = expression ? evaluation.evaluate(expression, { model, frame: undefined }) : [];
    const text = keysOnly ? undefined : firstText(values);
    const found = text ?? keys.map((key) => firstText(memberOfValues(evaluation, values, key))).find((each) => each !== undefined);
    if (found) return found;
  }
  return undefined;
}

function decoratorName(decorator: Expression): string | undefined {
  const callee = decorator.kind === "call" ? decorator.callee : decorator;
  return callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
}

function firstText(values: Values): string | undefined {
  return values.map(plainText).find((text) => text !== undefined && text !== "");
}

/** The embedded or named field's tag, of the struct itself or of a struct that it embeds. */
function saidByTag({ declaration }: Entity, tags: readonly TableTag[]): string | undefined {
  for (const field of fieldsOf(declaration)) {
    const name = tableInTag(field.tag, tags.filter((tag) => tag.field === undefined || tag.field === field.name));
    if (name !== undefined) return name;
  }
  return undefined;
}

function byNaming(evaluation: Evaluation, { declaration }: Entity, library: ClientLibrary): string | undefined {
  const { prefix, naming } = configuredNaming(evaluation, library);
  return declaration.name === undefined || naming === undefined ? undefined : prefix + nameTable(declaration.name, naming);
}

/** `name`, `schema.name`, each part in quotes of any kind. */
function tableNamed(written: string): TableName {
  const [name = written, schema] = written.split(".").map((part) => part.replace(/^["'`[?]+|["'`\]]+$/g, "")).reverse();
  return { name, quoted: false, ...(schema ? { schema } : {}) };
}
