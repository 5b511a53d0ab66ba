import type { Rule } from "../src/model/rule.ts";
import { action, quoted } from "./access/action.ts";
import { ownersOf } from "./access/owners.ts";

const message = "{{service}} {{action}}, which {{owner}} owns, without naming it: {{chain}}.";

export const noIndirectWrite: Rule = {
  meta: {
    id: "no-indirect-write",
    code: "CW005",
    description: "A statement changes another service's table through a trigger, a foreign key, a view or a routine.",
    messages: {
      api: { message, help: "Call the {{api}} instead." },
      noApi: { message, help: "Let {{owner}} make this change." },
      copy: { message: "{{service}} {{action}}, a copy of {{original}}, which {{owner}} owns, without naming it: {{chain}}.", help: "Read {{original}} itself." },
    },
    presets: { recommended: "warning", strict: "warning" },
  },
  judge({ access, service, standing, copy }) {
    if (!service || !access.chain || access.temporary || access.operation === "read") return undefined;
    const chain = access.chain.map(({ text }) => `\`${text}\``).join(" -> ");
    if (copy && (standing.kind === "unowned" || (standing.kind === "own" && !standing.entry.copyOf))) {
      return { messageId: "copy", data: { service: service.name, action: action(access), original: quoted(copy.original), owner: copy.owner.name, chain } };
    }
    if (standing.kind !== "foreign" && standing.kind !== "ambiguous") return undefined;
    const owners = ownersOf(standing);
    if (owners.length === 0 || owners.includes(service.name)) return undefined;
    const data = { service: service.name, action: action(access), owner: owners.join(" or "), chain };
    const api = standing.kind === "foreign" ? standing.owner.api?.name : undefined;
    return api === undefined ? { messageId: "noApi", data } : { messageId: "api", data: { ...data, api } };
  },
};
