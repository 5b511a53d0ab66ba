import { readFileSync } from "node:fs";
import path from "node:path";
import { rules } from "../../rules/index.ts";
import type { CheckReport, Finding } from "../../src/model/finding.ts";
import type { Service } from "../../src/model/ownership.ts";
import type { Place } from "../../src/model/place.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import type { AccessInventory, ReportContext } from "../../src/report/reporter.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/reports");
export const goldens = path.join(fixtures, "goldens");

const USERS_GO = "backend/clinic/users.go";
const SCHEMA_SQL = "backend/clinic/schema.sql";
const HOSTILE = "backend/\u001b[2Jclinic\n/\u202epets.sql";
const MINIFIED = "backend/clinic/bundle.js";

const sources: Readonly<Record<string, string>> = {
  [USERS_GO]: readFileSync(path.join(fixtures, "sources", USERS_GO), "utf8"),
  [SCHEMA_SQL]: readFileSync(path.join(fixtures, "sources", SCHEMA_SQL), "utf8"),
  [HOSTILE]: "UPDATE \"pe\u202ets\u0007\" SET name = '\u001b]0;gone\u0007';\n",
  [MINIFIED]: `${"var pets=1;".repeat(50_000)}db.query("DELETE FROM pets");${"var pets=2;".repeat(50_000)}\n`,
};

const clinic: Service = {
  name: "clinic",
  title: "Clinic Backend",
  paths: ["backend/clinic/**"],
  api: undefined,
  owns: [],
  databases: [],
  place: { path: "ownership.yaml", span: { start: 0, end: 0 } },
};

const rename: TableAccess = {
  operation: "update",
  table: { name: "users", quoted: false },
  place: placeOf(USERS_GO, "users SET", "users"),
  certainty: "certain",
  via: "go/database-sql",
  call: "r.db.Exec",
  scope: "Repository.Rename",
  dialect: "sqlite",
  statement: "UPDATE users SET name = ? WHERE id = ?",
};
const close: TableAccess = { ...rename, operation: "delete", place: placeOf(USERS_GO, "users WHERE id = ?\",\n}", "users"), certainty: "likely", via: "go/text", call: undefined, scope: "" };
const importRows: TableAccess = {
  ...rename,
  operation: "insert",
  table: undefined,
  place: placeOf(USERS_GO, "table + ", "table"),
  scope: "Repository.Import",
  unresolved: "`table` is a parameter of `Import`",
};
const copy: TableAccess = {
  ...rename,
  operation: "create-table",
  table: { name: "clinic_users", schema: "main", quoted: false },
  place: placeOf(SCHEMA_SQL, "clinic_users", "clinic_users"),
  via: "sql/file",
  call: undefined,
  scope: "",
};
const hostile: TableAccess = { ...copy, operation: "update", table: { name: "pe\u202ets\u0007", quoted: true }, place: placeOf(HOSTILE, "\"pe\u202ets\u0007\"", "\"pe\u202ets\u0007\"") };
const minified: TableAccess = { ...rename, operation: "delete", table: { name: "pets", quoted: false }, place: placeOf(MINIFIED, "pets\")", "pets"), via: "typescript/pg", call: "db.query" };

const renameFinding: Finding = {
  rule: "use-owner-api",
  code: "CW001",
  severity: "error",
  message: "clinic updates `users`, which main owns.",
  help: "Call the Main API: POST http://localhost:8000/api/profile.",
  place: rename.place,
  service: "clinic",
  operation: "update",
  table: "users",
  owner: "main",
  api: { name: "Main API", call: "POST /api/profile", url: "http://localhost:8000/api/profile", api: undefined },
  access: { ...rename, related: [placeOf(SCHEMA_SQL, "clinic_users", "clinic_users")] },
  ownedAt: { path: "ownership.yaml", span: { start: 0, end: 5 } },
  fingerprint: "5f1c",
  state: "new",
};

export const sampleReport: CheckReport = {
  findings: [
    renameFinding,
    { ...findingOf(close, "use-owner-api", "CW001", "clinic deletes from `users`, which main owns.", "Use the Main API at http://localhost:8000."), api: { name: "Main API", call: undefined, url: "http://localhost:8000", api: undefined } },
    { ...findingOf(importRows, "no-unresolved-write", "CW007", "clinic writes a table that cannot be told because `table` is a parameter of `Import`.", "Name the table in the statement."), severity: "warning", owner: undefined, api: undefined },
    { ...findingOf(copy, "no-duplicate-table", "CW003", "clinic creates `clinic_users`, which copies `users` of main.", "Read `users` directly."), api: undefined },
    { ...findingOf(hostile, "no-foreign-write", "CW002", "clinic updates `pe\u202ets\u0007`, which main owns.", "Ask main for an API."), api: undefined },
    findingOf(minified, "use-owner-api", "CW001", "clinic deletes from `pets`, which main owns.", "Use the Main API."),
    { ...renameFinding, rule: "no-useless-suppression", code: "CW010", message: "This comment gives no reason and suppresses nothing.", help: "Write ` -- ` and the reason behind the rule.", operation: undefined, table: undefined, owner: undefined, api: undefined, access: undefined, fingerprint: "9e0a" },
    { ...renameFinding, state: "baselined" },
    { ...renameFinding, state: "suppressed" },
  ],
  problems: [
    { path: "backend/clinic/logo.sql", message: "The file holds bytes that are no text.", help: "Leave it out in .gitignore." },
    { path: USERS_GO, span: placeOf(USERS_GO, "診療所", "診療所").span, message: "A bracket is never closed." },
  ],
  summary: { files: 1204, accesses: 1066, writes: 60, unresolved: 1, byRule: { "use-owner-api": 3, "no-duplicate-table": 1, "no-foreign-write": 1, "no-unresolved-write": 1 }, byService: { clinic: 6 } },
};

export const emptyReport: CheckReport = { findings: [], problems: [], summary: { files: 1, accesses: 1, writes: 0, unresolved: 0, byRule: {}, byService: {} } };

export const sampleInventory: AccessInventory = {
  accesses: [
    { access: { ...rename, operation: "read" }, service: clinic },
    { access: rename, service: clinic },
    { access: close, service: undefined },
    { access: importRows, service: clinic },
    { access: { ...importRows, operation: "delete", toldBy: ["backend/clinic/main.go"] }, service: clinic },
    { access: copy, service: clinic },
    { access: hostile, service: undefined },
  ],
  problems: sampleReport.problems,
  files: 3,
};

export function contextWith(changes: Partial<ReportContext> = {}): ReportContext {
  return {
    sourceText: (file) => sources[file],
    colors: false,
    toolVersion: "0.0.0-test",
    maxDiagnostics: Infinity,
    statistics: false,
    rules: rules.map(({ meta }) => meta).filter(({ id }) => sampleReport.findings.some(({ rule }) => rule === id)),
    services: ["main", "clinic"],
    pathPrefix: "",
    ...changes,
  };
}

function findingOf(access: TableAccess, rule: string, code: string, message: string, help: string): Finding {
  return { ...renameFinding, access, place: access.place, operation: access.operation, table: access.table?.name, rule, code, message, help, fingerprint: `${code}-${access.operation}` };
}

/** Where `part` stands inside the first occurrence of `around`. */
function placeOf(file: string, around: string, part: string): Place {
  const text = sources[file] ?? "";
  const at = text.indexOf(around);
  if (at < 0) throw new Error(`${file} does not hold ${around}`);
  const start = at + around.indexOf(part);
  return { path: file, span: { start, end: start + part.length } };
}
