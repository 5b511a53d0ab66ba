import type { ClientLibrary } from "../../model/client.ts";
import type { ModelOptions, TableArgument } from "../../model/client-member.ts";
import type { Place } from "../../model/place.ts";
import type { TableName } from "../../model/sql-statement.ts";
import { HOLE, toSqlText } from "../../model/sql-text.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression, TaggedText } from "../../model/syntax.ts";
import { walkTowards } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { elementsOf, listOf, memberOfValues } from "../expressions/evaluate-member.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { instancesOf } from "../types/find-type.ts";
import { configuredNaming } from "./configured-naming.ts";
import { entityOf, tableOfEntity } from "./table-of-entity.ts";
import { modelNamed } from "../orm/models-by-name.ts";
import { nameByOptions, placeOfOption } from "./name-by-options.ts";
import { tableOfMember } from "./table-of-member.ts";
import { tableOfRelation } from "./table-of-relation.ts";
import type { ClientValue, InstanceValue, Site, TableReference, TextValue, Value, Values } from "../value.ts";
import { MAX_ALTERNATIVES, unknown } from "../value.ts";

/** The tables that a call of a library's function names; none where it names none. */
export function tablesNamed(evaluation: Evaluation, callee: ClientValue, call: Call | TaggedText, site: Site): readonly TableReference[] {
  const { receiver, member } = callee;
  const named = tablesWritten(evaluation, callee, call, site);
  if (member.table?.orLater !== undefined && call.kind === "call" && named.every(({ table }) => !table) && hasLater(site.model, call, member.table.orLater)) return [];
  return receiver?.schema || receiver?.naming ? named.map((reference) => asNamedBy(evaluation, reference, receiver, site)) : named;
}

function tablesWritten(evaluation: Evaluation, callee: ClientValue, call: Call | TaggedText, site: Site): readonly TableReference[] {
  const named = callee.member.table;
  if (!named || call.kind !== "call") return [];
  const { receiver } = callee;
  if (named.unlessNamed && receiver?.table) return [receiver.table];
  if (named.unlessLater !== undefined && hasLater(site.model, call, named.unlessLater)) return [];
  const callPlace = { path: site.model.file.path, span: call.callee.span };
  switch (named.argument) {
    case "name":
      return [tableOfMember(evaluation, callee, site, callPlace)];
    case "receiver":
      return [receiver?.table ?? { table: undefined, place: callPlace, reason: "nothing before it names a table", ...(receiver?.parameterOf ? { parameterOf: receiver.parameterOf } : {}) }];
    case "joining":
      return [receiver?.table?.joining ?? receiver?.table?.holder].flatMap((table) => (table && receiver?.table ? [{ table, place: receiver.table.place }] : []));
    case "type":
      return call.typeArguments.slice(0, 1).flatMap((type) =>
        (instancesOf(evaluation, type, site.model) ?? []).map((value) => tableOf(evaluation, value, callee.library, { path: callPlace.path, span: type.span })),
      );
    default: {
      const first = named.argument;
      const filled = named.placeholder !== undefined && textStartsWith(evaluation, call.arguments[first], named.placeholder, site);
      if (filled) return call.arguments.slice(first + 1, first + 2).flatMap((argument) => tablesOfArgument(evaluation, argument, named, callee, call, site));
      if (named.otherwise !== undefined && !call.arguments[first]) return tablesWritten(evaluation, { ...callee, member: { ...callee.member, table: { ...named, argument: named.otherwise } } }, call, site);
      if (named.is !== undefined) return amongArguments(evaluation, named.is, callee, call, site);
      const passed = named.rest ? call.arguments.slice(first) : call.arguments.slice(first, first === -1 ? undefined : first + 1);
      return passed.flatMap((argument) => tablesOfArgument(evaluation, argument, named, callee, call, site));
    }
  }
}

/** Whether a call of this name is made later in the chain that a call begins or goes on with. */
function hasLater({ file, statements }: SourceModel, call: Call, name: string): boolean {
  if (!file.text.includes(`${name}(`)) return false;
  let found = false;
  walkTowards(statements, call.span, (each) => {
    if (each.kind === "call" && each.callee.kind === "member" && each.callee.name === name) found ||= isInChain(call, each.callee.object);
  });
  return found;
}

function isInChain(call: Call, chain: Expression): boolean {
  let before = chain;
  while (before !== call && before.kind === "call" && before.callee.kind === "member") before = before.callee.object;
  return before === call;
}

