import type { Rule } from "../src/model/rule.ts";
import { action, quoted } from "./access/action.ts";

const message = "{{service}} {{action}}, a copy of {{original}}, which {{owner}} owns: it {{evidence}}.";

export const noDuplicateTable: Rule = {
  meta: {
    id: "no-duplicate-table",
    code: "CW003",
    description: "A service keeps a private copy of another service's table.",
    messages: {
      api: { message, help: "Read {{original}} itself, and change it through the {{api}}." },
      noApi: { message, help: "Read {{original}} itself, and let {{owner}} change it." },
    },
    presets: { recommended: "error", strict: "error" },
  },
  judge({ access, service, standing, copy }) {
    if (!service || !copy || access.temporary || access.chain) return undefined;
    switch (standing.kind) {
      case "own":
        if (standing.entry.copyOf) return undefined;
        break;
      case "unowned":
      case "ambiguous":
      case "unresolved":
        break;
      case "foreign":
      case "shared":
      case "ignored":
      case "excused":
        return undefined;
    }
    const data = {
      service: service.name,
      action: action(access),
      original: quoted(copy.original),
      owner: copy.owner.name,
      evidence: copy.evidence.join(" and ") || "holds the same data",
    };
    const api = copy.owner.api?.name;
    return api === undefined ? { messageId: "noApi", data } : { messageId: "api", data: { ...data, api } };
  },
};
