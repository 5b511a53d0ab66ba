import type { Binding, SourceModel } from "../model/source-model.ts";
import type { Call, FunctionNode, TypeExpression } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import { argumentsOf, insideOf } from "./evaluate-call.ts";
import { elementsOf } from "./evaluate-member.ts";
import type { Evaluation } from "./evaluator.ts";
import { instancesOf } from "./find-type.ts";
import { textFunctionsOf } from "./text-functions/index.ts";
import type { ClientValue, FunctionValue, Site, Values } from "./value.ts";

/** What the parameter of a function literal is given by the function that it is handed to: `db.begin(async (sql) => …)`, `pets.forEach((pet) => …)`. */
export function givenByCallee(evaluation: Evaluation, { parameter }: Binding, site: Site): Values | undefined {
  const call = parameter && callAround(site.model, parameter.function);
  if (!parameter || !call) return undefined;
  const element = elementOfList(evaluation, call, parameter.index, site);
  if (element) return element;
  const argument = call.arguments.indexOf(parameter.function);
  for (const callee of evaluation.evaluate(call.callee, site)) {
    const given =
      callee.kind === "client" ? givenByLibrary(evaluation, callee, call, argument, parameter.index)
      : callee.kind === "function" ? givenByFunction(evaluation, callee, call, argument, parameter.index, site)
      : undefined;
    if (given?.some((value) => value.kind !== "unknown")) return given;
  }
  return undefined;
}

/** A library's value keeps the table and the schema of what it was asked for. */
function givenByLibrary(evaluation: Evaluation, { library, member, receiver }: ClientValue, call: Call, argument: number, index: number): Values | undefined {
  const { callback } = member;
  if (!callback || (callback.index ?? 0) !== index || call.arguments.at(callback.argument) !== call.arguments[argument]) return undefined;
  const type = evaluation.world.libraries.typeNamed(library, callback.parameter);
  const { table, writtenAt, schema } = receiver ?? {};
  return type && [{ kind: "instance", type, ...(table ? { table } : {}), ...(writtenAt ? { writtenAt } : {}), ...(schema ? { schema } : {}) }];
}

/** By a function of the project: as the type of its own parameter says, else what it calls that parameter with. */
function givenByFunction(evaluation: Evaluation, callee: FunctionValue, call: Call, argument: number, index: number, site: Site): Values | undefined {
  const taken = callee.node.parameters[argument];
  const written = taken?.type && parameterType(taken.type, index);
  const byType = written && instancesOf(evaluation, written, callee.model);
  if (byType?.some((value) => value.kind !== "unknown")) return byType;
  const inside = taken?.pattern.kind === "name" && callee.node.body ? insideOf(callee, argumentsOf(evaluation, call, site), site) : undefined;
  if (!inside || taken?.pattern.kind !== "name") return undefined;
  return callsOf(callee.node, taken.pattern.name).flatMap((each) => (each.arguments[index] ? evaluation.evaluate(each.arguments[index], inside) : []));
}

function parameterType(type: TypeExpression, index: number): TypeExpression | undefined {
  if (type.kind === "union") return type.members.map((member) => parameterType(member, index)).find((found) => found !== undefined);
  return type.kind === "function" ? type.parameters[index]?.type : undefined;
}

function callsOf(node: FunctionNode, name: string): readonly Call[] {
  const calls: Call[] = [];
  walkSyntax(node.body ? [node.body] : [], (each) => {
    if (each.kind === "call" && each.callee.kind === "name" && each.callee.name === name) calls.push(each);
  });
  return calls;
}

function elementOfList(evaluation: Evaluation, call: Call, index: number, site: Site): Values | undefined {
  const { callee } = call;
  if (index !== 0 || callee.kind !== "member" || !textFunctionsOf(site.model.file.language)?.iterators?.includes(callee.name)) return undefined;
  const lists = evaluation.evaluate(callee.object, site).filter((value) => value.kind === "list" || value.kind === "composite" || (value.kind === "instance" && value.type.kind === "list"));
  return lists.length > 0 ? elementsOf(evaluation, lists) : undefined;
}

const callsByModel = new WeakMap<SourceModel, ReadonlyMap<FunctionNode, Call>>();

/** The call that a function literal is an argument of. */
function callAround(model: SourceModel, node: FunctionNode): Call | undefined {
  let calls = callsByModel.get(model);
  if (!calls) {
    const found = new Map<FunctionNode, Call>();
    walkSyntax(model.statements, (each) => {
      if (each.kind !== "call") return;
      for (const argument of each.arguments) if (argument.kind === "function") found.set(argument, each);
    });
    calls = found;
    callsByModel.set(model, calls);
  }
  return calls.get(node);
}
