import type { SourceModel } from "../../model/source-model.ts";
import type { FunctionNode, TypeExpression } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { methodsByReceiver, receiverMethod } from "./find-member.ts";
import { instancesOf } from "./find-type.ts";
import type { InstanceValue, TypeOfLibrary, Value, Values } from "../value.ts";

/** A method without a body: of the project's own interface over a library, or of one that types of the project implement. */
export function abstractMethod(evaluation: Evaluation, method: FunctionNode, methods: readonly FunctionNode[], model: SourceModel, receiver: InstanceValue | undefined): Values {
  const client = clientMethod(evaluation, method, methods, model);
  if (client) return [client];
  const implementations = receiver ? implementationsOf(evaluation, method, methods, model) : [];
  if (implementations.length > 1 && receiver?.parameterOf && givesText(method)) return [{ kind: "unknown", reason: "its callers tell its type", parameterOf: receiver.parameterOf }];
  return implementations.length > 0 ? implementations : [{ kind: "function", node: method, model, receiver: receiver && (receiver.selfIn ?? isOfClass(receiver)) ? [receiver] : undefined }];
}

function isOfClass({ type }: InstanceValue): boolean {
  return type.kind === "declared" && type.declaration.form === "class";
}

/** What one of several types names itself is said by the value that is handed over. */
function givesText({ results: [result] }: FunctionNode): boolean {
  return result?.kind === "named" && result.path.length === 1 && result.path[0] === "string";
}

/**
 * The library's method behind one of the project's interface, told by the types that it gives (`Exec(…) (sql.Result, error)`) or,
 * where it takes anything (`Insert(beans ...any)`), by those that its neighbours give; or by a parameter that stands for a table
 * of the library's (`CopyFrom(table pgx.Identifier, …)`).
 */
function clientMethod(evaluation: Evaluation, method: FunctionNode, methods: readonly FunctionNode[], model: SourceModel): Value | undefined {
  const said = method.parameters.flatMap(({ type }) => (type ? (instancesOf(evaluation, type, model) ?? []) : [])).find(standsForTable);
  if (said) return evaluation.world.libraries.memberNamed(said.type.library, method.name ?? "");
  const tellers = method.parameters.some((parameter) => takesAnything(parameter.type)) ? methods : [method];
  for (const teller of [method, ...tellers]) {
    for (const result of teller.results) {
      for (const value of instancesOf(evaluation, result, model) ?? []) {
        if (value.kind !== "instance" || value.type.kind !== "client") continue;
        const member = evaluation.world.libraries.memberNamed(value.type.library, method.name ?? "");
        if (member && mayGive(member, value.type)) return member;
      }
    }
  }
  return undefined;
}

/** What a project's own repository gives is a row; a builder of the same name gives no rows: `Update(ctx, pet) (*ent.Pet, error)`. */
function mayGive(member: Value, { generated, name }: TypeOfLibrary): boolean {
  return !generated || member.kind !== "client" || member.member.returns === name || member.member.returns === "receiver";
}

/** A value of a library's type of which each stands for a table. */
export function standsForTable(value: Value): value is InstanceValue & { readonly type: TypeOfLibrary } {
  if (value.kind !== "instance" || value.type.kind !== "client") return false;
  const { library, name } = value.type;
  return Object.hasOwn(library.types, name) && library.types[name]!.standsForTable === true;
}

function takesAnything(type: TypeExpression | undefined): boolean {
  switch (type?.kind) {
    case "list":
      return takesAnything(type.element);
    case "named":
      return type.path.length === 1 && type.path[0] === "any";
    case "record":
      return type.fields.length === 0 && type.methods.length === 0;
    default:
      return false;
  }
}

const MAX_IMPLEMENTATIONS = 4;

/** Methods of the interface's own package that implement it: of types that have all of its methods. */
function implementationsOf(evaluation: Evaluation, method: FunctionNode, methods: readonly FunctionNode[], model: SourceModel): Values {
  const found: Value[] = [];
  for (const path of evaluation.world.modules.packageOf(model.file.path)) {
    const file = evaluation.world.models.mentions(path, method.name ?? "") ? evaluation.world.models.of(path) : undefined;
    for (const candidate of file ? methodsNamed(file, method.name ?? "") : []) {
      const type = candidate.receiver?.type ? instancesOf(evaluation, candidate.receiver.type, file!) : undefined;
      const [instance] = type ?? [];
      if (instance?.kind !== "instance" || instance.type.kind !== "declared") continue;
      const { declaration, model: home } = instance.type;
      if (!methods.every((each) => receiverMethod(evaluation, { declaration, model: home }, each.name ?? "", undefined))) continue;
      found.push({ kind: "function", node: candidate, model: file!, receiver: [instance] });
      if (found.length === MAX_IMPLEMENTATIONS) return found;
    }
  }
  return found;
}

function methodsNamed(model: SourceModel, name: string): readonly FunctionNode[] {
  return [...methodsByReceiver(model).values()].filter((method) => method.name === name);
}
