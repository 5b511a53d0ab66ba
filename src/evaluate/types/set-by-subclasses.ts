import type { SourceModel } from "../../model/source-model.ts";
import type { TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { eitherOf, type Entity, keyOfEntity, type Value, type Values } from "../value.ts";

/**
 * What the classes that extend a class set a field or getter to that it declares without a value: `protected abstract table: string`
 * (typescriptlang.org/docs/handbook/2/classes.html, "abstract Classes and Members"). Undefined of any other member, or where one of them leaves it open.
 */
export function setBySubclasses(evaluation: Evaluation, owner: Entity, name: string): Values | undefined {
  if (!isLeftOpen(owner.declaration, name)) return undefined;
  return evaluation.remember<Values | undefined>(owner.declaration, `extended ${name}`, undefined, () => {
    const values = subclassesOf(evaluation, owner).flatMap(({ declaration, model }) => memberOfValues(evaluation, [{ kind: "instance", type: { kind: "declared", declaration, model } }], name));
    return values.length > 0 && values.every(({ kind }) => kind === "text") ? eitherOf(values) : undefined;
  });
}

function isLeftOpen({ form, fields, methods }: TypeDeclaration, name: string): boolean {
  if (form !== "class") return false;
  const field = fields.find((each) => each.name === name);
  const getter = methods.find((each) => each.name === name && each.modifiers.includes("get"));
  return (field !== undefined && !field.value && field.modifiers.includes("abstract")) || (getter !== undefined && !getter.body);
}

/** The classes of the project that extend one of it. */
export function subclassesOf(evaluation: Evaluation, owner: Entity): readonly Entity[] {
  const { name } = owner.declaration;
  const { models } = evaluation.world;
  return name === undefined ? [] : models.mentioning(owner.model.file.language, name).flatMap((path) => classesIn(models.of(path)).filter((each) => extendsClass(evaluation, each, owner)));
}

function classesIn(model: SourceModel | undefined): readonly Entity[] {
  const classes: Entity[] = [];
  walkSyntax(model?.statements ?? [], (node) => {
    if (model && node.kind === "type" && node.form === "class") classes.push({ declaration: node, model });
  });
  return classes;
}

function extendsClass(evaluation: Evaluation, { declaration, model }: Entity, owner: Entity): boolean {
  const isOwner = (value: Value): boolean => value.kind === "type" && keyOfEntity(value) === keyOfEntity(owner);
  return declaration.extends.some((base) => evaluation.evaluate(base, { model, frame: undefined }).some(isOwner));
}
