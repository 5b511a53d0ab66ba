import type { Rule } from "../src/model/rule.ts";
import { foreignAccess } from "./access/owners.ts";

const message = "{{service}} {{action}}, which {{owner}} owns.";

export const noForeignRead: Rule = {
  meta: {
    id: "no-foreign-read",
    code: "CW008",
    description: "A service reads another service's table, where ownership.yaml denies it.",
    messages: {
      api: { message, help: "Ask the {{api}} for the data." },
      noApi: { message, help: "Ask {{owner}} for an API that gives the data: it offers none yet." },
    },
    presets: { recommended: "off", strict: "off" },
  },
  judge(resolved) {
    const foreign = foreignAccess(resolved);
    if (foreign?.standing.kind !== "foreign" || resolved.access.operation !== "read") return undefined;
    const api = foreign.standing.owner.api?.name;
    return api === undefined ? { messageId: "noApi", data: foreign.data } : { messageId: "api", data: { ...foreign.data, api } };
  },
};