/** Of the arguments those that are a value of a type, which stands for the table: `Insert(im.Into("users"), im.Values(…))`. */
function amongArguments(evaluation: Evaluation, type: string, callee: ClientValue, call: Call, site: Site): readonly TableReference[] {
  const place = { path: site.model.file.path, span: call.callee.span };
  const given = call.arguments.flatMap((argument) => evaluation.evaluate(argument, site).flatMap((value) => (argument.kind === "spread" ? (listOf(evaluation, value)?.flat() ?? [value]) : [value])));
  const standing = given.filter((value) => value.kind === "instance" && value.type.kind === "client" && value.type.name === type);
  if (standing.length === 0) return [{ table: undefined, place, reason: "its name is made at run time" }];
  return standing.map((value) => tableOf(evaluation, value, callee.library, place));
}

/** The table as the schema and the naming that the chain has set make it. */
function asNamedBy(evaluation: Evaluation, reference: TableReference, { schema, naming }: InstanceValue, site: Site): TableReference {
  const { table, place } = reference;
  if (!table) return reference;
  const name = naming ? madeName(evaluation, naming, table.name, place, site) : table.name;
  if (name === undefined) return { table: undefined, place, reason: "its name is made at run time" };
  return { ...reference, table: { ...table, name, ...(schema && !table.schema ? { schema } : {}) } };
}

function madeName(evaluation: Evaluation, naming: Values, name: string, place: Place, site: Site): string | undefined {
  const given: Values = [{ kind: "text", pieces: [{ kind: "known", text: name, place }] }];
  const made = naming.flatMap((value) => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [given] }, 0, site) : []));
  return made.map(plainText).find((text) => text !== undefined);
}

function textStartsWith(evaluation: Evaluation, argument: Expression | undefined, start: string, site: Site): boolean {
  return argument !== undefined && evaluation.evaluate(argument, site).some((value) => plainText(value)?.trimStart().startsWith(start));
}

/** `sequelize.define("user", columns, { tableName: "users" })`. */
function tableByOptions(evaluation: Evaluation, names: Values, how: ModelOptions, { library }: ClientValue, call: Call, site: Site, place: Place): TableReference {
  const model = names.map(plainText).find((text) => text !== undefined);
  const options = call.arguments.at(how.argument);
  const given = options && (options !== call.arguments[0] || how.argument === 0) ? evaluation.evaluate(options, site) : [];
  const name = nameByOptions(evaluation, given, model, how, configuredNaming(evaluation, library).naming);
  const modelName = model === undefined ? {} : { modelName: model };
  return name === undefined ? { table: undefined, place, reason: "its name is made at run time", ...modelName } : { table: { name, quoted: false }, place: (how.argument === 0 ? placeOfOption(evaluation, given, how) : undefined) ?? place, ...modelName };
}

function tablesOfArgument(evaluation: Evaluation, argument: Expression, named: TableArgument, callee: ClientValue, call: Call, site: Site): readonly TableReference[] {
  const { library } = callee;
  const place = { path: site.model.file.path, span: argument.span };
  const values = evaluation.evaluate(argument, site);
  if (named.options) return [tableByOptions(evaluation, values, named.options, callee, call, site, place)];
  const isListed = argument.kind === "spread" || named.list;
  const each = isListed ? values.flatMap((value) => listOf(evaluation, value)?.flat() ?? (value.kind === "composite" ? elementsOf(evaluation, [value]) : [value])) : underKeys(evaluation, values, named);
  // `Insert("").Into("users")`: another call of the chain names it.
  if (each.every((value) => plainText(value) === "")) return [];
  if (named.relation) return each.map((name) => tableOfRelation(evaluation, modelOfRelation(evaluation, named, callee, call, site), name, library, place));
  return each.flatMap((value) => namesIn(evaluation, value)).map((value) => tableOf(evaluation, named.model ? modelCalled(evaluation, value, library, site) : value, library, place));
}

/** Of a list of schema and name whose parts may be several texts, each of the names that it may be: `pgx.Identifier{table}`. */
function namesIn(evaluation: Evaluation, value: Value): Values {
  const parts = listOf(evaluation, value);
  if (!parts?.some((part) => part.length > 1) || !parts.flat().every(({ kind }) => kind === "text" || kind === "unknown")) return [value];
  let names: readonly Values[][] = [[]];
  for (const part of parts) {
    const longer = names.flatMap((before) => part.map((each) => [...before, [each]]));
    if (longer.length > MAX_ALTERNATIVES) return unknown(`it has more than ${MAX_ALTERNATIVES} values`);
    names = longer;
  }
  return names.map((elements) => ({ kind: "list", elements }));
}

