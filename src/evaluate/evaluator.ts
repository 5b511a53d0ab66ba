import type { ClientLibrary } from "../model/client.ts";
import type { DeclaredColumn, DeclaredKey } from "../model/declared-table.ts";
import type { Place } from "../model/place.ts";
import type { JsonFiles } from "./modules/json-files.ts";
import type { Declarations } from "./find-declaration.ts";
import type { Libraries } from "./libraries.ts";
import type { ModuleResolver } from "../model/module-resolver.ts";
import type { Binding, SourceModel, SourceModels } from "../model/source-model.ts";
import type { Call, Conversion, Expression, Field, FunctionNode, OtherLiteral, TaggedText, TypeDeclaration } from "../model/syntax.ts";
import { columnsOfCall } from "./tables/columns-of-call.ts";
import { columnsOfEntity, keysOfEntity } from "./tables/columns-of-entity.ts";
import { argumentsOf, evaluateCall, insideOf } from "./expressions/evaluate-call.ts";
import { constructorOf } from "./types/constructors.ts";
import { evaluateIndex, evaluateMember, memberOfValues } from "./expressions/evaluate-member.ts";
import { evaluateName } from "./expressions/evaluate-name.ts";
import { evaluateConcatenation, evaluateText } from "./texts/evaluate-text.ts";
import type { Relation } from "./orm/find-relations.ts";
import { tellingMethods } from "./orm/generated-code.ts";
import { indexRelations, keysOfRelations, relationsOfModel } from "./orm/relation-methods.ts";
import { recogniseCall } from "./expressions/recognise-call.ts";
import { settledTest } from "./expressions/settled-test.ts";
import { instancesOf } from "./types/find-type.ts";
import { hasMethod } from "./types/has-method.ts";
import { methodInSubclasses } from "./types/method-in-subclasses.ts";
import { entityOf, initialiserOf, tableOfEntity } from "./tables/table-of-entity.ts";
import { tableOfMember } from "./tables/table-of-member.ts";
import { type StructRelation, structRelation } from "./orm/struct-relation.ts";
import { tableOfRelation } from "./tables/table-of-relation.ts";
import { tablesNamed } from "./tables/table-of-value.ts";
import type { ClientValue, Entity, Frame, FunctionValue, Site, TableReference, TypeValue, Value, Values } from "./value.ts";
import { eitherOf, MAX_HELPER_DEPTH, unknown } from "./value.ts";

/** What an evaluation may look at. */
export interface World {
  readonly models: SourceModels;
  readonly modules: ModuleResolver;
  readonly libraries: Libraries;
  readonly declarations: Declarations;
  readonly jsonFiles: JsonFiles;
}

/** Tells what expressions may be. Pure and bounded; remembers what it found, so one serves a whole run. */
export interface Evaluator {
  /** The alternatives of an expression where it stands. */
  valuesOf(expression: Expression, site: Site): Values;
  /** The library's method that a call is by its arguments, where nothing tells what it is made on. */
  recognised(call: Call | TaggedText, callees: Values, site: Site): Values | undefined;
  /** The constructor that a call of a class, or of `super` in a constructor, runs. */
  constructorOf(made: TypeValue): FunctionValue | undefined;
  /** The method around an offset as each class has it that its class leaves a method to. */
  methodInSubclasses(offset: number, model: SourceModel): readonly FunctionValue[];
  /** A member of each of these values, where one is known: the entry of an object, the field of a struct. */
  memberOf(values: Values, name: string): Values;
  /** Whether a value has a method, one that its class overrides included. */
  hasMethod(value: Value, method: FunctionNode, model: SourceModel): boolean;
  /** The tables that a call of a library's function names in its arguments. */
  tablesNamed(callee: ClientValue, call: Call, site: Site): readonly TableReference[];
  /** The model that a field of a model relates to: its own type, or its elements'. */
  relatedModel(entity: Entity, field: Field): Entity | undefined;
  /** The table of a model, named at a place. */
  tableOfModel(entity: Entity, library: ClientLibrary, place: Place): TableReference;
  columnsOfModel(entity: Entity, library: ClientLibrary): readonly DeclaredColumn[];
  /** The foreign keys that relations of a model declare besides those of its columns. */
  keysOfModel(entity: Entity, library: ClientLibrary): readonly DeclaredKey[];
  /** The table of the model that a member of a library's value is named after. */
  tableOfMember(member: Pick<ClientValue, "library" | "name">, site: Site, place: Place): TableReference;
  /** The table of the rows that a relation of a model is to, named at a place. */
  tableOfRelation(owner: TableReference, relation: string, library: ClientLibrary, place: Place): TableReference;
  /** What a field of a struct is a relation to, of a library that tells relations by their keys. */
  structRelation(owner: Entity, field: string, library: ClientLibrary, place: Place): StructRelation | undefined;
  /** The relations that calls of the library declare for the model of a table. */
  relationsOf(owner: TableReference, library: ClientLibrary): readonly Relation[];
  /** The columns that a call of a library's function gives the table that it names, or that the declaration or model of that table has. */
  columnsOf(reference: TableReference, callee: ClientValue, call: Call, site: Site): readonly DeclaredColumn[];
  /** The names of the methods that rows have by the relations of their models, of the libraries that the project may use. */
  relationMethods(library: ClientLibrary): ReadonlySet<string>;
  /** The foreign keys that these relations make. */
  keysOfRelations(library: ClientLibrary): readonly DeclaredKey[];
  /** The inside of a function of the project for one call of it, or for any; undefined where calls are not followed that deep. */
  siteInside(callee: FunctionValue, call: Call | TaggedText | undefined, site: Site): Site | undefined;
}

