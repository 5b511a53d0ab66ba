import { describe, expect, it } from "vitest";
import { accessRules, rules } from "../../rules/index.ts";
import type { ResolvedAccess, Standing } from "../../src/model/finding.ts";
import type { Operation } from "../../src/model/sql-statement.ts";
import { clinic, clinicAccess, foreign, main, own, profileCall, reminders, tableName } from "./clinic-access.ts";

const viaApi = foreign(main, profileCall);
const withoutApi = foreign(reminders, undefined);
const unowned: Standing = { kind: "unowned" };
const shared: Standing = { kind: "shared" };
const ignored: Standing = { kind: "ignored" };
const excused: Standing = { kind: "excused", exceptions: [] };
const unresolved: Standing = { kind: "unresolved", reason: "`table` is a parameter of `touch`" };
const othersIn2Databases: Standing = { kind: "ambiguous", owners: [main, reminders] };
const sharedOrIgnored: Standing = { kind: "ambiguous", owners: [] };
const oursOrTheirs: Standing = { kind: "ambiguous", owners: [main, clinic] };

const copy = { original: tableName("users"), owner: main, evidence: ["shares `email`, `name`"] };
const noService = { service: undefined };

const ROW_WRITES: readonly Operation[] = ["insert", "upsert", "update", "delete", "replace", "merge", "truncate", "write"];
const TABLE_CHANGES: readonly Operation[] = ["create-table", "alter-table", "drop-table", "rename-table"];
const ATTACHMENTS: readonly Operation[] = ["create-index", "drop-index", "create-trigger", "drop-trigger", "comment"];
const VIEW_CHANGES: readonly Operation[] = ["create-view", "alter-view", "drop-view"];
const RIGHTS: readonly Operation[] = ["grant", "revoke"];
const OPERATIONS: readonly Operation[] = ["read", ...ROW_WRITES, ...TABLE_CHANGES, ...ATTACHMENTS, ...VIEW_CHANGES, ...RIGHTS];

describe("a service's own code", () => {
  it.each(ROW_WRITES)("may not %s a foreign table", (operation) => {
    expect(matching(clinicAccess(operation, "users", viaApi))).toEqual(["use-owner-api"]);
    expect(matching(clinicAccess(operation, "reminders", withoutApi))).toEqual(["no-foreign-write"]);
    expect(matching(clinicAccess(operation, "users", othersIn2Databases))).toEqual(["no-foreign-write"]);
  });

  it.each([...TABLE_CHANGES, ...ATTACHMENTS, ...VIEW_CHANGES])("may not %s on a foreign table", (operation) => {
    expect(matching(clinicAccess(operation, "users", viaApi))).toEqual(["no-foreign-schema-change"]);
    expect(matching(clinicAccess(operation, "reminders", withoutApi))).toEqual(["no-foreign-schema-change"]);
    expect(matching(clinicAccess(operation, "users", othersIn2Databases))).toEqual(["no-foreign-schema-change"]);
  });

  it("may read a foreign table where reads are allowed, and is told where they are denied", () => {
    expect(matching(clinicAccess("read", "users", viaApi))).toEqual(["no-foreign-read"]);
    expect(matching(clinicAccess("read", "users", shared))).toEqual([]);
    expect(matching(clinicAccess("read", "users", unowned))).toEqual([]);
  });

  it.each([...ROW_WRITES, ...TABLE_CHANGES])("may not %s a table that nobody owns", (operation) => {
    expect(matching(clinicAccess(operation, "clinic_rooms", unowned))).toEqual(["no-unowned-table"]);
  });

  it.each([...ATTACHMENTS, ...VIEW_CHANGES, ...RIGHTS])("may %s where nobody owns the table", (operation) => {
    expect(matching(clinicAccess(operation, "clinic_rooms", unowned))).toEqual([]);
  });

  it.each(RIGHTS)("may %s: rights are no write", (operation) => {
    expect(matching(clinicAccess(operation, "users", viaApi))).toEqual([]);
  });

  it.each([...ROW_WRITES, ...TABLE_CHANGES])("is told of a %s whose table cannot be told", (operation) => {
    expect(matching(clinicAccess(operation, undefined, unresolved))).toEqual(["no-unresolved-write"]);
    expect(matching(clinicAccess(operation, "users", oursOrTheirs))).toEqual(["no-unresolved-write"]);
  });

  it.each(OPERATIONS)("may %s what is its own, shared, ignored or excused", (operation) => {
    for (const standing of [own(), shared, ignored, sharedOrIgnored, excused]) {
      expect(matching(clinicAccess(operation, "clinic_patients", standing))).toEqual([]);
    }
  });

  it.each(OPERATIONS)("may %s a table of its session", (operation) => {
    for (const standing of [viaApi, withoutApi, unowned, othersIn2Databases]) {
      const session = clinicAccess(operation, "users", standing, { copy, access: { temporary: true } });
      expect(matching(session)).toEqual([]);
    }
  });
});

