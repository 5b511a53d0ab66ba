import type { Rule } from "../src/model/rule.ts";
import { changes } from "./access/operation.ts";
import { foreignAccess } from "./access/owners.ts";

const message = "{{service}} {{action}}, which {{owner}} owns.";

export const noForeignSchemaChange: Rule = {
  meta: {
    id: "no-foreign-schema-change",
    code: "CW004",
    description: "A service changes the structure of another service's table.",
    messages: {
      create: { message, help: "Leave it to {{owner}} to create its tables." },
      change: { message, help: "Move this to the migrations of {{owner}}." },
    },
    presets: { recommended: "error", strict: "error" },
  },
  judge(resolved) {
    const foreign = foreignAccess(resolved);
    if (!foreign) return undefined;
    switch (changes(resolved.access.operation)) {
      case "table":
      case "attachment":
      case "view":
        return { messageId: resolved.access.operation === "create-table" ? "create" : "change", data: foreign.data };
      case "rows":
      case "rights":
      case "nothing":
        return undefined;
    }
  },
};