/** One evaluation under way: what the evaluators of single forms call back. */
export interface Evaluation {
  readonly world: World;
  evaluate(expression: Expression, site: Site): Values;
  /** What `work` gives for a name of a declaration or binding, worked out once; while it is being worked out it is `meanwhile`. */
  remember<Result>(owner: TypeDeclaration | Binding, name: string, meanwhile: Result, work: () => Result): Result;
}

const TOO_DEEP = unknown("it leads too deep to tell");
const STEP_BUDGET = 4_000;
const MAX_DEPTH = 120;

export function createEvaluator(world: World): Evaluator {
  const remembered = new WeakMap<Expression, Values>();
  const underway = new Set<Expression>();
  let underwayIn = new WeakMap<Frame, Set<Expression>>();
  let steps = 0;
  let depth = 0;

  const rememberedOf = new WeakMap<TypeDeclaration | Binding, Map<string, unknown>>();
  const evaluation: Evaluation = { world, evaluate, remember };

  function remember<Result>(owner: TypeDeclaration | Binding, name: string, meanwhile: Result, work: () => Result): Result {
    let known = rememberedOf.get(owner);
    if (!known) rememberedOf.set(owner, (known = new Map<string, unknown>()));
    if (known.has(name)) return known.get(name) as Result;
    known.set(name, meanwhile);
    let isTold = false;
    try {
      const result = work();
      isTold = steps <= STEP_BUDGET;
      if (isTold) known.set(name, result);
      return result;
    } finally {
      if (!isTold) known.delete(name);
    }
  }

  function evaluate(expression: Expression, site: Site): Values {
    if (site.frame) return evaluateInside(expression, site, site.frame);
    const known = remembered.get(expression);
    if (known) return known;
    if (underway.has(expression)) return unknown("it is defined by itself");
    underway.add(expression);
    const values = step(expression, site);
    underway.delete(expression);
    if (steps <= STEP_BUDGET) remembered.set(expression, values);
    return values;
  }

  /** In one call too a name may be defined by itself: `ctx, span := tracer.Start(ctx)` where `ctx` is a parameter. */
  function evaluateInside(expression: Expression, site: Site, frame: Frame): Values {
    let inside = underwayIn.get(frame);
    if (!inside) underwayIn.set(frame, (inside = new Set()));
    if (inside.has(expression)) return unknown("it is defined by itself");
    inside.add(expression);
    const values = step(expression, site);
    inside.delete(expression);
    return values;
  }

  function step(expression: Expression, site: Site): Values {
    if (++steps > STEP_BUDGET || depth >= MAX_DEPTH) return unknown("it takes too many steps to tell");
    depth++;
    const values = evaluateExpression(evaluation, expression, site);
    depth--;
    return values;
  }

  /** One site may lead deeper than the stack reaches: nothing is told of it then, and the rest goes on. */
  function withinStack<Result>(otherwise: Result, work: () => Result): Result {
    steps = 0;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      underway.clear();
      underwayIn = new WeakMap();
      depth = 0;
      return otherwise;
    }
  }

  function valuesOf(expression: Expression, site: Site): Values {
    return withinStack(TOO_DEEP, () => evaluate(expression, site));
  }

  return {
    valuesOf,
    recognised: (call, callees, site) => withinStack(undefined, () => recogniseCall(evaluation, call, callees, site)),
    constructorOf: (made) => constructorOf(evaluation, made),
    methodInSubclasses: (offset, model) => withinStack([], () => methodInSubclasses(evaluation, offset, model)),
    hasMethod: (value, method, model) => withinStack(false, () => hasMethod(evaluation, value, method, model)),
    memberOf: (values, name) => withinStack(TOO_DEEP, () => memberOfValues(evaluation, values, name)),
    tablesNamed: (callee, call, site) => withinStack([], () => tablesNamed(evaluation, callee, call, site)),
    relatedModel(entity, field) {
      const [related] = (field.type && instancesOf(evaluation, field.type, entity.model)) ?? [];
      const model = related && entityOf(evaluation, related);
      return model?.declaration.form === "class" ? model : undefined;
    },
    tableOfModel(entity, library, place) {
      const table = tableOfEntity(evaluation, entity, library);
      return { table, place, entity, ...(table ? {} : { reason: "its name is made at run time" }) };
    },
    tableOfRelation: (owner, relation, library, place) => tableOfRelation(evaluation, owner, { kind: "text", pieces: [{ kind: "known", text: relation, place }] }, library, place),
    structRelation: (owner, field, library, place) => structRelation(evaluation, owner, field, library, place),
    tableOfMember: (member, site, place) => tableOfMember(evaluation, member, site, place),
    columnsOf({ declaredBy, entity }, { member, library }, call, site) {
      steps = 0;
      if (member.columns) return columnsOfCall(evaluation, member.columns, call, site);
      if (declaredBy) return columnsOfCall(evaluation, declaredBy.columns, declaredBy.call, declaredBy.site);
      return entity ? columnsOfEntity(evaluation, entity, library) : [];
    },
    columnsOfModel(entity, library) {
      steps = 0;
      const initialiser = initialiserOf(entity, library);
      const site = { model: entity.model, frame: undefined };
      if (initialiser?.how.columns) return columnsOfCall(evaluation, initialiser.how.columns, initialiser.call, site);
      return columnsOfEntity(evaluation, entity, library);
    },
    keysOfModel(entity, library) {
      steps = 0;
      return keysOfEntity(evaluation, entity, library);
    },
    relationsOf(owner, library) {
      indexRelations({ ...evaluation, evaluate: valuesOf }, library);
      return relationsOfModel(evaluation, library, owner);
    },
    keysOfRelations: (library) => keysOfRelations({ ...evaluation, evaluate: valuesOf }, library),
    relationMethods: (library) => (library.generates?.telling ? tellingMethods(world, library) : indexRelations({ ...evaluation, evaluate: valuesOf }, library)),
    siteInside(callee, call, site) {
      steps = 0;
      return insideOf(callee, call ? argumentsOf(evaluation, call, site) : { arguments: [] }, site, MAX_HELPER_DEPTH);
    },
  };
}

