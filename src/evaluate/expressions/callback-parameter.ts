import type { Binding, SourceModel } from "../../model/source-model.ts";
import type { Call, Expression, FunctionNode, TypeExpression } from "../../model/syntax.ts";
import { walkSyntax, walkTowards } from "../../model/walk-syntax.ts";
import { givenInObject } from "./callback-in-object.ts";
import { argumentsOf, insideOf } from "./evaluate-call.ts";
import { elementsOf, elementType } from "./evaluate-member.ts";
import { lookUp } from "./evaluate-name.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { promisedTo } from "./promise-methods.ts";
import { isUntold, recogniseCall } from "./recognise-call.ts";
import { textFunctionsOf } from "../texts/functions/index.ts";
import type { ClientValue, FunctionValue, Site, Values } from "../value.ts";
import { eitherOf } from "../value.ts";

/** What the parameter of a function literal is given by the function that it is handed to: `db.begin(async (sql) => …)`, `pets.forEach((pet) => …)`. */
export function givenByCallee(evaluation: Evaluation, { parameter }: Binding, site: Site): Values | undefined {
  const call = parameter && callAround(site.model, parameter.function);
  if (!parameter) return undefined;
  if (!call) return givenInObject(evaluation, parameter.function, parameter.index, site);
  const element = elementOfList(evaluation, call, parameter.index, site) ?? elementOfGiven(evaluation, call, parameter, site);
  if (element) return element;
  const added = parameterOfElements(call, parameter.index, site);
  if (added) return instancesOf(evaluation, added, site.model);
  const argument = call.arguments.indexOf(parameter.function);
  const promised = promisedTo(evaluation, call, argument, parameter.index, site);
  if (promised) return promised;
  return givenInCall(evaluation, call, argument, parameter.index, site, 0);
}

const MAX_HANDED_ON = 3;

/** What a call gives the parameter of the function that is one of its arguments. */
function givenInCall(evaluation: Evaluation, call: Call, argument: number, index: number, site: Site, depth: number): Values | undefined {
  const called = evaluation.evaluate(call.callee, site);
  const given = (recogniseCall(evaluation, call, called, site) ?? called).map((callee): Values | undefined =>
    callee.kind === "client" ? givenByLibrary(evaluation, callee, call, argument, index)
    : callee.kind === "function" ? givenByFunction(evaluation, callee, call, argument, index, site, depth)
    : undefined,
  );
  const known = given.filter((values) => values?.some((value) => value.kind !== "unknown")).map((values) => values!);
  return known.length > 0 ? eitherOf(...known) : undefined;
}

/** A library's value keeps the table and the schema of what it was asked for. */
function givenByLibrary(evaluation: Evaluation, { library, member, receiver }: ClientValue, call: Call, argument: number, index: number): Values | undefined {
  const { callback } = member;
  if (!callback || (callback.index ?? 0) !== index || call.arguments.at(callback.argument) !== call.arguments[argument]) return undefined;
  const type = evaluation.world.libraries.typeNamed(library, callback.parameter);
  const { table, writtenAt, schema } = receiver ?? {};
  return type && [{ kind: "instance", type, ...(table ? { table } : {}), ...(writtenAt ? { writtenAt } : {}), ...(schema ? { schema } : {}) }];
}

/** By a function of the project: as the type of its own parameter says, else what it calls that parameter with or what the function gives that it hands it on to. */
function givenByFunction(evaluation: Evaluation, callee: FunctionValue, call: Call, argument: number, index: number, site: Site, depth: number): Values | undefined {
  const taken = callee.node.parameters[argument];
  const written = taken?.type && parameterType(taken.type, index);
  const byType = written && instancesOf(evaluation, written, callee.model);
  if (byType?.some((value) => value.kind !== "unknown")) return byType;
  const name = taken?.pattern.kind === "name" ? taken.pattern.name : undefined;
  const inside = name !== undefined && callee.node.body && depth < MAX_HANDED_ON ? insideOf(callee, argumentsOf(evaluation, call, site), site) : undefined;
  if (name === undefined || !inside) return undefined;
  return callsWith(callee.node, name).flatMap((each): Values => {
    if (each.callee.kind === "name" && each.callee.name === name) return each.arguments[index] ? evaluation.evaluate(each.arguments[index], inside) : [];
    const handedOn = each.arguments.findIndex((given) => given.kind === "name" && given.name === name);
    return givenInCall(evaluation, each, handedOn, index, inside, depth + 1) ?? [];
  });
}

function parameterType(type: TypeExpression, index: number): TypeExpression | undefined {
  if (type.kind === "union") return type.members.map((member) => parameterType(member, index)).find((found) => found !== undefined);
  return type.kind === "function" ? type.parameters[index]?.type : undefined;
}

/** The calls of a name in a function's body, and those that are given it. */
function callsWith(node: FunctionNode, name: string): readonly Call[] {
  const isName = (expression: Expression): boolean => expression.kind === "name" && expression.name === name;
  const calls: Call[] = [];
  walkSyntax(node.body ? [node.body] : [], (each) => {
    if (each.kind === "call" && (isName(each.callee) || each.arguments.some(isName))) calls.push(each);
  });
  return calls;
}

function elementOfList(evaluation: Evaluation, call: Call, index: number, site: Site): Values | undefined {
  const { callee } = call;
  if (index !== 0 || callee.kind !== "member" || !textFunctionsOf(site.model.file.language)?.iterators?.includes(callee.name)) return undefined;
  const lists = evaluation.evaluate(callee.object, site).filter((value) => value.kind === "list" || value.kind === "composite" || (value.kind === "instance" && elementType(value.type) !== undefined));
  return lists.length > 0 ? elementsOf(evaluation, lists) : undefined;
}

/** Of a list that something outside of the project is given before the function: `Promise.map(pets, (pet) => …)` of Bluebird, `async.each(pets, …)`, `_.forEach(pets, …)`, `pMap(pets, …)`. */
function elementOfGiven(evaluation: Evaluation, { callee, arguments: [list, taker] }: Call, parameter: NonNullable<Binding["parameter"]>, site: Site): Values | undefined {
  if (parameter.index !== 0 || taker !== parameter.function || !list || list.kind === "text" || list.kind === "literal") return undefined;
  const lists = isUntold(evaluation.evaluate(callee, site)) ? listsAmong(evaluation.evaluate(list, site)) : [];
  return lists.length > 0 ? elementsOf(evaluation, lists) : undefined;
}

function listsAmong(values: Values): Values {
  return values.filter((value) => value.kind === "list" || (value.kind === "composite" && value.node.form === "list") || (value.kind === "instance" && elementType(value.type) !== undefined));
}

/** A function added to a list of functions takes what the declared type of the list's elements says: `const jobs: ((db: Db) => void)[] = []; jobs.push((db) => …)`. */
function parameterOfElements({ callee }: Call, index: number, { model }: Site): TypeExpression | undefined {
  if (callee.kind !== "member" || callee.object.kind !== "name" || !textFunctionsOf(model.file.language)?.adders?.includes(callee.name)) return undefined;
  const type = lookUp(model.scopeAt(callee.object.span.start), callee.object.name)?.type;
  return type?.kind === "list" ? parameterType(type.element, index) : undefined;
}

/** The call that a function literal is an argument of. */
function callAround(model: SourceModel, node: FunctionNode): Call | undefined {
  let found: Call | undefined;
  walkTowards(model.statements, node.span, (each) => {
    if (each.kind === "call" && each.arguments.includes(node)) found = each;
  });
  return found;
}
