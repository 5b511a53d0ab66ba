import type { OwnerCall } from "../model/finding.ts";
import type { ApiOperation, Service, TableEntry } from "../model/ownership.ts";
import type { Operation } from "../model/sql-statement.ts";

/**
 * What to call instead of an operation on a table: the entry's own call, or the owner's API as a whole where the entry
 * names none for that operation. Undefined where the owner offers neither.
 * `url` is where to send the call when that is an HTTP request, and the API's address when there is no call;
 * other words (gRPC, a queue) stand as written, without a `url`.
 */
export function ownerCall(owner: Service, entry: TableEntry, operation: Operation): OwnerCall | undefined {
  const { api } = owner;
  const key = REPLACED_BY[operation].find((candidate) => entry.calls[candidate] !== undefined);
  const call = key && entry.calls[key];
  if (call === undefined && api === undefined) return undefined;
  const url = call === undefined ? api?.url : requestUrl(call, api?.url);
  return { name: api?.name ?? owner.title, call, url, api };
}

/** The keys of a table's calls that can stand in for an operation, the best first. */
const REPLACED_BY: Readonly<Record<Operation, readonly ApiOperation[]>> = {
  "insert": ["insert", "write"],
  "upsert": ["insert", "update", "write"],
  "update": ["update", "write"],
  "delete": ["delete", "write"],
  "replace": ["insert", "update", "write"],
  "merge": ["insert", "update", "delete", "write"],
  "truncate": ["delete", "write"],
  "write": ["write"],
  "read": [],
  "create-table": [],
  "alter-table": [],
  "drop-table": [],
  "rename-table": [],
  "create-view": [],
  "alter-view": [],
  "drop-view": [],
  "create-index": [],
  "drop-index": [],
  "create-trigger": [],
  "drop-trigger": [],
  "comment": [],
  "grant": [],
  "revoke": [],
};

const REQUEST = /^(?:(?<method>GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+)?(?<target>\S+)$/i;

/** Where an HTTP request goes: `POST /api/profile` below the API's address; an absolute URL stands for itself. */
function requestUrl(call: string, base: string | undefined): string | undefined {
  const { method, target = "" } = REQUEST.exec(call.trim())?.groups ?? {};
  if (/^https?:\/\//i.test(target)) return target;
  if (method === undefined || !target.startsWith("/") || base === undefined) return undefined;
  return base.replace(/\/+$/, "") + target;
}
