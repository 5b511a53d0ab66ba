import type { Binding, Scope, SourceModel } from "../../model/source-model.ts";
import type { TextPiece } from "../../model/sql-text.ts";
import type { Call, Expression, Member, Name } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { typeOfComposite } from "../expressions/evaluate-composite.ts";
import { conditionOf, lookUp } from "../expressions/evaluate-name.ts";
import type { Evaluation } from "../evaluator.ts";
import { insertedOperand, isText, joined, piecesOf } from "./evaluate-text.ts";
import { formatText } from "./format-text.ts";
import { textFunctionsOf } from "./functions/index.ts";
import type { TextBuilders, WrittenText } from "./text-functions.ts";
import type { Site, Value, Values } from "../value.ts";
import { eitherOf } from "../value.ts";

/** `query.String()`: the text that calls before it have written to a builder; undefined for any other call. */
export function grownText(evaluation: Evaluation, call: Call, site: Site): Values | undefined {
  const builders = textFunctionsOf(site.model.file.language)?.builders;
  if (!builders || call.callee.kind !== "member" || !builders.text.includes(call.callee.name)) return undefined;
  const name = variableOf(call.callee.object);
  const binding = name && lookUp(site.model.scopeAt(name.span.start), name.name);
  if (!name || !binding) return undefined;
  const held = evaluation.evaluate(name, site);
  return held.some((value) => isBuilder(evaluation, value, builders)) ? grownBefore(evaluation, binding, call, held, builders, site) : undefined;
}

/** A builder that is handed over holds what its caller wrote: unknown. */
function grownBefore(evaluation: Evaluation, binding: Binding, call: Call, held: Values, builders: TextBuilders, site: Site): Values {
  const offset = call.span.start;
  const place = { path: site.model.file.path, span: call.span };
  const begun = held.filter(isText);
  let values: Values = begun.length > 0 ? begun : [{ kind: "text", pieces: binding.kind === "parameter" ? [{ kind: "hole", place, reason: "its caller has written to it" }] : [] }];
  for (const growth of growthsOf(binding, builders, site.model)) {
    if (growth.call.span.end > offset) break;
    if (growth.clears) {
      values = [{ kind: "text", pieces: [] }];
      continue;
    }
    const condition = conditionOf(growth, offset);
    const again = condition === "loop" ? [[[{ kind: "hole", place, reason: "it grows in a loop" } as const]]] : [];
    const grown = joined([piecesOf(values, place), ...writtenBy(evaluation, growth, builders, site), ...again]);
    values = condition === undefined ? grown : eitherOrLonger(values, grown);
  }
  return values;
}

/** The parts that one call writes; a hole for what a function of the project writes. */
function writtenBy(evaluation: Evaluation, growth: Growth, builders: TextBuilders, site: Site): readonly (readonly (readonly TextPiece[])[])[] {
  const { call } = growth;
  const place = { path: site.model.file.path, span: call.span };
  const how = howWritten(evaluation, growth, builders, site);
  switch (how?.kind) {
    case undefined:
      return [[[{ kind: "hole", place, reason: "a function writes to it" }]]];
    case "format":
      return [piecesOf(formatText(evaluation, call.arguments.slice(how.from), site), place)];
    case "texts":
      return call.arguments.slice(how.from, how.to).map((argument) => insertedOperand(argument, evaluation.evaluate(argument, site), site));
  }
}

function howWritten(evaluation: Evaluation, { call: { callee }, method }: Growth, builders: TextBuilders, site: Site): WrittenText | undefined {
  if (method && callee.kind === "member") return builders.methods[callee.name];
  for (const value of evaluation.evaluate(callee, site)) {
    const modules = value.kind === "external" ? [value.module] : value.kind === "client" ? value.library.modules : [];
    const path = value.kind === "external" ? value.path.join(".") : value.kind === "client" ? value.name : "";
    const name = modules.map((module) => `${module}.${path}`).find((each) => Object.hasOwn(builders.functions, each));
    if (name !== undefined) return builders.functions[name];
  }
  return undefined;
}

const MANY = 8;

/** Both alternatives; the longer texts stand for the shorter ones where there would be too many. */
export function eitherOrLonger(shorter: Values, longer: Values): Values {
  return shorter.length + longer.length > MANY ? longer : eitherOf(shorter, longer);
}

/** A call that adds to a builder, or empties it. */
interface Growth {
  readonly call: Call;
  readonly scope: Scope;
  readonly clears: boolean;
  /** It is a method of the builder, not a function that is given it. */
  readonly method: boolean;
}

const growthsByBinding = new WeakMap<Binding, readonly Growth[]>();

function growthsOf(binding: Binding, builders: TextBuilders, model: SourceModel): readonly Growth[] {
  const known = growthsByBinding.get(binding);
  if (known) return known;
  const growths: Growth[] = [];
  const body = functionAround(binding.scope)?.body;
  walkSyntax(body ? [body] : model.statements, (node) => {
    if (node.kind !== "call") return;
    const written = writtenTo(node, binding.name, builders);
    if (!written || lookUp(model.scopeAt(written.span.start), written.name) !== binding) return;
    const method = node.callee.kind === "member" && variableOf(node.callee.object) === written ? node.callee.name : undefined;
    growths.push({ call: node, scope: model.scopeAt(node.span.start), clears: method !== undefined && builders.clears.includes(method), method: method !== undefined });
  });
  growthsByBinding.set(binding, growths);
  return growths;
}

function functionAround(scope: Scope): Scope["function"] {
  for (let next: Scope | undefined = scope; next; next = next.parent) if (next.function) return next.function;
  return undefined;
}

/** The name of that builder, where a call is a method of it that writes, or is given it. */
function writtenTo(call: Call, name: string, builders: TextBuilders): Name | undefined {
  const own = call.callee.kind === "member" ? methodTarget(call.callee, builders) : undefined;
  return own?.name === name ? own : call.arguments.map(variableOf).find((argument) => argument?.name === name);
}

function methodTarget(callee: Member, builders: TextBuilders): Name | undefined {
  const isWrite = Object.hasOwn(builders.methods, callee.name) || builders.clears.includes(callee.name);
  return isWrite ? variableOf(callee.object) : undefined;
}

function variableOf(expression: Expression): Name | undefined {
  const inner = expression.kind === "unary" && (expression.operator === "&" || expression.operator === "*") ? expression.operand : expression;
  return inner.kind === "name" ? inner : undefined;
}

function isBuilder(evaluation: Evaluation, value: Value, builders: TextBuilders): boolean {
  if (value.kind === "text") return true;
  const type = value.kind === "composite" ? typeOfComposite(evaluation, value) : value.kind === "instance" ? value.type : undefined;
  return type?.kind === "external" && builders.types.includes(`${type.module}.${type.path.join(".")}`);
}
