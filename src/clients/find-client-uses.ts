import type { StatementArgument } from "../model/client-member.ts";
import type { Place } from "../model/place.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { Call, TaggedText } from "../model/syntax.ts";
import { type TextPiece, toSqlText } from "../model/sql-text.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import { insertedOperand, joined, piecesOf } from "../evaluate/texts/evaluate-text.ts";
import type { ClientValue, FunctionValue, Site, Value } from "../evaluate/value.ts";
import { appendedTexts } from "./appended-texts.ts";
import type { ClientContext } from "./client-context.ts";
import { calledName } from "./call-names.ts";
import { type ClientUse, type HelperCall, type StatementUse, standsIn } from "./client-use.ts";
import { clientValue } from "./client-value.ts";
import { fillNamedValues } from "./fill-named-values.ts";
import { fillPlaceholders } from "./fill-placeholders.ts";
import { generatedBeside, generatedUses } from "./generated-uses.ts";
import { type Look, parametersOf } from "./helper-functions.ts";
import { findSpots, type Spots } from "./spots.ts";
import { isNamedAsSqlTag, isNotTold, isSqlTag } from "../evaluate/texts/sql-tag-names.ts";
import { tableUses } from "./table-uses.ts";
import { sqlTag, tag } from "./typescript/sql-tag.ts";
import { untoldStatement } from "./untold-statement.ts";
import { functionAround, isExported, whereCalled } from "./where-called.ts";

/** The calls and tags of a file that reach a known database library. Notes the project's own helpers on the way: their callers are found by name. */
export function findClientUses(model: SourceModel, context: ClientContext): readonly ClientUse[] {
  const { file } = model;
  const spots = findSpots(model, { calls: (name) => context.calls.hasName(name, file), verbs: true });
  const uses = usesWhere((call) => context.calls.letsThrough(call, file), spots, model, context);
  return model.script ? [...uses, scriptUse(model, model.script)] : uses;
}

/** The calls of a file that reach a database by way of helpers with these names; what `findClientUses` has seen before the helper was known is seen again. */
export function findHelperUses(names: ReadonlySet<string>, model: SourceModel, context: ClientContext): readonly ClientUse[] {
  const spots = findSpots(model, { calls: (name) => names.has(name) });
  return usesWhere((call) => call.kind === "call" && names.has(calledName(call) ?? ""), spots, model, context);
}

function usesWhere(looksAt: (call: Call | TaggedText) => boolean, spots: Spots, model: SourceModel, context: ClientContext): readonly ClientUse[] {
  const uses: ClientUse[] = [];
  const site: Site = { model, frame: undefined };
  walkSyntax(model.statements, (node) => {
    if (!spots.isIn(node.span)) return false;
    if ((node.kind !== "call" && node.kind !== "tagged") || !looksAt(node)) return;
    context.helpers.beginCall();
    const look = lookAt(node, site, context);
    if (mayBeWrite(node, look, model, context)) context.helpers.note(look, node, model);
    noteMakers(node, look, model, context);
    uses.push(...look.uses);
  });
  return uses;
}

/** Notes the constructors of classes whose instances make the statement that a method of the class which they extend runs. */
function noteMakers(call: Call | TaggedText, { uses }: Look, model: SourceModel, context: ClientContext): void {
  if (!uses.some((use) => use.kind === "statement" && parametersOf(use).some(({ path }) => path === model.file.path))) return;
  for (const method of context.evaluator.methodInSubclasses(call.span.start, model)) {
    const inside = context.evaluator.siteInside(method, undefined, { model, frame: undefined });
    if (inside) context.helpers.note(lookAt(call, inside, context), call, model);
  }
}

/** Of a call on something that nothing tells, its name and arguments say whether it is worth asking the callers of the function around it. */
function mayBeWrite(call: Call | TaggedText, { callees }: Look, { file }: SourceModel, { calls }: ClientContext): boolean {
  return callees.some(({ kind }) => kind !== "unknown") || calls.mayWrite(call, file);
}

function lookAt(call: Call | TaggedText, site: Site, context: ClientContext): Look {
  const values = context.evaluator.valuesOf(call.kind === "call" ? call.callee : call.tag, site);
  const callees = context.evaluator.recognised(call, values, site) ?? values;
  const byForm = untoldStatement(callees, call, site, context);
  return { callees, uses: byForm ? [byForm] : withoutDoubt(callees.flatMap((callee) => usesOf(callee, call, site, context))) };
}

/** Of a chain that is one of several, those of which the table is not known say nothing beside one of which it is. */
function withoutDoubt(uses: readonly ClientUse[]): readonly ClientUse[] {
  const isKnown = uses.some((use) => use.kind === "table" && use.table);
  return isKnown ? uses.filter((use) => use.kind !== "table" || use.table || use.parameterOf) : uses;
}

