import type { ClientLibrary, RecognisedCall } from "../../model/client.ts";
import type { ClientMember, TableArgument } from "../../model/client-member.ts";
import type { Call, Expression, Member, TaggedText } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { declaresMethod } from "../types/find-member.ts";
import { isDecorated } from "../orm/is-decorated.ts";
import { isModel } from "../orm/is-model.ts";
import { methodOfModelFile } from "../orm/models-by-name.ts";
import { methodByRelation } from "../orm/relation-methods.ts";
import type { ClientInstance } from "../libraries.ts";
import { elementsOf } from "./evaluate-member.ts";
import { entityOf } from "../tables/table-of-entity.ts";
import { tableOfMember } from "../tables/table-of-member.ts";
import { type ClientValue, type InstanceValue, isGlobal, type Site, type Type, type Value, type Values } from "../value.ts";

/**
 * What a call is that is made on a value of which the source tells nothing: a library's method, where its argument is a table
 * or model of the library's (`ctx.db.insert(users)`, `manager.delete(User, id)`) or a row of one (`base.Orm.Create(&user)`), where
 * it has a key of the library's and the project declares a model of the name before the dot (`ctx.prisma.user.update({ data })`),
 * where what it is made on is named after the file of a model (`app.models.users.query()`), where it is made on a name that the library's handle has by custom (`req.db("users").del()`), where it has a name that only
 * the library's has (`tx.$executeRaw`), or where it is named after a relation of the model that it is made on by name (`newPet.addVisit(visit)`). `called` is what the callee may be.
 */
export function recogniseCall(evaluation: Evaluation, call: Call | TaggedText, called: Values, site: Site): Values | undefined {
  if (!isUntold(called)) return undefined;
  const callee = call.kind === "call" ? call.callee : call.tag;
  const byName = callee.kind === "member" ? withOwnName(evaluation, callee, site) : undefined;
  if (byName || call.kind !== "call") return byName && [byName];
  const found = (call.callee.kind === "member" ? byArguments(evaluation, call, call.callee, called, site) : undefined) ?? byCustom(evaluation, call, site);
  if (found) return [found];
  return callee.kind === "member" ? methodByRelation(evaluation, callee, site.model) : undefined;
}

/** `tx.$executeRaw`. */
function withOwnName(evaluation: Evaluation, { name }: Member, { model }: Site): ClientValue | undefined {
  const found = evaluation.world.libraries.recognisable(model.file.language, name).find(({ how }) => how.by === "name" && how.names.includes(name));
  return found && { kind: "client", library: found.library, member: found.member, name, receiver: { kind: "instance", type: found.type } };
}

/** A call of a handle, or of a method that it has. */
function byCustom(evaluation: Evaluation, { callee, arguments: given }: Call, site: Site): ClientValue | undefined {
  const { libraries } = evaluation.world;
  const called = given.length === 0 ? [] : handlesAt(evaluation, callee, site).flatMap((handle) => libraries.callOf(handle) ?? []);
  const members = callee.kind === "member" ? handlesAt(evaluation, callee.object, site).flatMap((handle) => libraries.memberOf(handle, callee.name) ?? []) : [];
  return [...called, ...members].find((value) => value.kind === "client");
}

/** The handles that an expression stands for by its last name, or what a property of one is: `db.schema`. */
function handlesAt(evaluation: Evaluation, expression: Expression, site: Site): readonly ClientInstance[] {
  if (expression.kind !== "name" && expression.kind !== "member") return [];
  const { libraries } = evaluation.world;
  const named = libraries.handlesNamed(site.model.file.language, expression.name);
  if (expression.kind === "name") return named.length > 0 && isUntold(evaluation.evaluate(expression, site)) ? named : [];
  const properties = named.length > 0 ? [] : handlesAt(evaluation, expression.object, site).flatMap((handle) => libraries.memberOf(handle, expression.name) ?? []);
  return [...named, ...properties.filter((value): value is ClientInstance => value.kind === "instance" && value.type.kind === "client")];
}

