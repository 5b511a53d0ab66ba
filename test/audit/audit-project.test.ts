import { describe, expect, it } from "vitest";
import type { MatrixRow } from "../../src/model/audit.ts";
import { auditOf, fixtureFiles } from "./audit-fixture.ts";

const audit = auditOf(fixtureFiles);

/** `clinic 2w 1r`, in the words of the matrix. */
function cellsOf({ cells }: MatrixRow, services: readonly string[]): readonly string[] {
  return cells.flatMap(({ reads, writes, foreign, indirect }, index) => (reads + writes + indirect > 0 ? [`${services[index]} ${writes}w ${foreign}! ${reads}r ${indirect}i`] : []));
}

describe("an audit", () => {
  it("counts who reads and writes which table, crossed tables first, and leaves out views, tables of a session and ignored ones", () => {
    const rows = audit.matrix.map((row) => `${row.table} (${row.owner ?? "nobody"}): ${cellsOf(row, audit.services).join(", ")}`);
    expect(rows).toEqual([
      "clinic_appointments (clinic): main 0w 0! 0r 1i, clinic 1w 0! 0r 0i",
      "pets (main): main 1w 0! 0r 0i, clinic 2w 2! 1r 1i, reminders 1w 1! 1r 0i",
      "reminders (reminders): clinic 1w 1! 0r 0i, reminders 1w 0! 0r 0i",
      "users (main): main 3w 0! 0r 0i, clinic 2w 2! 1r 0i, admin 1w 0! 0r 0i, reminders 0w 0! 1r 0i",
      "visits (clinic): main 0w 0! 0r 1i, clinic 3w 0! 1r 0i, admin 1w 1! 0r 0i",
      "clinic_users (nobody): clinic 2w 0! 0r 0i",
      "organizations (shared): main 1w 0! 0r 0i",
      "rooms (nobody):  1w 0! 0r 0i",
      "settings (main): main 2w 0! 0r 0i",
    ]);
  });

  it("tells what can move to an API, suppressed writes too, and what cannot", () => {
    expect(audit.movable.map(({ service, operation, table, api, places }) => [service, operation, table, api?.url ?? api?.call, places.length])).toEqual([
      ["clinic", "update", "pets", "http://localhost:8000/api/pets/{id}", 2],
      ["reminders", "update", "pets", "http://localhost:8000/api/pets/{id}", 1],
      ["clinic", "update", "users", "http://localhost:8000/api/profile", 1],
      ["clinic", "delete", "reminders", "queue reminders.cancelled", 1],
    ]);
    expect(audit.waiting.map(({ service, operation, table }) => [service, operation, table])).toEqual([["admin", "delete", "visits"]]);
  });

  it("tells what exceptions excuse, and why", () => {
    expect(audit.excused).toMatchObject([{ service: "admin", owner: "main", table: "users", operation: "update", reason: "moderators ban users | no endpoint yet", until: "2099-12-31" }]);
  });

  it("lists foreign schema changes, indirect writes, copies and writes that are not resolved", () => {
    expect(audit.schemaChanges).toMatchObject([{ service: "clinic", operation: "create-index", table: "users" }]);
    expect(audit.indirect.map(({ service, table, chain }) => [service, table, chain.length])).toEqual([
      ["clinic", "pets", 1],
      ["main", "visits", 2],
      ["main", "clinic_appointments", 3],
    ]);
    expect(audit.copies).toMatchObject([{ service: "clinic", table: "clinic_users", owner: "main" }]);
    expect(audit.unresolved).toMatchObject([{ service: "admin", operation: "delete", reason: "`table` is a parameter of `Empty`" }]);
  });

  it("lists the foreign keys that lead to another service's table, none to a shared table or the service's own", () => {
    expect(audit.foreignKeys.map(({ place: _, ...key }) => key)).toEqual([
      { table: "visits", columns: ["pet_id"], owner: "clinic", references: "pets", referencesOwner: "main", onDelete: "CASCADE", onUpdate: "CASCADE" },
      { table: "clinic_appointments", columns: ["user_id"], owner: "clinic", references: "users", referencesOwner: "main", onDelete: undefined, onUpdate: undefined },
      { table: "rooms", columns: ["user_id"], owner: undefined, references: "users", referencesOwner: "main", onDelete: undefined, onUpdate: undefined },
    ]);
  });

  it("finds where foreign changes crowd", () => {
    expect(audit.hotSpots.tables[0]).toEqual({ name: "pets", changes: 4, besides: ["clinic", "reminders"] });
    expect(audit.hotSpots.services[0]).toEqual({ name: "clinic", changes: 6, besides: ["pets", "reminders", "users"] });
    expect(audit.hotSpots.files[0]).toMatchObject({ name: "backend/clinic/desk.go", changes: 4 });
  });

  it("tells tables of one name in several databases apart", () => {
    const { matrix, foreignKeys } = auditOf({
      "ownership.yaml":
        "version: 1\ndatabases:\n  town: { dialect: sqlite }\n  farm: { dialect: sqlite }\nservices:\n  town: { paths: [town/**], database: town, owns: [pets] }\n  farm: { paths: [farm/**], database: farm, owns: [pets] }\n",
      "town/pets.sql": "CREATE TABLE pets (id INT);\nCREATE TABLE stays (pet_id INT REFERENCES pets (id));",
      "farm/pets.sql": "CREATE TABLE pets (id INT);",
    });
    expect(matrix.filter(({ table }) => table === "pets").map(({ owner }) => owner)).toEqual(["farm", "town"]);
    expect(foreignKeys).toMatchObject([{ table: "stays", owner: undefined, referencesOwner: "town" }]);
  });
});
