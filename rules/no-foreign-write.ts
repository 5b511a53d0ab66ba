import type { Rule } from "../src/model/rule.ts";
import { changes } from "./access/operation.ts";
import { foreignAccess } from "./access/owners.ts";

export const noForeignWrite: Rule = {
  meta: {
    id: "no-foreign-write",
    code: "CW002",
    description: "A service writes another service's table, and the owner offers no API for it yet.",
    messages: {
      noApi: {
        message: "{{service}} {{action}}, which {{owner}} owns.",
        help: "Ask {{owner}} for an API that does it: it offers none yet.",
      },
      severalOwners: {
        message: "{{service}} {{action}}, which {{owner}} owns: it cannot be told in which database this one is.",
        help: "Name the schema or database in the statement, and change the table through its owner.",
      },
    },
    presets: { recommended: "error", strict: "error" },
  },
  judge(resolved) {
    const foreign = foreignAccess(resolved);
    if (!foreign || changes(resolved.access.operation) !== "rows") return undefined;
    if (foreign.standing.kind === "ambiguous") return { messageId: "severalOwners", data: foreign.data };
    return foreign.standing.api ? undefined : { messageId: "noApi", data: foreign.data };
  },
};