function evaluateExpression(evaluation: Evaluation, expression: Expression, site: Site): Values {
  switch (expression.kind) {
    case "text":
      return evaluateText(evaluation, expression, site);
    case "name":
      return evaluateName(evaluation, expression, site);
    case "member":
      return evaluateMember(evaluation, expression, site);
    case "index":
      return evaluateIndex(evaluation, expression, site);
    case "call":
    case "tagged":
      return evaluateCall(evaluation, expression, 0, site);
    case "binary":
      if (expression.operator === "+" || expression.operator === ".") return evaluateConcatenation(evaluation, expression, site);
      if (expression.operator === "??" || expression.operator === "||" || expression.operator === "&&") {
        return eitherKnown(evaluation.evaluate(expression.left, site), evaluation.evaluate(expression.right, site));
      }
      return unknown("it is computed");
    case "conditional": {
      const isSo = settledTest(expression.test, site);
      if (isSo !== undefined) return evaluation.evaluate(isSo ? expression.then : expression.otherwise, site);
      return eitherOf(evaluation.evaluate(expression.then, site), evaluation.evaluate(expression.otherwise, site));
    }
    case "unary":
      return ["&", "*", "await", "yield", "void"].includes(expression.operator) ? evaluation.evaluate(expression.operand, site) : unknown("it is computed");
    case "conversion":
      return asType(evaluation, expression, site);
    case "spread":
      return evaluation.evaluate(expression.operand, site);
    case "assignment":
      return expression.values.length === 1 ? evaluation.evaluate(expression.values[0]!, site) : unknown("it is computed");
    case "composite":
      return [{ kind: "composite", node: expression, site }];
    case "function":
      return [{ kind: "function", node: expression, model: site.model, receiver: undefined, madeIn: site.frame }];
    case "literal":
      return literalText(expression, site);
    case "other":
      return expression.type ? [{ kind: "type", declaration: expression.type, model: site.model, madeIn: site.frame }] : unknown("it is computed");
  }
}

/** `a || b`: an unknown side says nothing of the other. */
function eitherKnown(left: Values, right: Values): Values {
  const known = [...left, ...right].filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : left;
}

/** A number as it is written, a character as a text. */
function literalText({ raw, span }: OtherLiteral, site: Site): Values {
  const text = /^[\d.]/.test(raw) ? raw : /^'[^\\]'$/.test(raw) ? raw.slice(1, -1) : undefined;
  return text === undefined ? unknown("it is no text") : [{ kind: "text", pieces: [{ kind: "known", text, place: { path: site.model.file.path, span } }] }];
}

/** `x.(T)`, `x as T`: the value where it is known, else one of the type. */
function asType(evaluation: Evaluation, { operand, type }: Conversion, site: Site): Values {
  const values = evaluation.evaluate(operand, site);
  if (!type || values.some((value) => value.kind !== "unknown" && value.kind !== "external" && !mayBeAnything(value))) return values;
  const instances = instancesOf(evaluation, type, site.model) ?? [];
  return instances.some(isOfUse) ? instances : values;
}

/** What is only known to be of an interface without methods: `interface{}`. */
function mayBeAnything(value: Value): boolean {
  return value.kind === "instance" && value.type.kind === "record" && value.type.record.fields.length + value.type.record.methods.length === 0;
}

/** A library's type or a struct or class: only these have a table or members that tell more. */
function isOfUse(value: Value): boolean {
  return value.kind === "instance" && (value.type.kind === "client" || (value.type.kind === "declared" && (value.type.declaration.form === "struct" || value.type.declaration.form === "class")));
}