describe("a copy of a foreign table", () => {
  it("is reported before that nobody owns it, and though the service owns it", () => {
    expect(matching(clinicAccess("create-table", "clinic_users", unowned, { copy }))[0]).toBe("no-duplicate-table");
    expect(matching(clinicAccess("create-table", "clinic_users", own(), { copy }))).toEqual(["no-duplicate-table"]);
  });

  it("is a projection where ownership.yaml declares it", () => {
    const declared = own({ copyOf: { table: "users", reason: "search index" } });
    expect(matching(clinicAccess("create-table", "clinic_users", declared, { copy }))).toEqual([]);
  });

  it.each([shared, ignored, excused])("is no finding where the table is $kind", (standing) => {
    expect(matching(clinicAccess("create-table", "clinic_users", standing, { copy }))).toEqual([]);
  });

  it("is a schema change where the name itself is the owner's", () => {
    expect(matching(clinicAccess("create-table", "users", viaApi, { copy }))).toEqual(["no-foreign-schema-change"]);
  });
});

describe("code that belongs to no service", () => {
  it.each([...ROW_WRITES, ...TABLE_CHANGES, ...ATTACHMENTS])("may not %s", (operation) => {
    for (const standing of [viaApi, withoutApi, unowned, shared, othersIn2Databases]) {
      expect(matching(clinicAccess(operation, "users", standing, noService))).toEqual(["no-unassigned-write"]);
    }
  });

  it.each(["read", ...VIEW_CHANGES, ...RIGHTS] as const)("may %s", (operation) => {
    expect(matching(clinicAccess(operation, "users", viaApi, noService))).toEqual([]);
  });

  it("may write what is ignored, and is asked for a table that cannot be told only as unresolved", () => {
    expect(matching(clinicAccess("insert", "schema_migrations", ignored, noService))).toEqual([]);
    expect(matching(clinicAccess("update", undefined, unresolved, noService))).toEqual(["no-unresolved-write"]);
  });

  it("makes no copies of its own", () => {
    expect(matching(clinicAccess("create-table", "users_copy", unowned, { ...noService, copy }))).toEqual(["no-unassigned-write"]);
  });
});

describe("rules/index.ts", () => {
  it("gives every rule an id and a code of its own", () => {
    expect(new Set(rules.map(({ meta }) => meta.id)).size).toBe(rules.length);
    expect(rules.map(({ meta }) => meta.code).toSorted()).toEqual(["CW001", "CW002", "CW003", "CW004", "CW005", "CW006", "CW007", "CW008", "CW009", "CW010"]);
  });
});

/** The ids of the rules that match, in order of precedence. */
function matching(access: ResolvedAccess): readonly string[] {
  return accessRules.filter((rule) => rule.judge(access) !== undefined).map(({ meta }) => meta.id);
}
