import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { formatBaseline } from "../../src/judge/baseline/format-baseline.ts";
import { parseBaseline } from "../../src/judge/baseline/parse-baseline.ts";
import { newEntries } from "../../src/judge/baseline/update-baseline.ts";
import { ruleSeverities } from "../../src/judge/rule-severities.ts";
import type { BaselineEntry } from "../../src/model/baseline.ts";
import type { CheckReport } from "../../src/model/finding.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { loadOwnership } from "../../src/ownership/load-ownership.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const root = path.join(import.meta.dirname, "../../fixtures/baseline");
const ownership = loadOwnership(path.join(root, "ownership.yaml"), root).ownership!;

describe("a baseline of the code before", () => {
  it.each(readdirSync(path.join(root, "same")))("knows the code after: same/%s", (name) => {
    const { known, unknown } = compare(`same/${name}`);
    expect(known).toBeGreaterThan(0);
    expect(unknown).toBe(0);
  });

  it.each(readdirSync(path.join(root, "other")))("does not know the code after: other/%s", (name) => {
    expect(compare(`other/${name}`).unknown).toBe(1);
  });
});

function compare(folder: string): { readonly known: number; readonly unknown: number } {
  const before = newEntries(checkCode(folder, "before").findings);
  const reading = parseBaseline(formatBaseline(before));
  const { findings } = checkCode(folder, "after", reading.kind === "entries" ? reading.entries : []);
  const accesses = findings.filter(({ access }) => access !== undefined);
  return { known: accesses.filter(({ state }) => state === "baselined").length, unknown: accesses.filter(({ state }) => state === "new").length };
}

function checkCode(folder: string, name: string, entries: readonly BaselineEntry[] = []): CheckReport {
  const file = readdirSync(path.join(root, folder)).find((each) => each.startsWith(`${name}.`))!;
  return checkProject({
    ...inMemoryProject({ [`clinic/owners${path.extname(file)}`]: readFileSync(path.join(root, folder, file), "utf8") }),
    book: compileOwnership(ownership),
    rules: ruleSeverities(rules, "strict", ownership, new Map()),
    today: "2026-11-23",
    baseline: { path: "cross-write-baseline.json", text: "", entries },
  });
}
