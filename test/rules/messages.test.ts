import { describe, expect, it } from "vitest";
import { accessRules } from "../../rules/index.ts";
import type { ResolvedAccess, Standing } from "../../src/model/finding.ts";
import { clinic, clinicAccess, foreign, main, own, profileCall, reminders, tableName } from "./clinic-access.ts";

const viaApi = foreign(main, profileCall);
const withoutApi = foreign(reminders, undefined);
const copy = { original: tableName("users"), owner: main, evidence: ["carries its name", "shares `email`, `name`"] };

const chain = [{ kind: "foreign-key", text: "foreign key posts.author ON DELETE CASCADE", place: { path: "backend/main/schema.sql", span: { start: 0, end: 1 } } }] as const;

const SENTENCES: readonly (readonly [ResolvedAccess, string])[] = [
  [
    clinicAccess("update", "users", viaApi),
    "clinic updates `users`, which main owns. Call the Main API: POST http://localhost:8000/api/profile.",
  ],
  [
    clinicAccess("update", "users", foreign(main, { ...profileCall, call: "https://gateway.example/profile", url: "https://gateway.example/profile" })),
    "clinic updates `users`, which main owns. Call the Main API: https://gateway.example/profile.",
  ],
  [
    clinicAccess("upsert", "auth.users", foreign(main, { ...profileCall, call: "users.UserService/Save", url: undefined })),
    "clinic inserts into or updates `auth.users`, which main owns. Call the Main API: `users.UserService/Save`.",
  ],
  [
    clinicAccess("update", "users", foreign(main, { name: "main", call: "publish user.renamed", url: undefined, api: undefined })),
    "clinic updates `users`, which main owns. Call main: `publish user.renamed`.",
  ],
  [
    clinicAccess("insert", "posts", foreign(main, { ...profileCall, call: undefined, url: "http://localhost:8000" })),
    "clinic inserts into `posts`, which main owns. Use the Main API at http://localhost:8000.",
  ],
  [
    clinicAccess("merge", "posts", foreign(main, { ...profileCall, call: undefined, url: undefined })),
    "clinic merges into `posts`, which main owns. Use the Main API.",
  ],
  [
    clinicAccess("delete", "reminders", withoutApi),
    "clinic deletes from `reminders`, which reminders owns. Ask reminders for an API that does it: it offers none yet.",
  ],
  [
    clinicAccess("truncate", "users", ambiguous(main, reminders)),
    "clinic truncates `users`, which main or reminders owns: it cannot be told in which database this one is. Name the schema or database in the statement, and change the table through its owner.",
  ],
  [
    clinicAccess("create-table", "clinic_users", own(), { copy }),
    "clinic creates `clinic_users`, a copy of `users`, which main owns: it carries its name and shares `email`, `name`. Read `users` itself, and change it through the Main API.",
  ],
  [
    clinicAccess("create-table", "clinic_reminders", own(), { copy: { original: tableName("reminders"), owner: reminders, evidence: [] } }),
    "clinic creates `clinic_reminders`, a copy of `reminders`, which reminders owns: it holds the same data. Read `reminders` itself, and let reminders change it.",
  ],
  [
    clinicAccess("delete", "posts", viaApi, { access: { chain } }),
    "clinic deletes from `posts`, which main owns, without naming it: `foreign key posts.author ON DELETE CASCADE`. Call the Main API instead.",
  ],
  [
    clinicAccess("insert", "clinic_users", own(), { copy, access: { chain } }),
    "clinic inserts into `clinic_users`, a copy of `users`, which main owns, without naming it: `foreign key posts.author ON DELETE CASCADE`. Read `users` itself.",
  ],
  [
    clinicAccess("delete", "reminders", withoutApi, { access: { chain } }),
    "clinic deletes from `reminders`, which reminders owns, without naming it: `foreign key posts.author ON DELETE CASCADE`. Let reminders make this change.",
  ],
  [
    clinicAccess("create-trigger", "users", viaApi),
    "clinic creates a trigger on `users`, which main owns. Move this to the migrations of main.",
  ],
  [
    clinicAccess("grant", "users", viaApi, { access: { rights: { readOnly: false, roles: ["clinic", "front_desk"] } } }),
    "clinic grants rights on `users`, which main owns. Let main decide who may do what with its tables.",
  ],
  [
    clinicAccess("create-table", "users", viaApi),
    "clinic creates `users`, which main owns. Leave it to main to create its tables.",
  ],
  [
    clinicAccess("insert", "clinic_rooms", { kind: "unowned" }),
    "clinic inserts into `clinic_rooms`, which nobody owns. Name its owner in ownership.yaml, or list it under `shared`.",
  ],
  [
    clinicAccess("update", undefined, { kind: "unresolved", reason: "`table` is a parameter of `touch`" }),
    "clinic updates a table that cannot be told from the source, because `table` is a parameter of `touch`. Name the table in the statement, or choose between constants that name it.",
  ],
  [
    clinicAccess("update", "events", ambiguous(main, clinic)),
    "clinic updates `events`, which main and clinic own in different databases: it cannot be told which one this is. Name the schema or database in the statement.",
  ],
  [
    clinicAccess("read", "users", viaApi),
    "clinic reads `users`, which main owns. Ask the Main API for the data.",
  ],
  [
    clinicAccess("read", "reminders", withoutApi),
    "clinic reads `reminders`, which reminders owns. Ask reminders for an API that gives the data: it offers none yet.",
  ],
  [
    clinicAccess("update", "users", viaApi, { service: undefined }),
    "This code belongs to no service and updates `users`, which main owns. Add this file to the `paths` of the service that it belongs to.",
  ],
  [
    clinicAccess("drop-table", "old_users", { kind: "unowned" }, { service: undefined }),
    "This code belongs to no service and drops `old_users`. Add this file to the `paths` of the service that it belongs to.",
  ],
];

describe("messages", () => {
  it.each(SENTENCES.map(([access, sentence]) => ({ access, sentence })))("$sentence", ({ access, sentence }) => {
    expect(said(access)).toBe(sentence);
  });

  it("has a sentence here for every text of every rule", () => {
    const used = new Set(SENTENCES.map(([access]) => matched(access)).map(({ rule, match }) => `${rule.meta.id} ${match.messageId}`));
    const written = accessRules.flatMap(({ meta }) => Object.keys(meta.messages).map((id) => `${meta.id} ${id}`));
    expect(written.filter((text) => !used.has(text))).toEqual([]);
  });
});

function ambiguous(...owners: Extract<Standing, { kind: "ambiguous" }>["owners"]): Standing {
  return { kind: "ambiguous", owners };
}

function matched(access: ResolvedAccess) {
  for (const rule of accessRules) {
    const match = rule.judge(access);
    if (match) return { rule, match };
  }
  throw new Error("no rule matches");
}

function said(access: ResolvedAccess): string {
  const { rule, match } = matched(access);
  const text = rule.meta.messages[match.messageId];
  return `${text?.message} ${text?.help}`.replace(/\{\{(\w+)\}\}/g, (_, name: string) => match.data[name] ?? `{{${name}}}`);
}
