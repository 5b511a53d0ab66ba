import type { ClientValue, Site } from "../evaluate/value.ts";
import type { Call, TaggedText } from "../model/syntax.ts";
import type { ClientContext } from "./find-client-uses.ts";

/**
 * What a call is that is made on a value of which the source tells nothing (`ctx.prisma.user.update({ data })`): a library's
 * method, where the project declares a model of that name and the argument has a key of the library's.
 */
export function recogniseCall(call: Call | TaggedText, site: Site, { evaluator, libraries }: ClientContext): ClientValue | undefined {
  if (call.kind !== "call" || call.callee.kind !== "member" || call.callee.object.kind !== "member") return undefined;
  const { name, object } = call.callee;
  const [given] = call.arguments;
  if (given?.kind !== "composite") return undefined;
  for (const { library, type, member } of libraries.recognisable(site.model.file.language, name)) {
    if (!given.entries.some((entry) => entry.name !== undefined && library.recognised?.keys.includes(entry.name))) continue;
    const table = evaluator.tableOfMember({ library, name: object.name }, site, { path: site.model.file.path, span: object.nameSpan });
    if (table.table) return { kind: "client", library, member, name, receiver: { kind: "instance", type, table } };
  }
  return undefined;
}
