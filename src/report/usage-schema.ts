import { closed, count, listOf, text, textOrNull, texts } from "./schema-parts.ts";

const call = { oneOf: [{ type: "null" }, { $ref: "#/definitions/api" }], description: "Null where the owner offers nothing for it." };

/** The definitions of `report.schema.json` that only `who` has. */
export const usageSchema = {
  usageReport: closed({
    schemaVersion: { const: 1 },
    tool: { $ref: "#/definitions/tool" },
    tables: listOf("usage"),
    problems: listOf("problem"),
    files: count("Files looked at."),
  }),
  usage: closed({
    table: text("With its schema, where that is not the default one."),
    ownership: { enum: ["service", "shared", "ignored", "nobody", "ambiguous", null], description: "`ambiguous`: of services in several databases; null where there is no ownership.yaml." },
    owners: texts("The service that owns it; several where it cannot be told in which database it is."),
    calls: closed({ insert: call, update: call, delete: call }),
    uses: listOf("use"),
  }),
  use: closed({
    kind: { enum: ["write", "read", "schema", "indirect"], description: "`schema`: the table itself or what hangs on it; `indirect`: the statement does not name the table." },
    operation: { $ref: "#/definitions/operation" },
    service: textOrNull("Null for code of no service."),
    standing: { enum: ["own", "foreign", "allowed"], description: "`allowed`: of another service's table, and ownership.yaml lets it pass." },
    scope: text("The enclosing function; empty at the top of a file."),
    chain: texts("From the statement to the table, where it does not name it."),
    path: text("Relative to the root, with `/`."),
    range: { $ref: "#/definitions/range" },
  }),
};
