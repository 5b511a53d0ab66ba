import type { Call, Expression, Return, TaggedText, TypeExpression } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { constructed, isSuper } from "../types/constructors.ts";
import { evaluateClientCall } from "./evaluate-client-call.ts";
import { applyBuiltin } from "./apply-builtin.ts";
import { applyTextFunction } from "../texts/apply-text-function.ts";
import type { Evaluation } from "../evaluator.ts";
import { elementsOf, listOf } from "./evaluate-member.ts";
import { listMethod } from "./list-methods.ts";
import { evaluateText } from "../texts/evaluate-text.ts";
import { generatorOfFile } from "../orm/generated-code.ts";
import { genericResult } from "../types/generic-result.ts";
import { partOf } from "./evaluate-name.ts";
import { instancesOfDeclared, typeValue } from "../types/find-type.ts";
import { isLeftToOthers } from "../types/left-open.ts";
import { methodLeftToSubclasses } from "../types/method-in-subclasses.ts";
import { nameByTag } from "../texts/name-by-tag.ts";
import { givenByQuoting } from "../texts/quoting-method.ts";
import { reworked, withoutReworked } from "../texts/reworked-statement.ts";
import { resultOfPromise } from "./promise-methods.ts";
import { grownText } from "../texts/grown-text.ts";
import { instancesAt } from "../types/type-parameters.ts";
import { keptHandle } from "./kept-handle.ts";
import { recogniseCall } from "./recognise-call.ts";
import { textFunctionsOf } from "../texts/functions/index.ts";
import type { Frame, FunctionValue, InstanceValue, Site, Value, Values } from "../value.ts";
import { eitherOf, isGlobal, MAX_CALL_DEPTH, unknown } from "../value.ts";

/** What a call gives: its `result`-th result, 0-based. A tagged template is a call of its tag. */
export function evaluateCall(evaluation: Evaluation, call: Call | TaggedText, result: number, site: Site): Values {
  const text = (call.kind === "call" ? listMethod(evaluation, call, site) : undefined) ?? textMethod(evaluation, call, site) ?? (call.kind === "call" ? grownText(evaluation, call, site) : undefined);
  if (text) return text;
  const promised = call.kind === "call" ? resultOfPromise(evaluation, call, site) : undefined;
  if (promised) return promised;
  const called = evaluation.evaluate(call.kind === "call" ? call.callee : call.tag, site);
  const callees = recogniseCall(evaluation, call, called, site) ?? called;
  const results = callees.map((callee) => resultOf(evaluation, callee, call, result, site));
  const known = results.flat().filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : (nameByTag(evaluation, call, callees, site) ?? mappedList(evaluation, call, site) ?? keptHandle(evaluation, call, called, site) ?? results[0] ?? unknown("it is computed"));
}

/** `names.map((name) => new Pet(name))`: a list of what the function gives, for each element where they are known. */
function mappedList(evaluation: Evaluation, call: Call | TaggedText, site: Site): Values | undefined {
  if (call.kind !== "call" || call.callee.kind !== "member" || !textFunctionsOf(site.model.file.language)?.mappers?.includes(call.callee.name)) return undefined;
  const [first] = call.arguments;
  const mapper = first && evaluation.evaluate(first, site).find((value) => value.kind === "function");
  if (mapper?.kind !== "function") return undefined;
  const resultFor = (element: Values): Values => resultOfFunction(evaluation, mapper, { arguments: [element] }, 0, site);
  const lists = evaluation.evaluate(call.callee.object, site).map((list): Value => ({ kind: "list", elements: listOf(evaluation, list)?.map(resultFor) ?? [resultFor(elementsOf(evaluation, [list]))] }));
  const known = lists.filter((list) => list.kind === "list" && list.elements.flat().some((element) => element.kind !== "unknown"));
  return known.length > 0 ? known : undefined;
}

