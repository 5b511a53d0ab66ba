import type { SourceModel } from "../../model/source-model.ts";
import type { Call, FunctionNode, TypeExpression } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import type { FunctionValue, Site, Values } from "../value.ts";
import { argumentsOf, insideOf } from "./evaluate-call.ts";
import { holderOfFunction } from "./holder-of-function.ts";

/** A function literal that an object holds which is an argument of a call: `run(db, { save(db) { … } })`. */
interface HeldFunction {
  readonly call: Call;
  /** The place of the object among the arguments, 0-based. */
  readonly argument: number;
  readonly key: string;
}

/** What the function of the project that gets the object gives a parameter of the function literal in it: as a type of its own says, else what it calls it with. */
export function givenInObject(evaluation: Evaluation, literal: FunctionNode, index: number, site: Site): Values | undefined {
  const held = holderOf(site.model, literal);
  if (!held) return undefined;
  for (const callee of evaluation.evaluate(held.call.callee, site)) {
    const given = callee.kind === "function" ? (givenByType(evaluation, callee, held, index) ?? givenByCalls(evaluation, callee, held, index, site)) : undefined;
    if (given?.some((value) => value.kind !== "unknown")) return given;
  }
  return undefined;
}

function holderOf(model: SourceModel, literal: FunctionNode): HeldFunction | undefined {
  const holder = holderOfFunction(model, literal);
  if (!holder?.call || holder.around.length > 0) return undefined;
  return { call: holder.call, argument: holder.call.arguments.indexOf(holder.object), key: holder.key };
}

function givenByType(evaluation: Evaluation, { node, model }: FunctionValue, { argument, key }: HeldFunction, index: number): Values | undefined {
  const type = node.parameters[argument]?.type;
  for (const value of (type && instancesOf(evaluation, type, model)) ?? []) {
    if (value.kind !== "instance" || (value.type.kind !== "declared" && value.type.kind !== "record")) continue;
    const { fields, methods } = value.type.kind === "declared" ? value.type.declaration : { fields: value.type.record.fields, methods: [] };
    const taken = parametersOf(fields.find(({ name }) => name === key)?.type) ?? methods.find(({ name }) => name === key)?.parameters;
    const written = taken?.[index]?.type;
    const given = written && instancesOf(evaluation, written, value.type.model);
    if (given?.some(({ kind }) => kind !== "unknown")) return given;
  }
  return undefined;
}

function parametersOf(type: TypeExpression | undefined): FunctionNode["parameters"] | undefined {
  return type?.kind === "function" ? type.parameters : undefined;
}

/** `input.save(db)` in the body of the function whose parameter `input` is, or `save(db)` where it takes the object apart. */
function givenByCalls(evaluation: Evaluation, callee: FunctionValue, { call, argument, key }: HeldFunction, index: number, site: Site): Values | undefined {
  const pattern = callee.node.parameters[argument]?.pattern;
  const inside = pattern && callee.node.body ? insideOf(callee, argumentsOf(evaluation, call, site), site) : undefined;
  if (!inside || !callee.node.body) return undefined;
  const given: Values[] = [];
  walkSyntax([callee.node.body], (each) => {
    if (each.kind !== "call" || !each.arguments[index]) return;
    const { callee: called } = each;
    const isHeld = pattern?.kind === "name" ? called.kind === "member" && called.name === key && called.object.kind === "name" && called.object.name === pattern.name : called.kind === "name" && called.name === key;
    if (isHeld) given.push(evaluation.evaluate(each.arguments[index], inside));
  });
  return given.length > 0 ? given.flat() : undefined;
}
