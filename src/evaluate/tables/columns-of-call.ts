import type { ColumnCalls, ColumnNaming, ColumnSource, ForeignKeyCalls } from "../../model/column-rules.ts";
import type { DeclaredColumn } from "../../model/declared-table.ts";
import type { Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { callsInside, referenceInCalls, referenceInObject, referencesInKeys } from "./reference-of-column.ts";
import type { CompositeValue, Site, Values } from "../value.ts";

/** The columns that a call gives the table that it names; those whose names are made at run time are left out. */
export function columnsOfCall(evaluation: Evaluation, source: ColumnSource, call: Call, site: Site): readonly DeclaredColumn[] {
  switch (source.kind) {
    case "keys":
      return objectsAt(evaluation, source, call, site).flatMap((object) => columnsOfKeys(evaluation, object, { ...source.named, foreign: foreignIn(evaluation, source.foreign, call, site) }, 0));
    case "list":
      return objectsAt(evaluation, { ...source, orItself: undefined }, call, site).flatMap((list) => columnsOfList(evaluation, list, source.key));
    case "callback":
      return callsOnParameter(evaluation, call.arguments.at(source.argument), site).flatMap((each) => columnNamed(evaluation, each, source.calls, site, () => callsBehind(each, site.model)));
    case "chain":
      return callsBehind(call, site.model).flatMap((each) => columnNamed(evaluation, each, source.calls, site, () => each.arguments.flatMap(callsInside)));
    case "name":
      return textAt(evaluation, call.arguments.at(source.argument), site);
  }
}

/** The literal in an argument, or what the function there gives; below a key where the source says so. */
function objectsAt(evaluation: Evaluation, { argument, under, orItself }: ObjectSource, call: Call, site: Site): readonly CompositeValue[] {
  const expression = call.arguments.at(argument);
  const given = expression ? evaluation.evaluate(expression, site) : [];
  const objects = literalsOf(given.flatMap((value) => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, site) : [value])));
  if (under === undefined) return objects;
  return objects.flatMap((object) => {
    const found = literalsOf(memberOfValues(evaluation, [object], under));
    return found.length === 0 && orItself ? [object] : found;
  });
}

interface ObjectSource {
  readonly argument: number;
  readonly under?: string | undefined;
  readonly orItself?: true | undefined;
}

function literalsOf(values: Values): readonly CompositeValue[] {
  return values.filter((value) => value.kind === "composite");
}

const MAX_SPREADS = 8;

function foreignIn(evaluation: Evaluation, foreign: ForeignKeyCalls | undefined, call: Call, site: Site): References {
  return foreign ? referencesInKeys(evaluation, call.arguments[foreign.argument], foreign.call, site) : new Map();
}

type References = ReturnType<typeof referencesInKeys>;

function columnsOfKeys(evaluation: Evaluation, { node, site }: CompositeValue, named: ColumnNaming & { readonly foreign: References }, depth: number): readonly DeclaredColumn[] {
  const { path } = site.model.file;
  return node.entries.flatMap((entry): readonly DeclaredColumn[] => {
    if (entry.value.kind === "spread") {
      return depth > MAX_SPREADS ? [] : literalsOf(evaluation.evaluate(entry.value, site)).flatMap((object) => columnsOfKeys(evaluation, object, named, depth + 1));
    }
    const name = nameInValue(evaluation, entry.value, named, site) ?? entry.name;
    if (name === undefined) return [];
    const references = (entry.name === undefined ? undefined : named.foreign.get(entry.name)) ?? referenceOf(evaluation, entry.value, site);
    return [{ name, place: { path, span: (entry.key ?? entry.value).span }, ...(references ? { references } : {}) }];
  });
}

function referenceOf(evaluation: Evaluation, value: Expression, site: Site): DeclaredColumn["references"] {
  if (value.kind === "call") return referenceInCalls(evaluation, chainOf(value), site);
  return value.kind === "composite" ? referenceInObject(evaluation, value, site) : undefined;
}

