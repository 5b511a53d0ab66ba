import type { ClientLibrary, TableArgument, TableNaming } from "../model/client.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { Expression, TypeDeclaration } from "../model/syntax.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { Evaluation } from "./evaluator.ts";
import { memberOfValues } from "./evaluate-member.ts";
import { plainText } from "./evaluate-text.ts";
import { instancesOf } from "./find-type.ts";
import { resultOfFunction } from "./evaluate-call.ts";
import { nameTable } from "./name-table.ts";
import type { Type, Value, Values } from "./value.ts";

/** The table of a model, a list of models or an instance of one, as the library names it. */
export function tableOfEntity(evaluation: Evaluation, value: Value, library: ClientLibrary): TableName | undefined {
  const rules = library.entities;
  const entity = rules && entityOf(evaluation, value);
  if (!entity) return undefined;
  const { declaration } = entity;
  const said = saidByMember(evaluation, entity, rules.members ?? []) ?? saidByDecorator(evaluation, entity, rules.decorators ?? {});
  const name = said ?? byNaming(declaration, rules.naming);
  if (name === undefined) return undefined;
  const [table = name, schema] = name.split(".").reverse();
  return { name: table, quoted: false, ...(schema ? { schema } : {}) };
}

interface Entity {
  readonly declaration: TypeDeclaration;
  readonly model: SourceModel;
}

function entityOf(evaluation: Evaluation, value: Value): Entity | undefined {
  switch (value.kind) {
    case "type":
      return value;
    case "instance":
      return declaredIn(value.type);
    case "composite": {
      const instances = value.node.type ? instancesOf(evaluation, value.node.type, value.site.model) : undefined;
      const [instance] = instances ?? [];
      return instance?.kind === "instance" ? declaredIn(instance.type) : undefined;
    }
    default:
      return undefined;
  }
}

function declaredIn(type: Type): Entity | undefined {
  if (type.kind === "declared") return type;
  return type.kind === "list" ? declaredIn(type.element) : undefined;
}

function saidByMember(evaluation: Evaluation, entity: Entity, members: readonly string[]): string | undefined {
  const instance: Value = { kind: "instance", type: { kind: "declared", ...entity } };
  for (const name of members) {
    for (const owner of [instance, { kind: "type", ...entity } as const]) {
      for (const value of memberOfValues(evaluation, [owner], name)) {
        const text = value.kind === "function" ? firstText(resultOfFunction(evaluation, value, [], 0, undefined)) : plainText(value);
        if (text) return text;
      }
    }
  }
  return undefined;
}

function saidByDecorator(evaluation: Evaluation, { declaration, model }: Entity, decorators: Readonly<Record<string, TableArgument>>): string | undefined {
  for (const decorator of declaration.decorators) {
    const name = decoratorName(decorator);
    if (name === undefined || decorator.kind !== "call" || !Object.hasOwn(decorators, name)) continue;
    const { argument, keys = [] } = decorators[name]!;
    if (typeof argument !== "number") continue;
    const expression = decorator.arguments.at(argument);
    const values = expression ? evaluation.evaluate(expression, { model, frame: undefined }) : [];
    const text = firstText(values) ?? keys.map((key) => firstText(memberOfValues(evaluation, values, key))).find((each) => each !== undefined);
    if (text) return text;
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

function byNaming(declaration: TypeDeclaration, naming: TableNaming | undefined): string | undefined {
  if (declaration.name === undefined || naming === undefined) return undefined;
  return nameTable(declaration.name, naming);
}
