import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { Call, FunctionNode, TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { argumentsOf, insideOf } from "../expressions/evaluate-call.ts";
import type { Evaluation } from "../evaluator.ts";
import { SUPER } from "../function-names.ts";
import { classesExtended } from "./extended-classes.ts";
import { methodAround } from "./method-around.ts";
import { type FunctionValue, type InstanceValue, keyOfEntity, type Site, type TypeValue, type Value, type Values } from "../value.ts";

type Class = Pick<TypeValue, "declaration" | "model">;

const MAX_BASES = 12;

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Classes/constructor: its own, else that of what it extends. */
export function constructorOf(evaluation: Evaluation, { declaration, model }: Class, depth = 0): FunctionValue | undefined {
  const own = ownConstructor(declaration);
  if (own) return { kind: "function", node: own, model, receiver: undefined };
  const base = depth < MAX_BASES ? baseOf(evaluation, { declaration, model }) : undefined;
  return base && constructorOf(evaluation, base, depth + 1);
}

/** The class that `super(…)` in a constructor constructs. */
export function constructedBySuper(evaluation: Evaluation, model: SourceModel, offset: number): TypeValue | undefined {
  const around = classAround(model, offset);
  return methodAround(model, offset)?.name === "constructor" && around ? baseOf(evaluation, around) : undefined;
}

/** What `new Store("pets")` or, in a constructor, `super("pets")` makes: with the call's arguments its fields are told. */
export function constructed(evaluation: Evaluation, made: TypeValue, call: Call, site: Site): InstanceValue {
  const around = isSuper(call) ? classAround(site.model, call.span.start) : undefined;
  if (around) return { kind: "instance", type: { kind: "declared", ...around }, ...(site.frame ? { constructed: site } : {}) };
  const type = { kind: "declared", declaration: made.declaration, model: made.model, madeIn: made.madeIn } as const;
  const constructor = call.construct && call.arguments.length > 0 ? constructorOf(evaluation, made) : undefined;
  const inside = constructor && insideOf(constructor, argumentsOf(evaluation, call, site), site);
  return { kind: "instance", type, ...(call.construct ? { isNew: true } : {}), ...(inside ? { constructed: inside } : {}) };
}

/** Inside of the constructor of a class, for the call that made an instance of it or of a class that extends it; undefined where no call is known. */
export function constructionOf(evaluation: Evaluation, owner: TypeDeclaration, { type, constructed: made }: InstanceValue): Site | undefined {
  if (type.kind !== "declared") return undefined;
  let at: Class | undefined = type;
  let site = made;
  for (let depth = 0; at && depth < MAX_BASES; depth++) {
    const own = ownConstructor(at.declaration);
    if (at.declaration === owner) return site && own ? site : undefined;
    const base = baseOf(evaluation, at);
    const call = own && superCall(own);
    const inherited = base && call ? constructorOf(evaluation, base) : undefined;
    const around: Site = site ?? { model: at.model, frame: undefined };
    if (own) site = inherited && call && insideOf(inherited, argumentsOf(evaluation, call, around), around);
    at = base;
  }
  return undefined;
}

export function isSuper({ callee }: Call): boolean {
  return callee.kind === "name" && callee.name === SUPER;
}

/** A parameter of a constructor, by its place, 0-based. */
export interface ParameterProperty {
  readonly constructor: FunctionNode;
  readonly index: number;
}

/** The constructor's parameter that declares a field: https://www.typescriptlang.org/docs/handbook/2/classes.html#parameter-properties */
export function parameterProperty({ methods }: TypeDeclaration, name: string): ParameterProperty | undefined {
  for (const constructor of methods) {
    const index = constructor.parameters.findIndex(({ declaresField, pattern }) => declaresField && pattern.kind === "name" && pattern.name === name);
    if (index >= 0) return { constructor, index };
  }
  return undefined;
}

function ownConstructor({ methods }: TypeDeclaration): FunctionNode | undefined {
  return methods.find(({ name, body }) => name === "constructor" && body);
}

function baseOf(evaluation: Evaluation, { declaration, model }: Class): TypeValue | undefined {
  return declaration.extends.flatMap((base) => classesExtended(evaluation, base, { model, frame: undefined })).find((value: Value): value is TypeValue => value.kind === "type" && value.declaration !== declaration);
}

/** Whether a class is another one or extends it. */
export function isOfClass(evaluation: Evaluation, made: Class, owner: Class): boolean {
  let at: Class | undefined = made;
  for (let depth = 0; at && depth < MAX_BASES; depth++) {
    if (keyOfEntity(at) === keyOfEntity(owner)) return true;
    at = baseOf(evaluation, at);
  }
  return false;
}

/** The class that an offset stands in. */
export function classAround(model: SourceModel, offset: number): Class | undefined {
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) if (scope.type) return { declaration: scope.type, model };
  return undefined;
}

const superCalls = new WeakMap<FunctionNode, Call | "none">();

function superCall(node: FunctionNode): Call | undefined {
  let found = superCalls.get(node);
  if (!found) {
    const calls: Call[] = [];
    walkSyntax(node.body ? [node.body] : [], (each) => {
      if (each.kind === "call" && isSuper(each)) calls.push(each);
    });
    superCalls.set(node, (found = calls[0] ?? "none"));
  }
  return found === "none" ? undefined : found;
}

/** What a field is that a parameter of the constructor fills: what the call that is known passed, else what such calls may tell. */
export function filledByParameter(constructor: FunctionNode, index: number, model: SourceModel, site: Site | undefined): Values {
  const passed = site?.frame?.function === constructor ? site.frame.arguments[index] : undefined;
  return passed ?? [{ kind: "unknown", reason: "it is a parameter of `constructor`", parameterOf: { path: model.file.path, span: constructor.span } }];
}