/** `{ field: "email" }`, `varchar("email").notNull()`. */
function nameInValue(evaluation: Evaluation, value: Expression, { key, call }: ColumnNaming, site: Site): string | undefined {
  if (key !== undefined) return firstText(literalsOf(evaluation.evaluate(value, site)).flatMap((object) => memberOfValues(evaluation, [object], key)));
  const first = call ? chainOf(value)[0]?.arguments[0] : undefined;
  return first?.kind === "text" ? firstText(evaluation.evaluate(first, site)) : undefined;
}

/** The calls of a chain, the innermost first. */
export function chainOf(expression: Expression): readonly Call[] {
  const calls: Call[] = [];
  let at: Expression | undefined = expression;
  while (at?.kind === "call") {
    calls.unshift(at);
    at = at.callee.kind === "member" ? at.callee.object : undefined;
  }
  return calls;
}

function columnsOfList(evaluation: Evaluation, { node, site }: CompositeValue, key: string): readonly DeclaredColumn[] {
  const { path } = site.model.file;
  return node.entries.flatMap(({ value }) => {
    const described = value.kind === "call" ? value.arguments[0] : value;
    const name = described && firstText(literalsOf(evaluation.evaluate(described, site)).flatMap((object) => memberOfValues(evaluation, [object], key)));
    return name === undefined ? [] : [{ name, place: { path, span: value.span } }];
  });
}

/** `more` are the calls that go on about the column. */
function columnNamed(evaluation: Evaluation, call: Call, { argument, only, except = [] }: ColumnCalls, site: Site, more: () => readonly Call[]): readonly DeclaredColumn[] {
  const name = call.callee.kind === "member" ? call.callee.name : "";
  const counts = only ? only.includes(name) : !except.includes(name);
  const references = counts || name === POINTS ? referenceInCalls(evaluation, more(), site) : undefined;
  if (!counts && !references) return [];
  return textAt(evaluation, call.arguments.at(argument), site).map((column) => (references ? { ...column, references } : column));
}

/** `table.foreign("user_id").references("users.id")`, of a column that another call makes. */
const POINTS = "foreign";

function textAt(evaluation: Evaluation, expression: Expression | undefined, site: Site): readonly DeclaredColumn[] {
  const name = expression && firstText(evaluation.evaluate(expression, site));
  return name === undefined ? [] : [{ name, place: placeIn(site, expression!.span) }];
}

function placeIn({ model }: Site, span: Span): DeclaredColumn["place"] {
  return { path: model.file.path, span };
}

export function firstText(values: Values): string | undefined {
  return values.map(plainText).find((text) => text !== undefined && text !== "");
}

/** `table.string("email")` in the body of a function whose first parameter is `table`. */
function callsOnParameter(evaluation: Evaluation, given: Expression | undefined, site: Site): readonly Call[] {
  return (given ? evaluation.evaluate(given, site) : []).flatMap((value) => {
    const pattern = value.kind === "function" ? value.node.parameters[0]?.pattern : undefined;
    if (value.kind !== "function" || pattern?.kind !== "name" || !value.node.body) return [];
    const calls: Call[] = [];
    walkSyntax([value.node.body], (node) => {
      if (node.kind === "call" && node.callee.kind === "member" && node.callee.object.kind === "name" && node.callee.object.name === pattern.name) calls.push(node);
    });
    return calls;
  });
}

const continuations = new WeakMap<SourceModel, ReadonlyMap<Expression, Call>>();

/** The calls on what a call gives, on what these give, and so on. */
function callsBehind(call: Call, model: SourceModel): readonly Call[] {
  let next = continuations.get(model);
  if (!next) {
    const found = new Map<Expression, Call>();
    walkSyntax(model.statements, (node) => {
      if (node.kind === "call" && node.callee.kind === "member") found.set(node.callee.object, node);
    });
    continuations.set(model, (next = found));
  }
  const calls: Call[] = [];
  for (let at = next.get(call); at; at = next.get(at)) calls.push(at);
  return calls;
}
