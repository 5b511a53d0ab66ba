/** JSON Schema of what the `json` reporters of `check` and `accesses` print; published as `dist/report.schema.json`. */
export const reportSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "cross-write-check report",
  type: "object",
  oneOf: [{ $ref: "#/definitions/checkReport" }, { $ref: "#/definitions/accessReport" }],
  definitions: {
    checkReport: closed({
      schemaVersion: { const: 1 },
      tool: { $ref: "#/definitions/tool" },
      findings: listOf("finding"),
      problems: listOf("problem"),
      summary: closed({
        files: count("Files looked at."),
        accesses: count("Table accesses found, reads and writes."),
        writes: count("Accesses that write."),
        unresolved: count("Accesses whose table cannot be told from the source."),
        byRule: { type: "object", additionalProperties: count("Findings of a rule, by its id.") },
        byService: { type: "object", additionalProperties: count("Findings in a service's code.") },
      }),
    }),
    accessReport: closed({
      schemaVersion: { const: 1 },
      tool: { $ref: "#/definitions/tool" },
      accesses: listOf("access"),
      problems: listOf("problem"),
      files: count("Files looked at."),
    }),
    tool: closed({ name: { const: "cross-write-check" }, version: text("Version of the package.") }),
    finding: closed(
      {
      rule: text("Id of the rule."),
      code: { type: "string", pattern: "^CW\\d{3}$" },
      severity: { enum: ["error", "warning"] },
      message: text("What is wrong."),
      help: text("The way out."),
      path: text("Relative to the root, with `/`."),
      range: { $ref: "#/definitions/range" },
      service: textOrNull("Whose code it is; null for code of no service."),
      operation: { oneOf: [{ type: "null" }, { $ref: "#/definitions/operation" }], description: "Null where the finding is about no access: a suppression, an exception, the baseline." },
      table: textOrNull("Null where it cannot be told."),
      owner: textOrNull("The service that owns the table."),
      api: { oneOf: [{ type: "null" }, { $ref: "#/definitions/api" }] },
      certainty: { oneOf: [{ type: "null" }, { $ref: "#/definitions/certainty" }] },
      via: textOrNull("What carries the statement: `go/database-sql`."),
      fingerprint: text("The same finding has the same one in every run, wherever its line moves."),
      state: { enum: ["new", "baselined", "suppressed"] },
      },
      { related: { type: "array", items: { $ref: "#/definitions/related" }, description: "How an indirect write comes about, step by step." } },
    ),
    related: closed({ message: text("A trigger, foreign key, view or routine."), path: text("Where it is declared."), range: { $ref: "#/definitions/range" } }),
    api: closed({
      name: text("Name of the owner's API."),
      call: textOrNull("The operation, as ownership.yaml writes it."),
      url: textOrNull("Where to send it."),
    }),
    access: closed(
      {
        path: text("Relative to the root, with `/`."),
        range: { $ref: "#/definitions/range" },
        operation: { $ref: "#/definitions/operation" },
        table: textOrNull("Null where it cannot be told; `unresolved` says why."),
        schema: textOrNull("As the statement names it."),
        database: textOrNull("As the statement names it."),
        service: textOrNull("Whose code it is."),
        certainty: { $ref: "#/definitions/certainty" },
        via: text("What carries the statement: `go/database-sql`."),
        call: textOrNull("The call as written, without arguments: `db.ExecContext`."),
        scope: text("The enclosing function; empty at the top of a file."),
      },
      {
        unresolved: text("Why the table cannot be told."),
        chain: texts("How the write comes about, where the statement does not name the table."),
        indirect: { type: "array", items: { $ref: "#/definitions/indirect" }, description: "What it changes besides, through triggers, foreign keys, views and routines." },
      },
    ),
    indirect: closed({
      table: text("The table that is changed."),
      schema: textOrNull("As the schema names it."),
      operation: { $ref: "#/definitions/operation" },
      chain: texts("From the statement to the table."),
    }),
    problem: closed({
      path: text("Relative to the root, with `/`."),
      range: { oneOf: [{ type: "null" }, { $ref: "#/definitions/range" }] },
      message: text("What could not be read."),
      help: textOrNull("What to do about it."),
    }),
    range: closed({ start: { $ref: "#/definitions/position" }, end: { $ref: "#/definitions/position" } }),
    position: closed({ line: place("From 1."), column: place("From 1, in UTF-16 code units; an end is exclusive.") }),
    certainty: { enum: ["certain", "likely"], description: "`likely`: only the form says that a text is a statement." },
    operation: { type: "string", pattern: "^[a-z]+(-[a-z]+)*$", description: "`read`, `insert`, `upsert`, `update`, `delete`, `create-table` …" },
  },
} as const;

type Properties = Readonly<Record<string, object>>;

/** An object that has all of `required`, perhaps some of `optional`, and nothing else. */
function closed(required: Properties, optional: Properties = {}): object {
  return { type: "object", properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

function listOf(definition: string): object {
  return { type: "array", items: { $ref: `#/definitions/${definition}` } };
}

function text(description: string): object {
  return { type: "string", description };
}

function texts(description: string): object {
  return { type: "array", items: { type: "string" }, description };
}

function textOrNull(description: string): object {
  return { type: ["string", "null"], description };
}

function count(description: string): object {
  return { type: "integer", minimum: 0, description };
}

function place(description: string): object {
  return { type: "integer", minimum: 1, description };
}