function resultOf(evaluation: Evaluation, callee: Value, call: Call | TaggedText, result: number, site: Site): Values {
  switch (callee.kind) {
    case "client":
      return evaluateClientCall(evaluation, callee, call, result, site);
    case "instance":
      return callOfInstance(evaluation, callee, call, result, site);
    case "function":
      return resultOfFunction(evaluation, callee, argumentsOf(evaluation, call, site), result, site);
    case "type": {
      const isConversion = call.kind === "call" && !call.construct && !isSuper(call) && call.arguments.length === 1;
      const converted = isConversion ? evaluation.evaluate(call.arguments[0]!, site) : [];
      if (converted.some((value) => value.kind === "text")) return converted;
      const [made] = isConversion && callee.declaration.aliased ? instancesOfDeclared(evaluation, callee.declaration, callee.model) : [];
      if (made?.kind === "instance" && made.type.kind !== "external") return [made];
      return call.kind === "call" ? [constructed(evaluation, callee, call, site)] : unknown("it is computed");
    }
    case "external":
      return externalCall(evaluation, callee.module, callee.path, call, site);
    case "unknown":
      return [callee];
    case "text":
    case "list":
    case "composite":
    case "namespace":
      return unknown("it is computed");
  }
}

function callOfInstance(evaluation: Evaluation, callee: InstanceValue, call: Call | TaggedText, result: number, site: Site): Values {
  if (callee.type.kind === "function") return result === 0 ? typeValue(callee.type.result) : unknown("it is computed");
  const { type } = callee;
  if (type.kind !== "client") return unknown("it is computed");
  const member = evaluation.world.libraries.callOf({ ...callee, type });
  return member ? resultOf(evaluation, member, call, result, site) : unknown("it is computed");
}

/** A function of the language's own library or of one that is not known. */
function externalCall(evaluation: Evaluation, module: string, path: readonly string[], call: Call | TaggedText, site: Site): Values {
  const name = module === "" ? path.join(".") : `${module}.${path.join(".")}`;
  const { functions = {}, builtins = {} } = textFunctionsOf(site.model.file.language) ?? {};
  if (Object.hasOwn(functions, name)) return applyTextFunction(evaluation, functions[name]!, call, site);
  if (call.kind === "call" && Object.hasOwn(builtins, name)) return applyBuiltin(evaluation, builtins[name]!, call, site);
  if (call.kind === "tagged") return evaluateText(evaluation, call.text, site);
  if (call.construct) return typeValue({ kind: "external", module, path });
  const reason = `\`${path.join(".") || module}\` is not in this project`;
  return reworked(reason, argumentsOf(evaluation, call, site).arguments);
}

/** `text.trim()`, `list.join(", ")`: methods that every text or list has. */
function textMethod(evaluation: Evaluation, call: Call | TaggedText, site: Site): Values | undefined {
  if (call.kind !== "call" || call.callee.kind !== "member") return undefined;
  const { name, object } = call.callee;
  const { methods = {} } = textFunctionsOf(site.model.file.language) ?? {};
  if (!Object.hasOwn(methods, name)) return undefined;
  const receivers = evaluation.evaluate(object, site);
  if (!receivers.some((value) => value.kind === "text" || value.kind === "list" || value.kind === "composite")) return undefined;
  return applyTextFunction(evaluation, methods[name]!, call, site);
}

