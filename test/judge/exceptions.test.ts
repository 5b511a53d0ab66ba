import path from "node:path";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { loadOwnership } from "../../src/ownership/load-ownership.ts";
import { readFixtureFiles } from "../fixtures/read-fixture-files.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const root = path.join(import.meta.dirname, "../../fixtures/suppressions");
const ownership = loadOwnership(path.join(root, "ownership.yaml"), root).ownership!;

function toldOfExceptions(asked?: (path: string) => boolean): readonly string[] {
  const report = checkProject({
    ...inMemoryProject(readFixtureFiles(root)),
    book: compileOwnership(ownership),
    rules: ruleSeverities(rules, "recommended", ownership, new Map()),
    today: "2026-11-23",
    ...(asked && { asked }),
  });
  return report.findings.filter(({ place }) => place.path === "ownership.yaml").map(({ service, message }) => `${service}: ${message}`);
}

it("tells which reviewed exceptions have expired or excuse nothing", () => {
  expect(toldOfExceptions()).toEqual([
    "admin: The exception of admin for `posts` excuses nothing.",
    "admin: The exception of admin for `pets`, `main.breeds` has expired on 2026-11-22.",
    "clinic: The exception of clinic for `users` excuses nothing.",
  ]);
});

it("does not ask where only a part of the project is read", () => {
  expect(toldOfExceptions((file) => file.startsWith("clinic/"))).toEqual([]);
});
