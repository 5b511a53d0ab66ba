import { describe, expect, it } from "vitest";
import type { Operation, TableName } from "../../src/model/sql-statement.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import { inferOwner } from "../../src/ownership/infer/infer-owners.ts";
import { inferOwnership } from "../../src/ownership/infer/infer-ownership.ts";
import { inferServices } from "../../src/ownership/infer/infer-services.ts";
import { ownershipText } from "../../src/ownership/infer/ownership-text.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";

describe("services, by their folders", () => {
  it.each<{ title: string; paths: readonly string[]; touching: readonly string[]; services: Readonly<Record<string, string>>; libraries?: readonly string[] }>([
    {
      title: "those of a folder of backends",
      paths: ["go.mod"],
      touching: ["backend/main/users.go", "backend/clinic/store/patients.go", "backend/shared/db.go"],
      services: { main: "backend/main", clinic: "backend/clinic" },
      libraries: ["backend/shared"],
    },
    {
      title: "what is built by itself, wherever it stands",
      paths: ["package.json", "platform/clinic/package.json", "platform/main/Dockerfile", "platform/web/package.json"],
      touching: ["platform/clinic/src/pets.ts", "platform/main/src/users.ts", "scripts/seed.ts"],
      services: { clinic: "platform/clinic", main: "platform/main" },
      libraries: ["scripts"],
    },
    {
      title: "those inside of one that only holds them",
      paths: ["server/go.mod", "server/clinic/main.go", "server/billing/main.go"],
      touching: ["server/clinic/main.go", "server/billing/invoices.go"],
      services: { billing: "server/billing", clinic: "server/clinic" },
    },
    {
      title: "but no layers of one program",
      paths: ["package.json", "apps/main/package.json", "apps/admin/package.json"],
      touching: ["apps/main/src/services/users/save.ts", "apps/main/src/services/pets/save.ts", "apps/admin/lib/services/ban.ts"],
      services: { admin: "apps/admin", main: "apps/main" },
    },
    { title: "one where there are no folders of services", paths: ["go.mod"], touching: ["store/users.go", "store/pets.go"], services: { petclinic: "" } },
    { title: "one and the program around it", paths: ["go.mod", "cmd/import/main.go"], touching: ["internal/users.go", "cmd/import/main.go"], services: { petclinic: "", import: "cmd/import" } },
    { title: "libraries where there is nothing else", paths: ["packages/db/package.json", "packages/models/package.json"], touching: ["packages/db/a.ts", "packages/models/b.ts"], services: { db: "packages/db", models: "packages/models" } },
    { title: "folders of the same name, told apart", paths: [], touching: ["services/eu/main.go", "apps/eu/a.go"], services: { "apps-eu": "apps/eu", "services-eu": "services/eu" } },
    { title: "none where no file touches a table", paths: ["go.mod"], touching: [], services: {} },
  ])("are $title", ({ paths, touching, services, libraries = [] }) => {
    const found = inferServices([...paths, ...touching], touching, "petclinic");
    expect(Object.fromEntries(found.services.map(({ name, folder }) => [name, folder]))).toEqual(services);
    expect(found.libraries).toEqual(libraries);
  });
});

describe("the owner of a table", () => {
  const use = (service: string, creates: number, writes: number) => ({ service, creates, writes });
  it.each([
    { title: "who alone writes it", table: "users", uses: [use("main", 0, 3), use("admin", 1, 0)], owner: "main", reason: "alone writes it (3 places)", unsure: false },
    { title: "who creates it and writes much of it", table: "users", uses: [use("admin", 0, 4), use("main", 1, 3)], owner: "main", reason: "creates it, and writes it in 3 of 7 places", unsure: false },
    { title: "who writes most of it", table: "users", uses: [use("admin", 0, 1), use("main", 0, 5)], owner: "main", reason: "writes it in 5 of 6 places", unsure: false },
    { title: "whose name it has", table: "clinic_patients", uses: [use("main", 0, 5), use("clinic-api", 0, 1)], owner: "clinic-api", reason: "is in its name, and writes it in 1 of 6 places", unsure: false },
    { title: "perhaps who writes as much as another", table: "users", uses: [use("main", 0, 2), use("admin", 0, 2)], owner: "admin", reason: "writes it in 2 of 4 places, main in the others", unsure: true },
    { title: "perhaps one of its creators", table: "users", uses: [use("main", 1, 0), use("admin", 1, 0)], owner: "admin", reason: "creates it, as main does", unsure: true },
    { title: "who creates what nobody writes", table: "users", uses: [use("main", 1, 0)], owner: "main", reason: "creates it; nothing was found that writes it", unsure: false },
  ])("is $title", ({ table, uses, owner, reason, unsure }) => {
    expect(inferOwner(table, uses)).toEqual({ owner, reason, unsure });
  });

  it("is nobody where no service touches it", () => expect(inferOwner("users", [])).toBeUndefined());
});

describe("an inferred ownership.yaml", () => {
  it("says what it says, and reads as it was meant", () => {
    const accesses = [
      access("services/main/users.go", "create-table", { name: "users" }),
      access("services/main/users.go", "update", { name: "Users" }),
      access("services/clinic/pets.go", "insert", { name: "pets", schema: "clinic" }),
      access("services/clinic/odd.go", "delete", { name: "on", schema: "main" }),
      access("services/clinic/odd.go", "delete", { name: "a: b.c" }),
      access("services/clinic/users_test.go", "delete", { name: "users" }),
      access("services/clinic/users.go", "read", { name: "users" }),
      access("services/clinic/users.go", "insert", { name: "goose_db_version" }),
      access("services/shared/audit.go", "insert", { name: "audit_log" }),
    ];
    const inferred = inferOwnership({ paths: pathsOf(accesses), accesses, rootName: "petclinic" });
    const text = ownershipText(inferred);
    const { ownership, mistakes } = parseOwnership(text, "ownership.yaml");
    expect(mistakes).toEqual([]);
    expect(ownership!.dialect).toBe("sqlite");
    expect(ownership!.services.map(({ name, paths, owns }) => [name, paths, owns.map(({ schema, pattern }) => [schema, pattern])])).toEqual([
      ["clinic", ["services/clinic/**"], [[undefined, "a: b.c"], ["clinic", "pets"], [undefined, "on"]]],
      ["main", ["services/main/**"], [[undefined, "users"]]],
    ]);
    expect(text).toContain("users:    # creates it, and alone writes it (1 place)\n");
    expect(text).toContain("#   services/shared\n");
    expect(text).toContain("#   audit_log\n");
  });

  it("reads as it was meant whatever folders are called", () => {
    const folders = ["pets [eu]", "a: b", "# c", "it's", "x\ny", "{d}", "null"];
    const accesses = folders.map((folder) => access(`services/${folder}/users.go`, "insert", { name: `t_${folder.length}` }));
    const { ownership, mistakes } = parseOwnership(ownershipText(inferOwnership({ paths: pathsOf(accesses), accesses, rootName: "petclinic" })), "ownership.yaml");
    expect(mistakes).toEqual([]);
    expect(ownership!.services.map(({ name }) => name).sort()).toEqual([...folders].sort());
  });
});

function pathsOf(accesses: readonly TableAccess[]): readonly string[] {
  return accesses.map(({ place }) => place.path);
}

function access(path: string, operation: Operation, table: Omit<TableName, "quoted">): TableAccess {
  const place = { path, span: { start: 0, end: 5 } };
  return { operation, table: { ...table, quoted: false }, place, certainty: "certain", via: "go/database-sql", call: "db.Exec", scope: "", dialect: "sqlite", statement: "" };
}
