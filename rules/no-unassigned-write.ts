import type { Rule } from "../src/model/rule.ts";
import { action } from "./access/action.ts";
import { changes } from "./access/operation.ts";
import { ownersOf } from "./access/owners.ts";

const help = "Add this file to the `paths` of the service that it belongs to.";

export const noUnassignedWrite: Rule = {
  meta: {
    id: "no-unassigned-write",
    code: "CW009",
    description: "Code that belongs to no service writes a table.",
    messages: {
      owned: { message: "This code belongs to no service and {{action}}, which {{owner}} owns.", help },
      unowned: { message: "This code belongs to no service and {{action}}.", help },
    },
    presets: { recommended: "warning", strict: "warning" },
  },
  judge({ access, service, standing }) {
    if (service || access.temporary || !access.table || standing.kind === "ignored" || standing.kind === "excused") return undefined;
    switch (changes(access.operation)) {
      case "rows":
      case "table":
      case "attachment": {
        const owner = ownersOf(standing).join(" or ");
        const messageId = owner === "" ? "unowned" : "owned";
        return { messageId, data: { action: action(access), owner } };
      }
      case "view":
      case "rights":
      case "nothing":
        return undefined;
    }
  },
};
