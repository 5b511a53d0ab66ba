import { describe, expect, it } from "vitest";
import { isMinified } from "../../src/discover/minified-code.ts";

const statement = 'db.query("UPDATE users SET name = 1");';
const bundle = statement + "var a=function(b){return b+1};".repeat(2_000);

describe("minified code", () => {
  it.each(["public/app.js", "public/app.mjs", "app.cjs"])("may be in %s", (path) => {
    expect([isMinified(path, bundle), isMinified(path, Buffer.from(bundle))]).toEqual([true, true]);
  });

  it("is none where lines are as people write them", () => {
    expect(isMinified("public/app.js", bundle.replaceAll(";", ";\n"))).toBe(false);
  });

  it("is none in a language that nobody minifies", () => {
    expect(isMinified("public/app.ts", bundle)).toBe(false);
  });

  it("is none where a small script has a long statement", () => {
    expect(isMinified("migrate.js", `db.query("INSERT INTO pets VALUES ${"(1, 'Rex'), ".repeat(2_000)}(2, 'Tom')")`)).toBe(false);
  });
});
