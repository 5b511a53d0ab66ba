import type { OwnerCall } from "../src/model/finding.ts";
import type { Rule, RuleMatch } from "../src/model/rule.ts";
import { changes } from "./access/operation.ts";
import { foreignAccess } from "./access/owners.ts";

const message = "{{service}} {{action}}, which {{owner}} owns.";

export const useOwnerApi: Rule = {
  meta: {
    id: "use-owner-api",
    code: "CW001",
    description: "A service writes another service's table, which the owner's API can do.",
    messages: {
      request: { message, help: "Call {{api}}: {{request}}." },
      operation: { message, help: "Call {{api}}: `{{call}}`." },
      address: { message, help: "Use {{api}} at {{url}}." },
      name: { message, help: "Use {{api}}." },
    },
    presets: { recommended: "error", strict: "error" },
  },
  judge(resolved) {
    const foreign = foreignAccess(resolved);
    if (foreign?.standing.kind !== "foreign" || !foreign.standing.api || changes(resolved.access.operation) !== "rows") return undefined;
    const { messageId, data } = wayOut(foreign.standing.api);
    return { messageId, data: { ...foreign.data, ...data } };
  },
};

/** `url` beside a `call` means that the call is an HTTP request; any other words stand as ownership.yaml writes them. */
function wayOut({ name, call, url, api }: OwnerCall): RuleMatch {
  const title = api ? `the ${name}` : name;
  if (call !== undefined && url !== undefined) return { messageId: "request", data: { api: title, request: request(call, url) } };
  if (call !== undefined) return { messageId: "operation", data: { api: title, call } };
  if (url !== undefined) return { messageId: "address", data: { api: title, url } };
  return { messageId: "name", data: { api: title } };
}

/** `POST /api/profile` at `http://localhost:8000/api/profile` is `POST http://localhost:8000/api/profile`. */
function request(call: string, url: string): string {
  const method = /^[a-z]+(?=\s)/i.exec(call)?.[0];
  return method ? `${method} ${url}` : url;
}
