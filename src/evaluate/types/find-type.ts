import type { Place } from "../../model/place.ts";
import type { Binding, Scope, SourceModel } from "../../model/source-model.ts";
import type { Expression, Name, NamedType, TypeDeclaration, TypeExpression } from "../../model/syntax.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import type { Evaluation } from "../evaluator.ts";
import { exportedValues, generatorOf, importedValues } from "../find-declaration.ts";
import { documentedType, OF_MODULE } from "./documented-types.ts";
import { argumentFollowed, type Arguments, follow, isFollowed, isOpenParameter } from "./followed-types.ts";
import { generatedType, missingGeneratedType } from "../orm/generated-code.ts";
import { tableOf } from "../tables/table-of-value.ts";
import type { InstanceValue, Type, TypeArguments, Value, Values } from "../value.ts";

/** Types that stand for what is inside them. */
const TRANSPARENT = new Set(["Promise", "Awaited", "Readonly", "Partial", "Required", "NonNullable", "Omit", "Pick", "ReturnType", "InstanceType", "Parameters"]);

/** A value of a written type; undefined where the type is not known. */
export function instancesOf(evaluation: Evaluation, written: TypeExpression, model: SourceModel): Values | undefined {
  const type = typeOf(evaluation, written, model, 0);
  if (!type) return undefined;
  const instance = instanceOf(evaluation, type, { path: model.file.path, span: written.span });
  const isGeneric = written.kind === "named" && written.arguments.length > 0 && type.kind === "declared";
  return [isGeneric ? { ...instance, typeArguments: { types: written.arguments, site: { model, frame: undefined } } } : instance];
}

/** A value of a type: of a library's type for a model, one that stands for the model's table. */
function instanceOf(evaluation: Evaluation, type: Type, place: Place): InstanceValue {
  if (type.kind !== "client" || !type.model) return { kind: "instance", type };
  return { kind: "instance", type, table: tableOf(evaluation, { kind: "instance", type: type.model }, type.library, place) };
}

export function typeValue(type: Type): Values {
  return [{ kind: "instance", type }];
}

/** A value of a declared type; of an alias, of what it stands for. */
export function instancesOfDeclared(evaluation: Evaluation, declaration: TypeDeclaration, model: SourceModel): Values {
  return typeValue(declared(evaluation, declaration, model, 0));
}

const MAX_ALIASES = 12;

function typeOf(evaluation: Evaluation, written: TypeExpression, model: SourceModel, depth: number): Type | undefined {
  if (depth > MAX_ALIASES) return undefined;
  switch (written.kind) {
    case "named":
      return namedType(evaluation, written, model, depth);
    case "list":
    case "map": {
      const element = typeOf(evaluation, written.kind === "list" ? written.element : written.value, model, depth + 1);
      return element ? { kind: "list", element } : undefined;
    }
    case "function": {
      const result = written.results[0] && typeOf(evaluation, written.results[0], model, depth + 1);
      return result ? { kind: "function", result } : undefined;
    }
    case "record":
      return { kind: "record", record: written, model };
    case "union":
      return together(written.members.flatMap((member) => typeOf(evaluation, member, model, depth + 1) ?? []));
    case "literal":
    case "unknown":
      return undefined;
  }
}

/** Of several types the first of which the source tells anything; object types one with the members of all: `Named & { db: Database }`. */
function together(types: readonly Type[]): Type | undefined {
  const first = types.find(({ kind }) => kind !== "external") ?? types[0];
  if (first?.kind !== "record") return first;
  const records = types.flatMap((type) => (type.kind === "record" && type.model === first.model ? [type.record] : []));
  return { ...first, record: { ...first.record, fields: records.flatMap(({ fields }) => fields), methods: records.flatMap(({ methods }) => methods) } };
}

