import type { Rule } from "../src/model/rule.ts";
import { action } from "./access/action.ts";
import { changes } from "./access/operation.ts";
import { ownersOf } from "./access/owners.ts";

export const noUnresolvedWrite: Rule = {
  meta: {
    id: "no-unresolved-write",
    code: "CW007",
    description: "The table of a database write cannot be told from the source.",
    messages: {
      unresolved: {
        message: "{{writer}} {{action}} that cannot be told from the source, because {{reason}}.",
        help: "Name the table in the statement, or choose between constants that name it.",
      },
      severalOwners: {
        message: "{{writer}} {{action}}, which {{owners}} own in different databases: it cannot be told which one this is.",
        help: "Name the schema or database in the statement.",
      },
    },
    presets: { recommended: "off", strict: "warning" },
  },
  judge({ access, service, standing }) {
    const changed = changes(access.operation);
    if (access.temporary || (changed !== "rows" && changed !== "table")) return undefined;
    const data = { writer: service?.name ?? "This code", action: action(access) };
    switch (standing.kind) {
      case "unresolved":
        return { messageId: "unresolved", data: { ...data, reason: standing.reason } };
      case "ambiguous": {
        const owners = ownersOf(standing);
        const mayBeItsOwn = service !== undefined && owners.includes(service.name);
        return mayBeItsOwn ? { messageId: "severalOwners", data: { ...data, owners: owners.join(" and ") } } : undefined;
      }
      case "own":
      case "shared":
      case "ignored":
      case "excused":
      case "foreign":
      case "unowned":
        return undefined;
    }
  },
};
