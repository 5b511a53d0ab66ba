import type { Rule } from "../src/model/rule.ts";
import { action } from "./access/action.ts";
import { changes } from "./access/operation.ts";

export const noUnownedTable: Rule = {
  meta: {
    id: "no-unowned-table",
    code: "CW006",
    description: "A service writes or creates a table that ownership.yaml does not name.",
    messages: {
      unowned: {
        message: "{{service}} {{action}}, which nobody owns.",
        help: "Name its owner in ownership.yaml, or list it under `shared`.",
      },
    },
    presets: { recommended: "warning", strict: "warning" },
  },
  judge({ access, service, standing }) {
    if (!service || access.temporary || standing.kind !== "unowned") return undefined;
    const changed = changes(access.operation);
    if (changed !== "rows" && changed !== "table") return undefined;
    return { messageId: "unowned", data: { service: service.name, action: action(access) } };
  },
};
