import type { SourceModel } from "../../model/source-model.ts";
import type { Assignment, Expression, Field, FunctionNode, TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { basesOf } from "./bases-of-type.ts";
import { isBuiltInType } from "./built-in-types.ts";
import { constructionOf, filledByParameter, type ParameterProperty, parameterProperty } from "./constructors.ts";
import { fieldValues, valuesWhereEmbedded } from "./field-values.ts";
import { statementsIn } from "../texts/reworked-statement.ts";
import { continuesBase, writesOf } from "./continued-methods.ts";
import { isLeftOpen } from "./left-open.ts";
import { isOfAnyModel, toldByArguments, toldByConstruction } from "./left-to-arguments.ts";
import { abstractMethod, standsForTable } from "./interface-methods.ts";
import { instancesOf, withTypeArguments } from "./find-type.ts";
import { isOpenParameter } from "./followed-types.ts";
import { setBySubclasses } from "./set-by-subclasses.ts";
import { tableOfGenerated } from "../orm/generated-code.ts";
import { relationIn, relationOfModel } from "../orm/relation-in-field.ts";
import { memberByRelation } from "../orm/relation-methods.ts";
import type { Entity, InstanceValue, Site, Type, TypeArguments, TypeOfLibrary, TypeValue, Value, Values } from "../value.ts";
import { unknown } from "../value.ts";

/** A field or method of a value whose type is known. */
export function memberOfType(evaluation: Evaluation, type: Type, name: string, receiver: InstanceValue): Values {
  switch (type.kind) {
    case "client": {
      const { libraries } = evaluation.world;
      const table = receiver.table ?? tableOfGenerated(evaluation, type);
      const owned = libraries.memberOf({ ...receiver, type, ...(table ? { table } : {}) }, name);
      if (!owned && type.generated?.declared) return memberOfType(evaluation, type.generated.declared, name, { kind: "instance", type: type.generated.declared });
      const isChain = owned?.kind === "client" && owned.member === type.library.types[type.name]?.otherMembers;
      const byRelation = owned && !isChain ? undefined : memberByRelation(evaluation, { ...receiver, type, ...(table ? { table } : {}) }, name);
      if (byRelation) return owned ? [owned, ...byRelation] : byRelation;
      const member = owned ?? (Object.hasOwn(type.library.types, type.name) ? undefined : libraries.memberNamed(type.library, name));
      return member ? [member] : (fieldOfRow(evaluation, receiver, type, name) ?? unknown(`\`${name}\` is not known of ${type.name}`));
    }
    case "external":
      return [{ kind: "external", module: type.module, path: [...type.path, name] }];
    case "record":
      return toldWith(receiver, memberOf(evaluation, type.record.fields, type.record.methods, name, { model: type.model, frame: undefined }, receiver) ?? unsaid(`\`${name}\` is not declared`, receiver));
    case "declared":
      return (
        setBySubclasses(evaluation, type, name) ??
        leftToSubclasses(evaluation, type, name, receiver) ??
        toldWith(type.declaration.form === "interface" ? receiver : undefined, memberOfDeclared(evaluation, type, name, receiver, new Set(), receiver.typeArguments))?.flatMap((value) => (standsForTable(value) && !value.table ? (fieldValues(evaluation, type, name) ?? [value]) : [value])) ??
        setWhereEmbedded(evaluation, type, name, receiver) ??
        setWhereHeld(evaluation, type, name, receiver) ??
        unsaid(`\`${name}\` is not set in the source`, receiver)
      );
    case "list":
      if (/^\d+$/.test(name)) return [{ ...receiver, type: type.element }];
      return (type.named && receiverMethod(evaluation, type.named, name, receiver)) ?? unknown(`\`${name}\` is computed`);
    case "function":
      return unknown(`\`${name}\` is computed`);
    case "value": {
      // Another value of the type has other texts.
      const members = memberOfValues(evaluation, [type.value], name).filter(({ kind }) => kind !== "text");
      return members.length > 0 ? members : unsaid(`\`${name}\` is a text of its own`, receiver);
    }
  }
}

/** What is in an object that is handed over is told by who hands it over. */
function toldWith<Found extends Values | undefined>(receiver: InstanceValue | undefined, members: Found): Found | Values {
  const parameterOf = receiver?.parameterOf;
  return parameterOf && members ? members.map((value) => (value.kind === "instance" && !value.parameterOf ? { ...value, parameterOf } : value)) : members;
}

/** What a class leaves to those that extend it is told by who calls the method around. */
function leftToSubclasses(evaluation: Evaluation, type: DeclaredType, name: string, { selfIn }: InstanceValue): Values | undefined {
  return selfIn && isLeftOpen(evaluation, type, name) ? [{ kind: "unknown", reason: `the classes that extend \`${type.declaration.name ?? "it"}\` tell \`${name}\``, parameterOf: selfIn }] : undefined;
}

/** What the struct's package sets a field to; where a constructor's parameter fills it, by the value of the field that holds the struct. */
function setWhereHeld(evaluation: Evaluation, type: DeclaredType, name: string, { heldBy }: InstanceValue): Values | undefined {
  const values = fieldValues(evaluation, type, name);
  if (!heldBy || !values?.every((value) => value.kind === "unknown")) return values;
  const held = (fieldValues(evaluation, heldBy.struct, heldBy.field) ?? []).filter((value) => value.kind === "composite");
  const told = memberOfValues(evaluation, held, name).filter((value) => value.kind !== "unknown");
  return told.length > 0 ? told : values;
}

/** A field that structs set for themselves which embed the receiver's: the one that the receiver stands in, else who calls the method tells it. */
function setWhereEmbedded(evaluation: Evaluation, type: DeclaredType, name: string, receiver: InstanceValue): Values | undefined {
  const { declaration } = type;
  const { outer } = receiver;
  if (outer?.type.kind === "declared" && !outer.type.declaration.fields.some((field) => field.name === name)) {
    const values = memberOfType(evaluation, outer.type, name, outer);
    if (values.some((value) => value.kind !== "unknown" || value.parameterOf)) return values;
  }
  const set = receiver.parameterOf && declaration.form === "struct" ? valuesWhereEmbedded(evaluation, type, name) : undefined;
  if (!set) return undefined;
  const statements = statementsIn([...set, ...(fieldValues(evaluation, type, name) ?? [])]);
  return unsaid(`\`${name}\` is set by the types that embed \`${declaration.name}\``, receiver, statements);
}

/** What the model declares of which a library's value is a row: `visit.pet.save()`, and methods that its class has: `visit.assign(data).save()`. */
function fieldOfRow(evaluation: Evaluation, receiver: InstanceValue, { library }: TypeOfLibrary, name: string): Values | undefined {
  const { table } = receiver;
  const { declaration, model } = table?.entity ?? {};
  const field = declaration?.fields.find((each) => each.name === name);
  const relation = field && table && relationIn(evaluation, table, field, library);
  if (relation) return [relation];
  if (field || !declaration || !model || declaration.form !== "class") return field?.type && model && instancesOf(evaluation, field.type, model);
  const members = memberOfDeclared(evaluation, { kind: "declared", declaration, model }, name, receiver, new Set(), undefined)?.filter(({ kind }) => kind !== "unknown") ?? [];
  return members.length > 0 ? members : undefined;
}

/** What comes of a parameter may be told by the function's callers. */
export function unsaid(reason: string, { parameterOf }: InstanceValue | TypeValue, statements: Values = []): Values {
  return [{ kind: "unknown", reason, ...(parameterOf && { parameterOf }), ...(statements.length > 0 && { statements }) }];
}

type DeclaredType = Type & { readonly kind: "declared" };

/** `written` is what the type's parameters are. */
function memberOfDeclared(evaluation: Evaluation, type: DeclaredType, name: string, receiver: InstanceValue, seen: Set<TypeDeclaration>, written: TypeArguments | undefined): Values | undefined {
  if (seen.has(type.declaration)) return undefined;
  seen.add(type.declaration);
  return withTypeArguments(evaluation, type.declaration, written, () => memberDeclared(evaluation, type, name, receiver, seen));
}

function memberDeclared(evaluation: Evaluation, { declaration, model, madeIn, named }: DeclaredType, name: string, receiver: InstanceValue, seen: Set<TypeDeclaration>): Values | undefined {
  const site = { model, frame: madeIn };
  const { fields, methods, aliased } = declaration;
  const relation = relationOfModel(evaluation, { declaration, model }, name, receiver);
  if (relation) return [relation];
  const own = memberOf(evaluation, fields, methods, name, site, receiver) ?? receiverMethod(evaluation, named ?? { declaration, model }, name, receiver) ?? assignedField(evaluation, declaration, model, name, receiver);
  const rows = own?.every(({ kind }) => kind === "unknown") ? inheritedMember(evaluation, { declaration, model, madeIn }, name, receiver, seen)?.filter(isRows) : undefined;
  if (rows && rows.length > 0) return rows;
  if (own && !own.every(isOfBase)) return continuesBase({ declaration, model }, name, "instance") ? [...own, ...writesOf(inheritedMember(evaluation, { declaration, model, madeIn }, name, receiver, seen))] : own;
  if (aliased?.kind === "record") {
    const member = memberOf(evaluation, aliased.fields, aliased.methods, name, site, receiver);
    if (member) return member;
  }
  return inheritedMember(evaluation, { declaration, model, madeIn }, name, receiver, seen) ?? own;
}

/** Rows of a relation, which a class may set to some of them: `this.visits = this.visits.filter(…)`. */
function isRows(value: Value): boolean {
  return value.kind === "instance" && value.type.kind !== "declared" && value.table?.origin === "loaded";
}

/** A member of what a class, or anything that has it so, has its other members from; undefined where none is known. */
export function inheritedMember(evaluation: Evaluation, { declaration, model, madeIn }: Omit<DeclaredType, "kind">, name: string, receiver: InstanceValue, seen = new Set([declaration])): Values | undefined {
  for (const base of basesOf(evaluation, declaration, { model, frame: madeIn }, receiver)) {
    const inherited = base.kind === "instance" && base.type.kind === "declared" ? memberOfDeclared(evaluation, base.type, name, receiver, seen, base.typeArguments) : memberOfValues(evaluation, [base], name);
    if (inherited?.some((each) => each.kind !== "unknown")) return inherited;
  }
  return undefined;
}

/** A field of a library's type that says nothing here: the base has what it declares, as `declare addVisit: HasManyAddAssociationMixin<Visit, number>` of Sequelize does. */
function isOfBase(value: Value): boolean {
  return value.kind === "instance" && value.type.kind === "client" && !value.type.generated && !value.table && !Object.hasOwn(value.type.library.types, value.type.name);
}

export function memberOf(evaluation: Evaluation, fields: readonly Field[], methods: readonly FunctionNode[], name: string, site: Site, receiver: InstanceValue | TypeValue | undefined): Values | undefined {
  const { model, frame: madeIn } = site;
  const method = methods.find((each) => each.name === name && each.body) ?? methods.find((each) => each.name === name);
  if (method?.modifiers.includes("get") && method.body) return resultOfFunction(evaluation, { kind: "function", node: method, model, receiver: receiver && [receiver], madeIn }, { arguments: [] }, 0, undefined);
  if (method) return method.body ? [{ kind: "function", node: method, model, receiver: receiver && [receiver], madeIn }] : abstractMethod(evaluation, method, methods, model, receiver?.kind === "instance" ? receiver : undefined);
  const field = fields.find((each) => each.name === name);
  if (!field) return undefined;
  if (field.value) {
    const values = evaluation.evaluate(field.value, site);
    if (values.some((value) => value.kind !== "unknown")) return values;
  }
  if (!field.type) return undefined;
  const typed = toldByArguments(instancesOf(evaluation, field.type, model), field.type, model, receiver) ?? (field.type.kind !== "list" && isBuiltInType(field.type, model) ? unknown(`\`${name}\` is set at run time`) : undefined);
  return receiver?.kind === "instance" ? typed?.map((value) => asField(value, field, receiver)) : typed;
}

/** A struct in a field of another. */
function asField(value: Value, { embedded, name }: Field, owner: InstanceValue): Value {
  if (value.kind !== "instance") return value;
  if (embedded) return { ...value, outer: owner };
  const isHeld = owner.type.kind === "declared" && owner.type.declaration.form === "struct" && value.type.kind === "declared" && value.type.declaration.form === "struct";
  return isHeld ? { ...value, heldBy: { struct: owner.type, field: name } } : value;
}

/** Whether a type has a method of its own by that name, not one of a type that it embeds. */
export function declaresMethod(evaluation: Evaluation, { declaration, model, named }: Entity, name: string): boolean {
  return declaration.methods.some((method) => method.name === name) || receiverMethod(evaluation, named ?? { declaration, model }, name, undefined) !== undefined;
}

/** Go: `func (s *Store) name()` in any file of the type's package. */
export function receiverMethod(evaluation: Evaluation, { declaration, model }: Pick<Entity, "declaration" | "model">, name: string, receiver: InstanceValue | undefined): Values | undefined {
  if (declaration.name === undefined) return undefined;
  const paths = evaluation.world.modules.packageOf(model.file.path);
  const path = homeOfMethod(evaluation, paths.length > 0 ? paths : [model.file.path], declaration.name, name);
  const file = path === undefined ? undefined : evaluation.world.models.of(path);
  const method = file && methodsByReceiver(file).get(`${declaration.name}.${name}`);
  return file && method && [{ kind: "function", node: method, model: file, receiver: receiver && [receiver] }];
}

/** By the list of a package's files: which of them declares a method. */
const methodHomes = new WeakMap<readonly string[], Map<string, string | undefined>>();

function homeOfMethod({ world: { models } }: Evaluation, paths: readonly string[], type: string, name: string): string | undefined {
  let homes = methodHomes.get(paths);
  if (!homes) methodHomes.set(paths, (homes = new Map<string, string | undefined>()));
  const key = `${type}.${name}`;
  if (!homes.has(key)) {
    const declares = (path: string): boolean => {
      const file = models.mentions(path, name) ? models.of(path) : undefined;
      return file !== undefined && methodsByReceiver(file).has(key);
    };
    homes.set(key, paths.find(declares));
  }
  return homes.get(key);
}

const methodsOfFile = new WeakMap<SourceModel, ReadonlyMap<string, FunctionNode>>();

export function methodsByReceiver(model: SourceModel): ReadonlyMap<string, FunctionNode> {
  let methods = methodsOfFile.get(model);
  if (!methods) {
    const found = new Map<string, FunctionNode>();
    for (const statement of model.statements) {
      if (statement.kind !== "function" || statement.receiver?.type?.kind !== "named") continue;
      found.set(`${statement.receiver.type.path.at(-1)}.${statement.name}`, statement);
    }
    methods = found;
    methodsOfFile.set(model, methods);
  }
  return methods;
}

/** `this.name = value` in a class's own methods; parameter properties of its constructor. */
function assignedField(evaluation: Evaluation, declaration: TypeDeclaration, model: SourceModel, name: string, receiver: InstanceValue): Values | undefined {
  if (declaration.form !== "class") return undefined;
  const property = parameterProperty(declaration, name);
  const declared = property && declaredByParameter(evaluation, declaration, model, property, receiver);
  if (declared) return declared;
  const value = fieldAssignments(declaration).get(name);
  if (!value) return undefined;
  const known = evaluation.evaluate(value, { model, frame: undefined });
  const inside = known.every((each) => each.kind === "unknown" && each.parameterOf) ? constructionOf(evaluation, declaration, receiver) : undefined;
  return inside ? evaluation.evaluate(value, inside) : known;
}

/** By its type, else its default; where the type leaves the model open, by what the constructor is given. */
function declaredByParameter(evaluation: Evaluation, declaration: TypeDeclaration, model: SourceModel, { constructor, index }: ParameterProperty, receiver: InstanceValue): Values | undefined {
  const { type, pattern } = constructor.parameters[index]!;
  if (!type) {
    const byDefault = pattern.default ? evaluation.evaluate(pattern.default, { model, frame: undefined }).filter(({ kind }) => kind !== "unknown") : [];
    return byDefault.length > 0 ? byDefault : undefined;
  }
  const typed = instancesOf(evaluation, type, model);
  const isTold = typed?.some(({ kind }) => kind !== "unknown");
  if (typed && isTold && !isOpenParameter(type, model) && !typed.every(isOfAnyModel)) return typed;
  const filled = filledByParameter(constructor, index, model, constructionOf(evaluation, declaration, receiver));
  return typed && isTold && filled.every(({ kind }) => kind === "unknown") ? toldByConstruction(typed, filled) : filled;
}

const assignmentsOfType = new WeakMap<TypeDeclaration, ReadonlyMap<string, Expression>>();

function fieldAssignments(declaration: TypeDeclaration): ReadonlyMap<string, Expression> {
  let assignments = assignmentsOfType.get(declaration);
  if (!assignments) {
    const found = new Map<string, Expression>();
    walkSyntax(declaration.methods, (node) => {
      if (node.kind === "assignment") collectField(node, found);
    });
    assignments = found;
    assignmentsOfType.set(declaration, assignments);
  }
  return assignments;
}

function collectField(assignment: Assignment, found: Map<string, Expression>): void {
  const [target] = assignment.targets;
  const [value] = assignment.values;
  if (value && target?.kind === "member" && target.object.kind === "name" && target.object.name === "this" && !found.has(target.name) && !isNothing(value)) found.set(target.name, value);
}

/** What stands in a field until its value is there: `this.store = null`. */
function isNothing(value: Expression): boolean {
  return (value.kind === "name" || value.kind === "literal") && ["null", "undefined"].includes(value.kind === "name" ? value.name : value.raw);
}