/** A call in a helper's body, where it can reach a database or another helper. */
function lookInside(call: Call | TaggedText, site: Site, context: ClientContext): Look | undefined {
  const { file } = site.model;
  const isHelper = call.kind === "call" && context.helpers.namesIn(file.language).has(calledName(call) ?? "");
  return isHelper || context.calls.letsThrough(call, file) ? lookAt(call, site, context) : undefined;
}

function usesOf(callee: Value, call: Call | TaggedText, site: Site, context: ClientContext): readonly ClientUse[] {
  if (callee.kind === "function") {
    const called = callee.node.body ? [callee] : [...context.helpers.implementing(callee), ...generatedBeside(callee, context)];
    return called.flatMap((each) => generatedUses(each, call, site, context, (inner, inside) => lookAt(inner, inside, context)) ?? usesThrough(each, call, site, context));
  }
  if (callee.kind === "type") {
    const constructor = call.kind === "call" && call.arguments.length > 0 ? context.evaluator.constructorOf(callee) : undefined;
    return constructor ? usesThrough(constructor, call, site, context) : [];
  }
  const client = clientValue(callee, context.libraries) ?? unknownTag(callee, call);
  if (!client) return [];
  const common = { ...whereCalled(call, site), via: client.library.id, dialect: client.library.dialect };
  const statement = client.member.sql ? statementUse(takenBy(client, client.member.sql, call), call, site, context, common) : undefined;
  const tables = call.kind === "call" ? tableUses(client, call, site, context.evaluator, common) : [];
  return statement ? [statement, ...tables] : tables;
}

/** What a helper of the project does for the arguments of one call. */
function usesThrough(callee: FunctionValue, call: Call | TaggedText, site: Site, context: ClientContext): readonly ClientUse[] {
  const open = usesOfOpen(callee, call, site, context).map((use) => ({ use, helper: callee }));
  const uses = [...open, ...usesOfConstructed(callee, call, site, context)];
  if (uses.length === 0) return [];
  const exported = isExported(callee.node, callee.model) || callee.model.file.path !== site.model.file.path;
  const through = { ...whereCalled(call, site), span: call.span, exported, caller: functionAround(site.model, call.span.start) };
  return uses.map(({ use, helper: { node, model } }) => seenThrough(use, { ...through, helper: { path: model.file.path, span: node.span } }, callee));
}

/** What the calls in a helper's body do for the arguments of one call of it. */
function usesOfOpen(callee: FunctionValue, call: Call | TaggedText, site: Site, context: ClientContext): readonly ClientUse[] {
  if (isUnderway(callee, site)) return [];
  const open = context.helpers.openCalls(callee, (inner, inside) => lookInside(inner, inside, context));
  const inside = open.length > 0 ? context.evaluator.siteInside(callee, call, site) : undefined;
  return inside ? open.flatMap(({ call: inner, tells }) => (context.helpers.mayLookInside() ? lookAt(inner, inside, context).uses.filter((use) => !tells(use)) : [])) : [];
}

/** Whether a call stands in a body that is followed for a call of the same function: once more tells nothing new. */
function isUnderway({ node }: FunctionValue, site: Site): boolean {
  for (let frame = site.frame; frame; frame = frame.caller?.frame) if (frame.function.span.start === node.span.start && frame.function.name === node.name) return true;
  return false;
}

/** What the methods of a value do to the table that one call of its constructor hands over. */
function usesOfConstructed(constructor: FunctionValue, call: Call | TaggedText, site: Site, context: ClientContext): readonly { readonly use: ClientUse; readonly helper: FunctionValue }[] {
  const calls = context.helpers.constructedCalls(constructor);
  if (calls.length === 0 || call.kind !== "call") return [];
  const made = context.evaluator.valuesOf(call, site);
  return calls.flatMap(({ call: inner, method, model }) => {
    const receiver = made.filter((value) => context.evaluator.hasMethod(value, method, model));
    if (receiver.length === 0) return [];
    const helper: FunctionValue = { kind: "function", node: method, model, receiver };
    const inside = context.evaluator.siteInside(helper, undefined, site);
    return inside && context.helpers.mayLookInside() ? lookAt(inner, inside, context).uses.map((use) => ({ use, helper })) : [];
  });
}

/** A table that the arguments of an exported helper's call tell stands at that call; anything else where the helper writes. */
function seenThrough(use: ClientUse, through: HelperCall, helper: FunctionValue): ClientUse {
  const outer = through.exported ? through : (use.through ?? through);
  if (use.kind === "statement" || !use.table || !outer.exported || writesName(helper, use.namedAt, use.table.name)) return { ...use, through: outer };
  const { scope, call, place } = outer;
  return { ...use, scope, call, through: outer, tablePlace: standsIn(use.namedAt, outer) ? use.namedAt : place };
}

