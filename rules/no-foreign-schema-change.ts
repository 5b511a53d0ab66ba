import type { Rule } from "../src/model/rule.ts";
import type { TableAccess } from "../src/model/table-access.ts";
import { changes } from "./access/operation.ts";
import { isOwnRole } from "./access/own-role.ts";
import { foreignAccess } from "./access/owners.ts";

const message = "{{service}} {{action}}, which {{owner}} owns.";

export const noForeignSchemaChange: Rule = {
  meta: {
    id: "no-foreign-schema-change",
    code: "CW004",
    description: "A service changes the structure of another service's table.",
    messages: {
      create: { message, help: "Leave it to {{owner}} to create its tables." },
      rights: { message, help: "Let {{owner}} decide who may do what with its tables." },
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
      case "rights":
        return concernsOthers(resolved.access, foreign.service.name) ? { messageId: "rights", data: foreign.data } : undefined;
      case "rows":
      case "nothing":
        return undefined;
    }
  },
};

/**
 * What a service may do itself changes nothing for the owner: its writes are findings where it makes them. Neither do rights to read, which
 * are everybody's. Whom else it lets in, or shuts out, is the owner's to say.
 */
function concernsOthers({ operation, rights }: TableAccess, service: string): boolean {
  if (!rights || (operation === "grant" && rights.readOnly)) return false;
  return rights.roles.some((role) => !isOwnRole(role, service));
}