function namedType(evaluation: Evaluation, written: NamedType, model: SourceModel, depth: number): Type | undefined {
  const [head, ...rest] = written.path;
  if (head === undefined) return undefined;
  if (rest.length === 0 && TRANSPARENT.has(head) && written.arguments[0]) return typeOf(evaluation, written.arguments[0], model, depth + 1);
  if (head === "[]" && written.arguments[0]) return indexedType(evaluation, written, model, depth);
  if (head === "typeof" && written.arguments[0]) return typeOfValue(evaluation, written.arguments[0], model);
  if (head === OF_MODULE && written.arguments[0]?.kind === "literal") return typeOfModule(evaluation, written.arguments[0].text, rest, model, depth);
  const binding = lookUpType(model.scopeAt(written.span.start), head);
  const given = (): Arguments => written.arguments.map((argument) => typeOf(evaluation, argument, model, depth + 1));
  if (binding?.import) return ofModel(evaluation, importedType(evaluation, model, binding.import, rest, depth, given), written, model, depth);
  if (binding?.declaration) return declared(evaluation, binding.declaration, model, depth, given);
  const elsewhere = binding ? undefined : evaluation.world.declarations.inPackageOf(model, head);
  if (elsewhere?.binding.declaration) return declared(evaluation, elsewhere.binding.declaration, elsewhere.model, depth, given);
  const argument = rest.length === 0 ? argumentFollowed(model.scopeAt(written.span.start), head) : undefined;
  if (argument) return argument;
  const constraint = rest.length === 0 ? constraintOf(model.scopeAt(written.span.start), head) : undefined;
  if (constraint) return typeOf(evaluation, constraint, model, depth + 1);
  const merged = binding ? undefined : mergedType(evaluation, model, written.path, depth);
  if (merged) return ofModel(evaluation, merged, written, model, depth);
  if (binding) return undefined;
  const documented = rest.length === 0 ? documentedType(model, head, written.span) : undefined;
  return documented ? typeOf(evaluation, documented, model, depth + 1) : evaluation.world.libraries.globalType(model.file.language, head);
}

/** `import("./pet").Pet`; without a name the class that a module of CommonJS is. */
function typeOfModule(evaluation: Evaluation, module: string, path: readonly string[], model: SourceModel, depth: number): Type | undefined {
  const [imported, ...rest] = path;
  if (imported !== undefined) return importedType(evaluation, model, { module, imported }, rest, depth);
  const whole = importedValues(evaluation, model, { module, imported: "*" }).find((value) => value.kind === "type");
  return whole?.kind === "type" ? declared(evaluation, whole.declaration, whole.model, depth) : undefined;
}

/** Go's `import . "module"`: the module's types need no prefix (go.dev/ref/spec, "Import declarations"). */
function mergedType(evaluation: Evaluation, model: SourceModel, path: readonly string[], depth: number): Type | undefined {
  for (const { module, names } of model.imports) {
    if (!names.some(({ local }) => local === ".")) continue;
    const type = importedType(evaluation, model, { module, imported: "*" }, path, depth);
    if (type && type.kind !== "external" && !(type.kind === "client" && !Object.hasOwn(type.library.types, type.name))) return type;
  }
  return undefined;
}

/** `Database["transaction"]`, `Parameters<Work>[0]`: a type as `typeOfOne` tells it of the member, else of the whole. */
function indexedType(evaluation: Evaluation, { arguments: [object, index] }: NamedType, model: SourceModel, depth: number): Type | undefined {
  const type = object && typeOf(evaluation, object, model, depth + 1);
  if (index?.kind !== "literal" || !type) return type?.kind === "value" ? undefined : type;
  return memberOfValues(evaluation, typeValue(type), index.text).map((value) => typeOfOne(evaluation, value)).find((found) => found !== undefined);
}

/** `typeof db`; of a function what it gives, of a library's function that calls another back what it gives that one. */
function typeOfValue(evaluation: Evaluation, query: TypeExpression, model: SourceModel): Type | undefined {
  if (query.kind !== "named") return undefined;
  const [head, ...rest] = query.path.map((name): Name => ({ kind: "name", span: query.span, name }));
  if (!head) return undefined;
  const expression = rest.reduce<Expression>((object, { name, span }) => ({ kind: "member", span, object, name, nameSpan: span }), head);
  for (const value of evaluation.evaluate(expression, { model, frame: undefined })) {
    const type = typeOfOne(evaluation, value);
    if (type) return type;
  }
  return undefined;
}

function typeOfOne(evaluation: Evaluation, value: Value): Type | undefined {
  switch (value.kind) {
    case "instance":
      return value.type;
    case "type":
      return { kind: "declared", declaration: value.declaration, model: value.model, madeIn: value.madeIn };
    case "client": {
      const named = value.member.callback?.parameter ?? value.member.returns;
      return named === undefined || named === "receiver" ? undefined : evaluation.world.libraries.typeNamed(value.library, named);
    }
    case "function":
      return resultOfFunction(evaluation, value, { arguments: [] }, 0, undefined).flatMap((each) => (each.kind === "instance" ? [each.type] : []))[0];
    case "namespace":
    case "composite":
      return { kind: "value", value };
    default:
      return undefined;
  }
}