/** Whether a name stands at a place in a helper: `db.addColumn("users", …)` with the database from outside. */
function writesName({ node, model: { file } }: FunctionValue, { path, span }: Place, name: string): boolean {
  return path === file.path && node.span.start <= span.start && span.end <= node.span.end && file.text.slice(span.start, span.end).includes(name);
}

/** `` sql`…` `` of a library that is not known, whatever it comes from: an import, a parameter, a field. */
function unknownTag(callee: Value, call: Call | TaggedText): ClientValue | undefined {
  if (call.kind !== "tagged" || !(callee.kind === "external" ? isSqlTag(callee.path) : isNotTold(callee) && isNamedAsSqlTag(call.tag))) return undefined;
  return { kind: "client", library: sqlTag, member: tag, name: "sql", receiver: undefined };
}

/** A tag that is called as a function takes the statement as an argument. */
function takenBy({ member: { called } }: ClientValue, sql: StatementArgument, { kind }: Call | TaggedText): StatementArgument {
  return kind === "call" && called !== undefined ? { ...sql, argument: called } : sql;
}

type CommonUse = Pick<StatementUse, "via" | "call" | "scope" | "dialect" | "place">;

function statementUse(sql: StatementArgument, call: Call | TaggedText, site: Site, context: ClientContext, common: CommonUse): StatementUse | undefined {
  const argument = sql.argument === "tag" ? call : call.kind === "call" ? call.arguments.at(sql.argument) : undefined;
  if (!argument || (sql.argument === "tag" && call.kind !== "tagged")) return undefined;
  const values = context.evaluator.valuesOf(argument.kind === "tagged" ? argument.text : argument, site);
  const place = { path: site.model.file.path, span: argument.span };
  const statements = sql.list ? values.flatMap((value) => elementsOf(value, context)) : values;
  const texts = statements
    .flatMap((value) => (sql.keys && value.kind === "composite" ? sql.keys.flatMap((key) => context.evaluator.memberOf([value], key)) : [value]))
    .flatMap((value) => (value.kind === "unknown" && value.statements) || [value])
    .filter((value) => value.kind === "text" || value.kind === "unknown")
    .flatMap((value) => piecesOf([value], place))
    .flatMap((pieces) => withAppended(sql, pieces, call, site, context))
    .map((pieces) => toSqlText(namesFilledIn(sql, pieces, call, site, context)));
  if (texts.length === 0) return undefined;
  return { ...common, kind: "statement", span: call.span, texts, writes: sql.writes };
}

/** A statement with the texts that later calls write behind it, where its library has such methods. */
function withAppended({ appenders }: StatementArgument, pieces: readonly TextPiece[], call: Call | TaggedText, site: Site, { evaluator }: ClientContext): readonly (readonly TextPiece[])[] {
  const behind = appenders && call.kind === "tagged" ? appendedTexts(call, appenders, site.model) : [];
  if (behind.length === 0) return [pieces];
  const parts = behind.flatMap(({ text, again }) => {
    const operand = text.kind === "tagged" ? text.text : text;
    const place = { path: site.model.file.path, span: operand.span };
    return [insertedOperand(operand, evaluator.valuesOf(operand, site), site), ...(again ? [[[{ kind: "hole", place, reason: "it grows in a loop" } as const]]] : [])];
  });
  return piecesOf(joined([[pieces], ...parts]), { path: site.model.file.path, span: call.span });
}

/** The elements of a list; of one that is made at run time nothing is known, not even that it writes. */
function elementsOf(value: Value, { evaluator }: ClientContext): readonly Value[] {
  if (value.kind === "list") return value.elements.flat();
  return value.kind === "composite" ? value.node.entries.flatMap((entry) => evaluator.valuesOf(entry.value, value.site)) : [];
}

function namesFilledIn({ argument, placeholder, names }: StatementArgument, pieces: readonly TextPiece[], call: Call | TaggedText, site: Site, context: ClientContext): readonly TextPiece[] {
  if (call.kind !== "call" || typeof argument !== "number") return pieces;
  if (names) return fillNamedValues(pieces, names, call, argument, site, context);
  if (placeholder === undefined) return pieces;
  return fillPlaceholders(pieces, placeholder, call, argument + 1, site, context);
}

function scriptUse(model: SourceModel, script: NonNullable<SourceModel["script"]>): StatementUse {
  const path = model.file.path;
  const pieces = script.parts.flatMap((part) => (part.kind === "run" ? [{ kind: "known", text: part.text, place: { path, span: part.span } } as const] : []));
  return { kind: "statement", via: "sql/file", call: undefined, scope: "", dialect: undefined, place: { path, span: script.span }, span: script.span, texts: [toSqlText(pieces)], writes: false };
}

