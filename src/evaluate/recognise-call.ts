import type { ClientLibrary, ClientMember } from "../model/client.ts";
import type { Call, Expression, Member, TaggedText } from "../model/syntax.ts";
import type { Evaluation } from "./evaluator.ts";
import { tableOfMember } from "./table-of-member.ts";
import { type ClientValue, type InstanceValue, isGlobal, type Site, type Type, type Values } from "./value.ts";

/**
 * What a call is that is made on a value of which the source tells nothing: a library's method, where its argument is a table
 * of the library's (`ctx.db.insert(users)`), or where it has a key of the library's and the project declares a model of the
 * name before the dot (`ctx.prisma.user.update({ data })`). `called` is what the callee may be.
 */
export function recogniseCall(evaluation: Evaluation, call: Call | TaggedText, called: Values, site: Site): ClientValue | undefined {
  if (call.kind !== "call" || call.callee.kind !== "member" || call.arguments.length === 0 || !isUntold(called)) return undefined;
  const isUnknown = called.every(({ kind }) => kind === "unknown");
  const { callee } = call;
  for (const { library, type, member, how } of evaluation.world.libraries.recognisable(site.model.file.language, callee.name)) {
    const receiver =
      how.by === "table" ? handleOf(evaluation, library, type, tableArgument(call, member), site)
      : isUnknown ? modelOf(evaluation, library, type, callee, call, how.keys, site)
      : undefined;
    if (receiver) return { kind: "client", library, member, name: callee.name, receiver };
  }
  return undefined;
}

/** Whether neither the project nor the language nor a known library tells what a value is: a Map is told. */
function isUntold(values: Values): boolean {
  return values.every((value) => value.kind === "unknown" || (value.kind === "external" && !isGlobal(value)));
}

function tableArgument(call: Call, { table, operation }: ClientMember): Expression | undefined {
  return operation !== undefined && typeof table?.argument === "number" ? call.arguments.at(table.argument) : undefined;
}

/** The handle whose method takes a table of the library. */
function handleOf(evaluation: Evaluation, library: ClientLibrary, type: Type, argument: Expression | undefined, site: Site): InstanceValue | undefined {
  const values = argument ? evaluation.evaluate(argument, site) : [];
  return values.some((value) => value.kind === "instance" && value.table && value.type.kind === "client" && value.type.library === library) ? { kind: "instance", type } : undefined;
}

/** The model whose method takes an object with such a key. */
function modelOf(evaluation: Evaluation, library: ClientLibrary, type: Type, { object }: Member, call: Call, keys: readonly string[], site: Site): InstanceValue | undefined {
  const [given] = call.arguments;
  if (object.kind !== "member" || given?.kind !== "composite") return undefined;
  if (!given.entries.some(({ name }) => name !== undefined && keys.includes(name))) return undefined;
  const table = tableOfMember(evaluation, { library, name: object.name }, site, { path: site.model.file.path, span: object.nameSpan });
  return table.table && { kind: "instance", type, table };
}