/** A library's type with the model that it is written for. */
function ofModel(evaluation: Evaluation, type: Type | undefined, written: NamedType, model: SourceModel, depth: number): Type | undefined {
  if (type?.kind !== "client" || !Object.hasOwn(type.library.types, type.name)) return type;
  const index = type.library.types[type.name]!.model;
  const argument = index === undefined ? undefined : written.arguments[index];
  const given = argument && !isOpenParameter(argument, model) && typeOf(evaluation, argument, model, depth + 1);
  return given ? { ...type, model: given } : type;
}

/** What a type parameter is at least: `PrismaClient` of `<Client extends PrismaClient>`. */
function constraintOf(from: Scope, name: string): TypeExpression | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const parameters = scope.function?.typeParameters ?? scope.type?.typeParameters;
    const found = parameters?.find((parameter) => parameter.name === name);
    if (found) return found.constraint;
  }
  return undefined;
}

/** The binding of a type's name: a parameter may have the name of the package that its type is of (`db db.Inserter`). */
function lookUpType(from: Scope, name: string): Binding | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const binding = scope.bindings.get(name);
    if (binding?.import || binding?.declaration) return binding;
  }
  return undefined;
}

function importedType(
  evaluation: Evaluation,
  model: SourceModel,
  imported: { readonly module: string; readonly imported: string },
  rest: readonly string[],
  depth: number,
  given?: () => Arguments,
): Type | undefined {
  const { world } = evaluation;
  const path = imported.imported === "*" ? rest : [imported.imported, ...rest];
  const resolution = world.modules.resolve(model.file.path, imported.module);
  if (resolution.kind !== "project") {
    const module = resolution.kind === "external" ? resolution.module : imported.module;
    const library = world.libraries.ofModule(model.file.language, module) ?? world.libraries.generating(model.file.language, path[0] ?? "", module);
    const name = path.at(-1);
    const generated = library || name === undefined ? undefined : missingGeneratedType(evaluation, module, name, model);
    if (generated) return generated;
    return library && name !== undefined ? { kind: "client", library, name } : { kind: "external", module, path };
  }
  const name = path[0];
  if (name === undefined) return undefined;
  const found = world.declarations.inFiles(resolution.paths, name);
  if (found?.binding.declaration) return declared(evaluation, found.binding.declaration, found.model, depth, given);
  for (const value of exportedValues(evaluation, resolution.paths, name) ?? []) {
    if (value.kind === "type") return declared(evaluation, value.declaration, value.model, depth, given);
    if (value.kind === "client") return { kind: "client", library: value.library, name };
    if (value.kind === "external") return { kind: "external", module: value.module, path: value.path };
  }
  return undefined;
}

/** Reads what a generic type has, its parameters being what is written for them: `T` of `class Store<T>` is `Pet` in what `class Pets extends Store<Pet>` has from it. */
export function withTypeArguments<Result>(evaluation: Evaluation, declaration: TypeDeclaration, written: TypeArguments | undefined, read: () => Result): Result {
  if (!written?.types.length || !declaration.typeParameters?.length || isFollowed(declaration)) return read();
  const given = written.types.map((type) => typeOf(evaluation, type, written.site.model, 0));
  return follow(declaration, given, read);
}

/** A declared type; an alias is what it stands for with the arguments given, unless that is not known. */
function declared(evaluation: Evaluation, declaration: TypeDeclaration, model: SourceModel, depth: number, given?: () => Arguments): Type {
  const { name } = declaration;
  const generator = name === undefined ? undefined : generatorOf(evaluation, model, name);
  if (generator) return { kind: "client", library: generator, name: name! };
  const own: Type = { kind: "declared", declaration, model };
  const { aliased } = declaration;
  if (!aliased || aliased.kind === "record" || isFollowed(declaration)) return (name !== undefined && generatedType(evaluation, name, own, model)) || own;
  const meant = follow(declaration, (declaration.typeParameters?.length && given?.()) || [], () => typeOf(evaluation, aliased, model, depth + 1)) ?? own;
  if (declaration.defined && meant.kind === "declared" && meant.declaration.form === "struct") return { ...meant, named: { declaration, model } };
  const isNamedList = declaration.defined && meant.kind === "list";
  return (name !== undefined && generatedType(evaluation, name, meant, model)) || (isNamedList ? { ...meant, named: { declaration, model } } : meant);
}
