import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { accessReporters, reporters } from "../../src/report/index.ts";
import { matchGolden } from "../match-golden.ts";
import { contextWith, emptyReport, goldens, sampleInventory, sampleReport } from "./sample-report.ts";

const LINE_END_OR_VISIBLE = /^(?:\n|[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}])*$/u;

describe.each(reporters.map((reporter) => [reporter.name, reporter] as const))("reporter %s", (name, reporter) => {
  it("prints findings and problems", () => {
    matchGolden(reporter.render(sampleReport, contextWith()), path.join(goldens, `findings.${name}.txt`));
  });
  it("prints a clean run", () => {
    matchGolden(reporter.render(emptyReport, contextWith()), path.join(goldens, `clean.${name}.txt`));
  });
  it("shows nothing that a terminal obeys", () => {
    expect(reporter.render(sampleReport, contextWith())).toMatch(LINE_END_OR_VISIBLE);
  });
  it("prints places without the files' texts", () => {
    expect(reporter.render(sampleReport, contextWith({ sourceText: () => undefined }))).toContain("users.go");
  });
  it("keeps to the limit", () => {
    const one = reporter.render(sampleReport, contextWith({ maxDiagnostics: 1 }));
    expect(one).toContain("POST http://localhost:8000/api/profile");
    expect(one).not.toContain("clinic_users");
  });
});

describe.each(accessReporters.map((reporter) => [reporter.name, reporter] as const))("access reporter %s", (name, reporter) => {
  it("prints accesses and problems", () => {
    matchGolden(reporter.render(sampleInventory, contextWith()), path.join(goldens, `accesses.${name}.txt`));
  });
  it("shows nothing that a terminal obeys", () => {
    expect(reporter.render(sampleInventory, contextWith())).toMatch(LINE_END_OR_VISIBLE);
  });
});

describe("text reporter", () => {
  const text = reporters.find(({ name }) => name === "text")!;
  it("colours what matters", () => {
    matchGolden(text.render(sampleReport, contextWith({ colors: true })), path.join(goldens, "findings.text.colors.txt"));
  });
  it("counts by rule and service when asked", () => {
    matchGolden(text.render({ ...sampleReport, problems: [] }, contextWith({ statistics: true, maxDiagnostics: 0 })), path.join(goldens, "statistics.text.txt"));
  });
});

it("has no golden that no test compares", () => {
  const compared = [
    ...reporters.flatMap(({ name }) => [`findings.${name}.txt`, `clean.${name}.txt`]),
    ...accessReporters.map(({ name }) => `accesses.${name}.txt`),
    "findings.text.colors.txt",
    "statistics.text.txt",
  ];
  expect(readdirSync(goldens).sort()).toEqual(compared.sort());
});
