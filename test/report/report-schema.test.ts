import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { accessReporters, reporters } from "../../src/report/index.ts";
import { reportSchema } from "../../src/report/report-schema.ts";
import { contextWith, emptyReport, sampleInventory, sampleReport } from "./sample-report.ts";

const conforms = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(reportSchema);
const json = reporters.find(({ name }) => name === "json")!;
const accessesJson = accessReporters.find(({ name }) => name === "json")!;

function errorsOf(document: unknown): unknown {
  return conforms(document) ? [] : conforms.errors;
}

describe("the published schema of reports", () => {
  it.each([
    { title: "findings and problems", document: json.render(sampleReport, contextWith()) },
    { title: "a clean run", document: json.render(emptyReport, contextWith()) },
    { title: "accesses", document: accessesJson.render(sampleInventory, contextWith()) },
  ])("describes $title", ({ document }) => {
    expect(errorsOf(JSON.parse(document))).toEqual([]);
  });

  it("refuses a finding without a range, an unknown key and another version", () => {
    const good = JSON.parse(json.render(sampleReport, contextWith())) as { findings: object[] };
    expect(conforms({ ...good, schemaVersion: 2 })).toBe(false);
    expect(conforms({ ...good, extra: true })).toBe(false);
    expect(conforms({ ...good, findings: [{ ...good.findings[0], range: undefined }] })).toBe(false);
  });

  it("keeps every character of names through the escapes", () => {
    const { findings } = JSON.parse(json.render(sampleReport, contextWith())) as { findings: { path: string; table: string | null }[] };
    expect(findings.map(({ table }) => table)).toContain("pe\u202ets\u0007");
    expect(findings.map(({ path }) => path)).toContain("backend/\u001b[2Jclinic\n/\u202epets.sql");
  });
});