/** The model that an argument before the relation's name is, else the one before the dot. */
function modelOfRelation(evaluation: Evaluation, { argument, relationOf }: TableArgument, { library, receiver }: ClientValue, call: Call, site: Site): TableReference | undefined {
  const given = relationOf === undefined || relationOf === argument ? undefined : call.arguments[relationOf];
  const [model] = given ? evaluation.evaluate(given, site) : [];
  return given && model ? tableOf(evaluation, modelCalled(evaluation, model, library, site), library, { path: site.model.file.path, span: given.span }) : receiver?.table;
}

/** A text may be the name of a model. */
function modelCalled(evaluation: Evaluation, value: Value, library: ClientLibrary, site: Site): Value {
  const name = plainText(value);
  return (name === undefined ? undefined : modelNamed(evaluation, library, name, site.model.file.path)) ?? value;
}

/** `{ tableName: "users" }`: the value under the first key that is set. */
function underKeys(evaluation: Evaluation, values: Values, { keys }: TableArgument): Values {
  if (!keys) return values;
  return values.flatMap((value): Values => {
    if (value.kind !== "composite") return [value];
    for (const key of keys) {
      const under = memberOfValues(evaluation, [value], key).filter((each) => each.kind !== "unknown");
      if (under.length > 0) return under;
    }
    return [];
  });
}

/** The table that a value stands for: a name, a list of schema and name, a table object, a model or an instance of one. */
export function tableOf(evaluation: Evaluation, value: Value, library: ClientLibrary, place: Place): TableReference {
  if (value.kind === "instance" && value.table) return value.writtenAt && value.table.origin === "new" ? { ...value.table, writtenAt: value.writtenAt } : value.table;
  const parts = nameParts(evaluation, value);
  if (parts) return { table: tableNamed(parts, value.kind === "list" || value.kind === "composite"), place: textPlace(value) ?? place };
  const entity = library.entities && entityOf(evaluation, value);
  const table = entity && tableOfEntity(evaluation, entity, library);
  const origin = value.kind === "instance" && value.isNew ? ({ origin: "new" } as const) : value.kind === "instance" && value.isSelf ? ({ origin: "loaded" } as const) : {};
  return table ? { table, place, entity, ...origin } : { table: undefined, place, ...whyUnknown(evaluation, value), ...origin };
}

/** A class none of whose fields has a decorator is nothing that a library of decorated models keeps; other types may be anything. */
function mayBeModel({ type }: InstanceValue): boolean {
  return type.kind !== "declared" || type.declaration.form !== "class" || type.declaration.fields.some(({ decorators }) => decorators.length > 0);
}

function whyUnknown(evaluation: Evaluation, value: Value): Pick<TableReference, "reason" | "parameterOf"> {
  if (value.kind === "instance" && value.parameterOf && mayBeModel(value)) return { reason: "its callers tell its type", parameterOf: value.parameterOf };
  if (value.kind === "type" && value.parameterOf) return { reason: "its callers tell which class it is", parameterOf: value.parameterOf };
  const name = listOf(evaluation, value)?.at(-1)?.[0] ?? value;
  const hole = name.kind === "text" ? name.pieces.findLast((piece) => piece.kind === "hole") : name;
  if (hole?.kind !== "unknown" && hole?.kind !== "hole") return { reason: "its name is made at run time" };
  return { reason: hole.reason, ...(hole.parameterOf ? { parameterOf: hole.parameterOf } : {}) };
}

type NameParts = readonly (string | undefined)[];

/** The name and what stands before it, where the name is known; a schema that is made at run time is undefined. */
function nameParts(evaluation: Evaluation, value: Value): NameParts | undefined {
  const parts = value.kind === "text" ? partsOfText(value) : listOf(evaluation, value)?.map((element) => (element.length === 1 ? plainText(element[0]!) : undefined));
  return parts?.at(-1) && parts.every((part) => part !== "") ? parts : undefined;
}

/** Knex and its kin allow an alias behind the name: `users as u`; with an operator there it is a condition. */
function partsOfText({ pieces }: TextValue): NameParts | undefined {
  const [name, next = ""] = toSqlText(pieces).text.trim().split(/\s+(?:as\s+)?/i);
  return name && !/^[=<>!]/.test(next) ? name.split(".").map((part) => (part.includes(HOLE) ? undefined : part)) : undefined;
}

function tableNamed(parts: NameParts, quoted: boolean): TableName {
  const [name = "", schema, database] = parts.toReversed().map((part) => part?.replace(/^["'`[]|["'`\]]$/g, ""));
  return { name, quoted, ...(schema ? { schema } : {}), ...(database ? { database } : {}) };
}

function textPlace(value: Value): Place | undefined {
  const piece = value.kind === "text" && value.pieces.length === 1 ? value.pieces[0] : undefined;
  return piece?.kind === "known" ? piece.place : undefined;
}
