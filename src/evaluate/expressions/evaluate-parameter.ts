import type { Place } from "../../model/place.ts";
import type { Binding } from "../../model/source-model.ts";
import type { FunctionNode, TypeExpression } from "../../model/syntax.ts";
import { givenByCallee } from "./callback-parameter.ts";
import { lookUp, valuesOfBinding } from "./evaluate-name.ts";
import { findFrame } from "./find-frame.ts";
import { documentedParameter } from "../types/documented-types.ts";
import { patternPart } from "./evaluate-member.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesAt } from "../types/type-parameters.ts";
import { givenByMigrationTool } from "./migration-parameter.ts";
import type { Frame, Site, Values } from "../value.ts";
import { eitherOf, isMissing, unknown } from "../value.ts";

/** What a parameter is: the argument of the call that is followed, else what its default, type or the library that calls it says. */
export function evaluateParameter(evaluation: Evaluation, binding: Binding, site: Site): Values {
  const parameter = binding.parameter ?? receiverOf(binding);
  if (!parameter) return unknown(`\`${binding.name}\` is a parameter`);
  const frame = frameOf(site.frame, parameter.function);
  const declared = parameter.index < 0 ? parameter.function.receiver : parameter.function.parameters[parameter.index];
  const argument = frame && passedTo(frame, parameter.index, declared?.rest ?? false, site);
  const passed = argument && partOfParameter(evaluation, binding, argument, site);
  if (passed?.some((value) => value.kind !== "unknown" && !isMissing(value))) return passed;
  const byDefault = declared?.pattern.default ? evaluation.evaluate(declared.pattern.default, site) : [];
  // The callers of a function whose call is followed have said what they say.
  const asked = frame ? undefined : { path: site.model.file.path, span: parameter.function.span };
  const type = declared?.type ?? (declared?.pattern.kind === "name" ? documentedParameter(site.model, parameter.function.span, declared.pattern.name) : undefined);
  const byType = type ? instancesOfParameter(evaluation, type, binding, passed, asked, site) : [];
  const known = [...byDefault, ...byType].filter((value) => value.kind !== "unknown");
  if (known.length > 0) return eitherOf(known);
  const given = givenFromOutside(evaluation, binding, site) ?? evaluation.world.libraries.customary(site.model.file.language, binding.name) ?? (declared?.type ? undefined : namedForClass(evaluation, binding, parameter.function, site)) ?? passed;
  return given ?? [{ kind: "unknown", reason: `\`${binding.name}\` is a parameter${functionName(parameter.function)}`, ...(asked ? { parameterOf: asked } : {}) }];
}

/** What a call hands to a parameter; the rest of its arguments as a list to the last one that takes it. */
function passedTo(frame: Frame, index: number, rest: boolean, { model }: Site): Values | undefined {
  if (index < 0) return frame.receiver;
  if (rest && !frame.spread) return [{ kind: "list", elements: frame.arguments.slice(index) }];
  const values = frame.arguments[index];
  const path = frame.caller?.model.file.path;
  const written = frame.written?.[index];
  return values && written && path !== undefined && path !== model.file.path ? passedFrom({ path, span: written.span }, values) : values;
}

/** Texts that an argument in another file hands over. */
function passedFrom(place: Place, values: Values): Values {
  return values.map((value) => (value.kind === "text" ? { ...value, pieces: value.pieces.map((piece) => (piece.kind === "known" && !piece.passedAt ? { ...piece, passedAt: place } : piece)) } : value));
}

/** A value of the parameter's type, or the part of it, of which the callers may tell more: those of the function that is asked, or of the one that its caller names. */
function instancesOfParameter(evaluation: Evaluation, type: TypeExpression, binding: Binding, passed: Values | undefined, asked: Place | undefined, site: Site): Values {
  const parameterOf = passed ? passed.map((value) => (value.kind === "unknown" ? value.parameterOf : undefined))[0] : asked;
  const told = (values: Values): Values => values.map((value) => (value.kind === "instance" && parameterOf ? { ...value, parameterOf } : value));
  return told(partOfParameter(evaluation, binding, told(instancesAt(evaluation, type, site) ?? []), site));
}

/**
 * Without types a name says what a parameter is: `pet`, where the file knows a class `Pet`. A class that extends it may be
 * what the function's callers hand over.
 */
function namedForClass(evaluation: Evaluation, { name, part }: Binding, { span }: FunctionNode, site: Site): Values | undefined {
  const { model } = site;
  const first = name.charAt(0);
  const found = part || first === first.toUpperCase() ? undefined : lookUp(model.scopeAt(span.start), first.toUpperCase() + name.slice(1));
  const classes = found ? valuesOfBinding(evaluation, found, undefined, { model, frame: undefined }) : [];
  const instances = classes.flatMap((value): Values => {
    if (value.kind !== "type" || value.declaration.form !== "class") return [];
    const { declaration, model: home, madeIn } = value;
    return [{ kind: "instance", type: { kind: "declared", declaration, model: home, madeIn }, parameterOf: { path: model.file.path, span } }];
  });
  return instances.length > 0 ? instances : undefined;
}

/** A receiver stands before the list. */
function receiverOf({ scope }: Binding): { readonly function: FunctionNode; readonly index: number } | undefined {
  return scope.function?.receiver ? { function: scope.function, index: -1 } : undefined;
}

function functionName(node: FunctionNode): string {
  return node.name ? ` of \`${node.name}\`` : "";
}

/** `({ db }) => …`: the binding is a part of the parameter. */
function partOfParameter(evaluation: Evaluation, binding: Binding, values: Values, site: Site): Values {
  return binding.part?.kind === "path" ? patternPart(evaluation, values, binding.part, site) : values;
}

function frameOf(frame: Frame | undefined, node: FunctionNode): Frame | undefined {
  return findFrame(frame, (each) => each.function === node);
}

/** By the function that it is handed to, or by a tool that runs it. */
function givenFromOutside(evaluation: Evaluation, binding: Binding, site: Site): Values | undefined {
  const given = givenByCallee(evaluation, binding, site);
  if (!given) return givenByMigrationTool(evaluation, binding, site);
  const part = partOfParameter(evaluation, binding, given, site);
  return part.some((value) => value.kind !== "unknown") ? part : undefined;
}
