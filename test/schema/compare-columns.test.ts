import { describe, expect, it } from "vitest";
import { compareColumns } from "../../src/schema/compare-columns.ts";

const shape = (name: string, columns: string) => ({ name: { name, quoted: false }, columns: columns.split(" ").map((column) => ({ name: column })) });
const users = shape("users", "id email password_hash displayName role created_at");

describe("columns of two tables", () => {
  it("are one whatever their case, underscores and entity", () => {
    expect(compareColumns(shape("owners", "user_id user_email DISPLAY_NAME"), users).describing).toEqual(["user_email", "DISPLAY_NAME"]);
  });

  it("tell nothing where any table has them", () => {
    expect(compareColumns(shape("visits", "id created_at"), users).telling).toEqual([]);
  });

  it("describe no entity where they are links and states", () => {
    const shared = compareColumns(shape("clinic_users", "clinic_id user_id role"), users);
    expect(shared.describing).toEqual([]);
    expect(shared.telling).toContain("role");
  });

  it("are contained as far as they are the other's", () => {
    expect(compareColumns(shape("owners", "id email phone"), users).contained).toBe(0.5);
  });
});
