import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { Member, TypeDeclaration } from "../../model/syntax.ts";
import { memberOfValues } from "./evaluate-member.ts";
import type { Evaluation } from "../evaluator.ts";
import { findFrame } from "./find-frame.ts";
import { objectAround } from "./object-around.ts";
import { settersIn } from "../types/member-setters.ts";
import { methodAround } from "../types/method-around.ts";
import type { Site, Value, Values } from "../value.ts";

/** What `this` is at an offset: what a call that is followed is made on, else what the object, the class or the function around says. */
export function evaluateThis(evaluation: Evaluation, offset: number, site: Site): Values | undefined {
  return receiverOf(site, offset) ?? objectAround(evaluation, offset, site) ?? enclosingInstance(site.model, offset) ?? ownerOfFunction(evaluation, offset, site.model);
}

/** What `this` is in a method that is followed for one call. */
function receiverOf(site: Site, offset: number): Values | undefined {
  return findFrame(site.frame, ({ receiver, function: { span } }) => receiver !== undefined && span.start <= offset && offset < span.end)?.receiver;
}

/** An instance of the class around; in a static method the class, or one that extends it. */
function enclosingInstance(model: SourceModel, offset: number): Values | undefined {
  const declaration = typeAround(model, offset);
  if (!declaration) return undefined;
  const method = methodAround(model, offset);
  if (method?.modifiers.includes("static")) return [{ kind: "type", declaration, model, parameterOf: { path: model.file.path, span: method.span } }];
  const self = { isSelf: true, ...(method ? { selfIn: { path: model.file.path, span: method.span } } : {}) };
  return [{ kind: "instance", type: { kind: "declared", declaration, model }, ...(method?.name === "constructor" ? { isNew: true } : self) }];
}

function typeAround(model: SourceModel, offset: number): TypeDeclaration | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) if (scope.type) return scope.type;
  return undefined;
}

/** The model of a library that a function is given to: `Pet.rename = function () { … }`, `Pet.prototype.rename = function () { … }`. */
function ownerOfFunction(evaluation: Evaluation, offset: number, model: SourceModel): Values | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    const target = scope.kind === "function" && scope.function ? settersIn(model).functions.get(scope.function) : undefined;
    const owners = target && ownersOf(evaluation, target, model);
    if (owners && owners.length > 0) return owners;
  }
  return undefined;
}

function ownersOf(evaluation: Evaluation, { object }: Member, model: SourceModel): Values {
  const site = { model, frame: undefined };
  if (object.kind !== "member" || object.name !== "prototype") return evaluation.evaluate(object, site).filter(isModel);
  return evaluation.evaluate(object.object, site).flatMap((value) => instancesOfModel(evaluation, value));
}

function instancesOfModel(evaluation: Evaluation, value: Value): Values {
  if (value.kind === "type") return [{ kind: "instance", type: { kind: "declared", declaration: value.declaration, model: value.model } }];
  return isModel(value) ? memberOfValues(evaluation, [value], "prototype").filter(isModel) : [];
}

function isModel(value: Value): boolean {
  return value.kind === "type" || (value.kind === "instance" && value.table !== undefined);
}