/** What a function of the project returns for arguments, of a generated one a value of the type that it says; `caller` is where the call stands, undefined for none. */
export function resultOfFunction(evaluation: Evaluation, callee: FunctionValue, passed: Passed, result: number, caller: Site | undefined): Values {
  const { node, model } = callee;
  const generated = generatorOfFile(evaluation.world.libraries, model) && node.results[result];
  const said = generated && instancesAt(evaluation, generated, { model, frame: undefined });
  if (said) return said;
  const inside = node.body ? insideOf(callee, passed, caller) : undefined;
  const returned = inside ? returnsOf(node).flatMap((statement) => returnedValue(evaluation, statement, result, inside)) : [];
  const known = withoutReworked(returned.filter((value) => value.kind !== "unknown"), passed.arguments);
  const declared = node.results[result];
  if (!known.every(isGlobal)) return (inside && known.every(isInstance) && typeGiven(evaluation, node, declared, passed, inside)) || eitherOf(known);
  const byType = genericResult(evaluation, callee, passed, result, caller) ?? (declared && instancesAt(evaluation, declared, inside ?? { model, frame: undefined }));
  const told = known.length > 0 || byType?.some((value) => value.kind === "instance" && value.table) ? undefined : tellersOf(callee);
  if (told) return told;
  const left = known.length > 0 ? [] : methodLeftToSubclasses(evaluation, callee).flatMap((each) => resultOfFunction(evaluation, each, passed, result, caller));
  if (left.some(({ kind }) => kind !== "unknown")) return eitherOf(left);
  if (byType || known.length > 0) return byType ?? eitherOf(known);
  return givenByQuoting(node, passed.arguments) ?? reworked(node.name ? `\`${node.name}\` gives it at run time` : "it is computed", passed.arguments);
}

/** What a call says a generic function gives: `load[*Pet](id)` of a function that gives its `T`. */
function typeGiven(evaluation: Evaluation, { typeParameters }: FunctionValue["node"], result: TypeExpression | undefined, { typeArguments = [] }: Passed, inside: Site): Values | undefined {
  if (result?.kind !== "named" || result.path.length !== 1 || typeArguments.length === 0) return undefined;
  if (!typeParameters?.some(({ name }) => name === result.path[0])) return undefined;
  return instancesAt(evaluation, result, inside);
}

function isInstance({ kind }: Value): boolean {
  return kind === "instance";
}

/** Who calls the method around tells what a class leaves to those that extend it: `this.tableName()`. */
function tellersOf({ node, model, receiver = [] }: FunctionValue): Values | undefined {
  const self = receiver.find((value) => value.kind === "instance" && value.selfIn);
  if (self?.kind !== "instance" || !self.selfIn || !isLeftToOthers(node, model)) return undefined;
  return [{ kind: "unknown", reason: `the classes that extend it tell \`${node.name ?? ""}\``, parameterOf: self.selfIn }];
}

/** Where the body of a function stands for one call of it. */
export function insideOf(callee: FunctionValue, passed: Passed, caller: Site | undefined, deepest: number = MAX_CALL_DEPTH): Site | undefined {
  const depth = (caller?.frame?.depth ?? 0) + 1;
  if (depth > deepest) return undefined;
  const frame: Frame = { function: callee.node, ...passed, receiver: callee.receiver, madeIn: callee.madeIn, depth, caller };
  return { model: callee.model, frame };
}

/** What a call hands over. */
export type Passed = Pick<Frame, "arguments" | "written" | "spread" | "typeArguments">;

export function argumentsOf(evaluation: Evaluation, call: Call | TaggedText, site: Site): Passed {
  if (call.kind !== "call") return { arguments: [] };
  return { arguments: call.arguments.map((argument) => evaluation.evaluate(argument, site)), written: call.arguments, spread: call.arguments.at(-1)?.kind === "spread", typeArguments: call.typeArguments };
}

function returnedValue(evaluation: Evaluation, statement: Return, result: number, site: Site): Values {
  const [first] = statement.values;
  if (!first) return unknown("it returns nothing");
  if (statement.values.length === 1) return result === 0 ? evaluation.evaluate(first, site) : partOf(evaluation, first, { kind: "result", index: result }, site);
  const value: Expression | undefined = statement.values[result];
  return value ? evaluation.evaluate(value, site) : unknown("it returns nothing");
}

const returnsByFunction = new WeakMap<FunctionValue["node"], readonly Return[]>();

/** The return statements of a function's own body. */
function returnsOf(node: FunctionValue["node"]): readonly Return[] {
  let returns = returnsByFunction.get(node);
  if (!returns) {
    const found: Return[] = [];
    walkSyntax(node.body ? [node.body] : [], (each) => {
      if (each.kind === "return") found.push(each);
      return each.kind !== "function" && each.kind !== "type";
    });
    returns = found;
    returnsByFunction.set(node, returns);
  }
  return returns;
}
