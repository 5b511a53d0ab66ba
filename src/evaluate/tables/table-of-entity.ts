import type { ClientLibrary } from "../../model/client.ts";
import type { ModelOptions, TableArgument } from "../../model/client-member.ts";
import type { EntityRules, TableTag } from "../../model/entity-rules.ts";
import type { TableNaming } from "../../model/table-naming.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression, TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { configuredNaming } from "./configured-naming.ts";
import { elementsOf, memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { typeOfComposite } from "../expressions/evaluate-composite.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { nameByOptions } from "./name-by-options.ts";
import { nameTable } from "./name-table.ts";
import { fieldsOf, tableInTag } from "./struct-tags.ts";
import { registrationsOf } from "./table-registrations.ts";
import { unnamedStruct } from "./unnamed-struct.ts";
import type { Entity, Type, Value, Values } from "../value.ts";
import { keyOfEntity } from "../value.ts";

/** The table of a model, as the library names it. */
export function tableOfEntity(evaluation: Evaluation, entity: Entity, library: ClientLibrary): TableName | undefined {
  const { entities: rules } = library;
  const { declaration } = entity.named ?? entity;
  if (!rules || underway.has(declaration)) return undefined;
  underway.add(declaration);
  const table = tableSaid(evaluation, entity, library, rules);
  underway.delete(declaration);
  return table;
}

/** Models whose table is asked for: the library's base class, asked for the member that names it, asks for the table again. */
const underway = new Set<TypeDeclaration>();

function tableSaid(evaluation: Evaluation, entity: Entity, library: ClientLibrary, rules: EntityRules): TableName | undefined {
  const said =
    saidByMember(evaluation, entity, rules.members ?? []) ??
    saidByTag(entity, rules.tags ?? []) ??
    saidByDecorator(evaluation, entity, rules.decorators ?? {}, configuredNaming(evaluation, library).naming) ??
    saidByInitialiser(evaluation, entity, library) ??
    registrationsOf(evaluation, library).get(keyOfEntity(entity));
  const name = said ?? inheritedTable(evaluation, entity, library) ?? byNaming(evaluation, entity, library);
  if (name === undefined) return undefined;
  const table = tableNamed(name);
  const schema = table.schema ?? saidByDecorator(evaluation, entity, rules.schemas ?? {}, undefined);
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
      return entity && type.kind === "declared" && value.node.form === "record" ? { ...entity, value } : entity;
    }
    case "list":
      return value.of ? declaredIn(value.of) : value.elements[0]?.map((element) => entityOf(evaluation, element)).find((entity) => entity !== undefined);
    default:
      return undefined;
  }
}

function declaredIn(type: Type): Entity | undefined {
  if (type.kind === "declared") return { declaration: type.declaration, model: type.model, ...(type.named ? { named: type.named } : {}) };
  if (type.kind === "record" && type.record.fields.some(({ tag }) => tag !== undefined)) return { declaration: unnamedStruct(type.record), model: type.model };
  return type.kind === "list" ? declaredIn(type.element) : undefined;
}

/** A text or method of the model, or of what a method of it gives: `TableName`, `Table.Name`. */
function saidByMember(evaluation: Evaluation, entity: Entity, members: readonly string[]): string | undefined {
  const { declaration, model, named } = entity;
  const instance: Value = entity.value ?? { kind: "instance", type: { kind: "declared", declaration, model, ...(named ? { named } : {}) } };
  const itself: Value = { kind: "type", declaration, model };
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

function saidByDecorator(evaluation: Evaluation, { declaration, model }: Entity, decorators: Readonly<Record<string, TableArgument>>, naming: TableNaming | undefined): string | undefined {
  for (const decorator of declaration.decorators) {
    const name = decoratorName(decorator);
    if (name === undefined || decorator.kind !== "call" || !Object.hasOwn(decorators, name)) continue;
    const { argument, keys = [], keysOnly, options } = decorators[name]!;
    if (typeof argument !== "number") continue;
    const expression = decorator.arguments.at(argument);
    const values = expression ? evaluation.evaluate(expression, { model, frame: undefined }) : [];
    if (options) return nameByOptions(evaluation, values, declaration.name, options, naming);
    const text = keysOnly ? undefined : firstText(values);
    const found = text ?? keys.map((key) => firstText(memberOfValues(evaluation, values, key))).find((each) => each !== undefined);
    if (found) return found;
  }
  return undefined;
}

export function decoratorName(decorator: Expression): string | undefined {
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

/** The table of a model that shares the one of its base. */
function inheritedTable(evaluation: Evaluation, { declaration, model }: Entity, library: ClientLibrary): string | undefined {
  const { inheriting = [] } = library.entities ?? {};
  const [base] = declaration.extends;
  if (!base || !declaration.decorators.some((decorator) => inheriting.includes(decoratorName(decorator) ?? ""))) return undefined;
  const [value] = evaluation.evaluate(base, { model, frame: undefined });
  const entity = value?.kind === "type" && value.declaration !== declaration ? entityOf(evaluation, value) : undefined;
  return entity && tableOfEntity(evaluation, entity, library)?.name;
}

function saidByInitialiser(evaluation: Evaluation, entity: Entity, library: ClientLibrary): string | undefined {
  const initialiser = initialiserOf(entity, library);
  if (!initialiser) return undefined;
  const { call, how } = initialiser;
  const { declaration, model } = entity;
  const options = call.arguments.at(how.argument);
  return nameByOptions(evaluation, options ? evaluation.evaluate(options, { model, frame: undefined }) : [], declaration.name, how, configuredNaming(evaluation, library).naming);
}

/** The call that sets a model up: `User.init(columns, options)`. */
export function initialiserOf({ declaration, model }: Entity, { entities }: ClientLibrary): { readonly call: Call; readonly how: ModelOptions } | undefined {
  const { initialisers } = entities ?? {};
  const [call] = initialisers ? callsOn(model, declaration, Object.keys(initialisers)) : [];
  return call && { call, how: initialisers![calledMember(call)]! };
}

/** Calls of a class's static methods in its file: `User.init(…)`, inside the class `this.init(…)` and `super.init(…)`. */
function callsOn(model: SourceModel, { name, span }: TypeDeclaration, methods: readonly string[]): readonly Call[] {
  const calls: Call[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || node.callee.object.kind !== "name" || !methods.includes(node.callee.name)) return;
    const owner = node.callee.object.name;
    const isInside = span.start <= node.span.start && node.span.end <= span.end;
    if (owner === name || (isInside && (owner === "this" || owner === "super"))) calls.push(node);
  });
  return calls;
}

function calledMember({ callee }: Call): string {
  return callee.kind === "member" ? callee.name : "";
}

function byNaming(evaluation: Evaluation, entity: Entity, library: ClientLibrary): string | undefined {
  const { declaration } = entity.named ?? entity;
  const { decorated, decorators = {} } = library.entities ?? {};
  if (decorated && !declaration.decorators.some((decorator) => Object.hasOwn(decorators, decoratorName(decorator) ?? ""))) return undefined;
  const { prefix, naming } = configuredNaming(evaluation, library);
  const isStruct = declaration.form !== "interface";
  return declaration.name === undefined || naming === undefined || !isStruct ? undefined : prefix + nameTable(declaration.name, naming);
}

/** `name`, `schema.name`, each part in quotes of any kind. */
function tableNamed(written: string): TableName {
  const [name = written, schema] = written.split(".").map((part) => part.replace(/^["'`[?]+|["'`\]]+$/g, "")).reverse();
  return { name, quoted: false, ...(schema ? { schema } : {}) };
}
