import type { Place } from "../../model/place.ts";
import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { FunctionNode, TypeExpression, TypeParameter } from "../../model/syntax.ts";
import { typeOfComposite } from "../expressions/evaluate-composite.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "./find-type.ts";
import type { Frame, Site, TypeArguments, Value, Values } from "../value.ts";

/**
 * A value of a written type where it stands. A type parameter is what the call that is followed says, or its receiver's type:
 * `T` of `Repository[T]` in a call of `pets.Forget(1)`. Outside of a call it is unknown, and the function's callers may tell.
 */
export function instancesAt(evaluation: Evaluation, written: TypeExpression, site: Site): Values | undefined {
  const inner = written.kind === "list" ? written.element : written;
  const owner = inner.kind === "named" && inner.path.length === 1 ? ownerOf(inner.path[0]!, site.model, inner.span.start) : undefined;
  if (!owner || inner.kind !== "named") return instancesOf(evaluation, written, site.model);
  const name = inner.path[0]!;
  let isFollowed = false;
  for (let frame = site.frame; frame; frame = frame.caller?.frame) {
    if (frame.function.span.start !== owner.span.start || frame.function.name !== owner.name) continue;
    isFollowed = true;
    const values = argumentFor(evaluation, name, owner, frame);
    if (values) return written.kind === "list" ? values.map(listOfThem) : values;
  }
  const parameterOf: Place = { path: site.model.file.path, span: owner.span };
  return [{ kind: "unknown", reason: `\`${name}\` is a type parameter`, ...(isFollowed ? {} : { parameterOf }) }];
}

function listOfThem(value: Value): Value {
  return value.kind === "instance" ? { kind: "list", elements: [], of: value.type } : value;
}

/** The function around an offset that has a type parameter of that name, its own or its receiver's. */
function ownerOf(name: string, model: SourceModel, offset: number): FunctionNode | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    const node = scope.function;
    if (node && (ownIndex(node, name) >= 0 || receiverIndex(node, name) >= 0)) return node;
  }
  return undefined;
}

function ownIndex(node: FunctionNode, name: string): number {
  return node.typeParameters?.findIndex((parameter) => parameter.name === name) ?? -1;
}

function receiverIndex({ receiver }: FunctionNode, name: string): number {
  const type = receiver?.type;
  return type?.kind === "named" ? type.arguments.findIndex((argument) => argument.kind === "named" && argument.path.length === 1 && argument.path[0] === name) : -1;
}

function argumentFor(evaluation: Evaluation, name: string, owner: FunctionNode, frame: Frame): Values | undefined {
  const index = ownIndex(owner, name);
  if (index >= 0) {
    const written = frame.caller && given(evaluation, { types: frame.typeArguments ?? [], site: frame.caller }, index);
    return written ?? inferred(evaluation, name, owner, frame) ?? byConstraint(evaluation, owner.typeParameters![index]!, owner, frame);
  }
  for (const receiver of frame.receiver ?? []) {
    const values = given(evaluation, typeArgumentsOf(receiver), receiverIndex(owner, name));
    if (values) return values;
  }
  return undefined;
}

/** What it is a pointer to: `Row` of `[Pet any, Row interface{ *Pet; Scanner }]` (https://go.dev/ref/spec#Type_unification, core types). */
function byConstraint(evaluation: Evaluation, { name, constraint }: TypeParameter, owner: FunctionNode, frame: Frame): Values | undefined {
  if (constraint?.kind !== "record") return undefined;
  const pointed = constraint.fields.flatMap(({ type }) => (type?.kind === "named" && type.path.length === 1 ? type.path : []));
  const other = pointed.find((each) => each !== name && ownIndex(owner, each) >= 0);
  return other === undefined ? undefined : argumentFor(evaluation, other, owner, frame);
}

/** A type argument that is left out is what the arguments say: a `T`, an element of a `[]T`, what a `func(T)` takes (https://go.dev/ref/spec#Type_inference). */
function inferred(evaluation: Evaluation, name: string, owner: FunctionNode, { arguments: passed }: Frame): Values | undefined {
  const isIt = (type: TypeExpression | undefined): boolean => type?.kind === "named" && type.path.length === 1 && type.path[0] === name;
  for (const [index, { type }] of owner.parameters.entries()) {
    const place = type?.kind === "function" ? type.parameters.findIndex((parameter) => isIt(parameter.type)) : -1;
    if (place < 0 && !isIt(type) && !(type?.kind === "list" && isIt(type.element))) continue;
    const types = (passed[index] ?? []).flatMap((value): Values => {
      if (place < 0) return instanceLike(evaluation, value);
      const taken = value.kind === "function" ? value.node.parameters[place]?.type : undefined;
      return taken && value.kind === "function" ? (instancesAt(evaluation, taken, { model: value.model, frame: undefined }) ?? []) : [];
    });
    if (types.length > 0) return types;
  }
  return undefined;
}

/** Some value of the type of a struct, or of the elements of a list of them; what the caller's own callers tell. */
function instanceLike(evaluation: Evaluation, value: Value): Values {
  if (value.kind === "unknown" && value.parameterOf) return [value];
  const type = value.kind === "instance" ? value.type : value.kind === "composite" ? typeOfComposite(evaluation, value) : value.kind === "list" ? value.of : undefined;
  const inner = type?.kind === "list" ? type.element : type;
  return inner?.kind === "declared" ? [{ kind: "instance", type: inner }] : [];
}

function given(evaluation: Evaluation, from: TypeArguments | undefined, index: number): Values | undefined {
  const written = from?.types[index];
  return from && written && instancesAt(evaluation, written, from.site);
}

function typeArgumentsOf(value: Value): TypeArguments | undefined {
  if (value.kind === "instance") return value.typeArguments;
  return value.kind === "composite" && value.node.type?.kind === "named" ? { types: value.node.type.arguments, site: value.site } : undefined;
}