function byArguments(evaluation: Evaluation, call: Call, callee: Member, called: Values, site: Site): ClientValue | undefined {
  const isUnknown = called.every(({ kind }) => kind === "unknown");
  for (const { library, type, member, how } of evaluation.world.libraries.recognisable(site.model.file.language, callee.name)) {
    if (how.by === "file") {
      const found = nameUnder(callee.object, how.under);
      const method = found === undefined ? undefined : methodOfModelFile(evaluation, library, { name: found, word: how.word }, callee.name, site.model.file.path);
      if (method) return method;
      continue;
    }
    const receiver =
      how.by === "name" ? undefined
      : how.by === "handle" ? handleByCustom(evaluation, how, type, callee, call, site)
      : how.by === "row" ? (how.only?.includes(callee.name) === false ? undefined : keeperOf(evaluation, library, type, call, member, site))
      : how.by === "table" ? handleOf(evaluation, library, type, tableArgument(call, member), member, site)
      : isUnknown ? modelOf(evaluation, library, type, callee, call, how.keys, site)
      : undefined;
    if (receiver) return { kind: "client", library, member, name: callee.name, receiver };
  }
  return undefined;
}

/** `users` of `models.users` and of `ctx.models.users`. */
function nameUnder(expression: Expression, under: string): string | undefined {
  if (expression.kind !== "member") return undefined;
  const { object, name } = expression;
  return (object.kind === "name" || object.kind === "member") && object.name === under ? name : undefined;
}

/** Whether neither the project nor the language nor a known library tells what a value is: a Map is told. */
export function isUntold(values: Values): boolean {
  return values.every((value) => value.kind === "unknown" || (value.kind === "external" && !(isGlobal(value) && value.path.length < 3)));
}

function tableArgument(call: Call, { table }: ClientMember): Expression | undefined {
  return typeof table?.argument === "number" ? call.arguments.at(table.argument) : undefined;
}

/** The handle whose method takes a table of the library. */
function handleOf(evaluation: Evaluation, library: ClientLibrary, type: Type, argument: Expression | undefined, { operation, table }: ClientMember, site: Site): InstanceValue | undefined {
  const values = given(evaluation, argument, table, site);
  const isTable = (value: Value): boolean => operation !== undefined && value.kind === "instance" && value.table !== undefined && value.type.kind === "client" && value.type.library === library;
  return values.some((value) => isTable(value) || (value.kind === "type" && isDecorated(value, library))) ? { kind: "instance", type } : undefined;
}

/** The handle that is named by custom; of a call, what it calls is. */
function handleByCustom(evaluation: Evaluation, how: RecognisedCall & { readonly by: "handle" }, type: Type, { object, name }: Member, call: Call, site: Site): InstanceValue | undefined {
  const named = object.kind === "call" ? object.callee : object;
  const last = (named.kind === "name" || named.kind === "member") && how.members.includes(name) ? named.name.toLowerCase() : "";
  if (!how.endings.some((ending) => last.endsWith(ending))) return undefined;
  const [given] = call.arguments;
  return given && evaluation.evaluate(given, site).some((value) => value.kind === "text") ? { kind: "instance", type } : undefined;
}

/** The handle whose method takes a model, as the first of its arguments. */
function keeperOf(evaluation: Evaluation, library: ClientLibrary, type: Type, call: Call, { table }: ClientMember, site: Site): InstanceValue | undefined {
  const values = given(evaluation, table?.argument === 0 ? call.arguments[0] : undefined, table, site);
  return values.some((value) => isRow(evaluation, value, library)) ? { kind: "instance", type } : undefined;
}

/** What an argument is; where it may be a list, its elements too. */
function given(evaluation: Evaluation, argument: Expression | undefined, table: TableArgument | undefined, site: Site): Values {
  const values = argument ? evaluation.evaluate(argument, site) : [];
  const lists = table?.list ? values.filter(({ kind }) => kind === "list" || kind === "composite" || kind === "instance") : [];
  return lists.length > 0 ? [...values, ...elementsOf(evaluation, lists)] : values;
}

/** An instance of a model, or a list of them: a struct with the library's tags or a method of its own that names the table. */
function isRow(evaluation: Evaluation, value: Value, library: ClientLibrary): boolean {
  const entity = value.kind === "type" ? undefined : entityOf(evaluation, value);
  const { members = [] } = library.entities ?? {};
  return entity !== undefined && (isModel(entity, library) || members.some((name) => declaresMethod(evaluation, entity, name)));
}

/** The model whose method takes an object with such a key. */
function modelOf(evaluation: Evaluation, library: ClientLibrary, type: Type, { object }: Member, call: Call, keys: readonly string[], site: Site): InstanceValue | undefined {
  const [given] = call.arguments;
  if (object.kind !== "member" || given?.kind !== "composite") return undefined;
  if (!given.entries.some(({ name }) => name !== undefined && keys.includes(name))) return undefined;
  const table = tableOfMember(evaluation, { library, name: object.name }, site, { path: site.model.file.path, span: object.nameSpan });
  return table.table && { kind: "instance", type, table };
}

