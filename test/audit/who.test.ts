import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { lookUpTable } from "../../src/check/look-up-table.ts";
import type { TableLookup } from "../../src/model/table-usage.ts";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import { usageReporters } from "../../src/report/index.ts";
import { reportSchema } from "../../src/report/report-schema.ts";
import { inMemoryProject } from "../in-memory-project.ts";
import { matchGolden } from "../match-golden.ts";
import { hostileNames } from "../report/hostile-report.ts";
import { audits, contextOf, fixtureFiles } from "./audit-fixture.ts";

function who(table: string, files: Readonly<Record<string, string>>, schema?: string): TableLookup {
  const { ownership } = parseOwnership(files["ownership.yaml"] ?? "", "ownership.yaml");
  const wanted = { name: table, ...(schema === undefined ? {} : { schema }) };
  return lookUpTable(wanted, { ...inMemoryProject(files), book: ownership && compileOwnership(ownership), today: "2026-11-23" });
}

/** `clinic update foreign`, by what the statements do. */
function usesOf({ usages }: TableLookup, kind: string): readonly string[] {
  return usages.flatMap(({ uses }) => uses.filter((use) => use.kind === kind).map(({ service = "nobody", operation, standing }) => `${service} ${operation} ${standing}`));
}

const pets = who("pets", fixtureFiles);

describe("who", () => {
  it("tells the owner, what to call, and the places by what they do", () => {
    expect(pets.usages).toMatchObject([{ table: "pets", owner: { kind: "service", service: { name: "main" } }, calls: { update: { call: "PUT /api/pets/{id}" }, delete: { name: "Main API" } } }]);
    expect(usesOf(pets, "write")).toEqual(["clinic update foreign", "clinic update foreign", "reminders update foreign"]);
    expect(usesOf(pets, "schema")).toEqual(["main create-table own"]);
    expect(usesOf(pets, "read")).toEqual(["clinic read foreign", "reminders read foreign"]);
    expect(usesOf(pets, "indirect")).toEqual(["clinic update foreign", "clinic update foreign", "main delete own"]);
  });

  it("knows what ownership.yaml allows", () => {
    expect(usesOf(who("USERS", fixtureFiles), "write")).toContain("admin update allowed");
  });

  it("knows tables that only ownership.yaml names, and owns up to those that nothing names", () => {
    expect(who("settings", { "ownership.yaml": fixtureFiles["ownership.yaml"]! }).usages).toMatchObject([{ table: "settings", uses: [] }]);
    expect(who("userz", fixtureFiles)).toMatchObject({ usages: [], names: expect.arrayContaining(["users"]) as unknown });
  });

  it("tells schemas apart, and takes all where none is asked for", () => {
    const files = { "visits.sql": "UPDATE clinic.visits SET day = 1;\nDELETE FROM public.visits;\nINSERT INTO visits (day) VALUES (1);" };
    expect(who("visits", files).usages.map(({ table, uses }) => [table, uses.length])).toEqual([["clinic.visits", 1], ["visits", 2]]);
    expect(who("visits", files, "clinic").usages.map(({ table }) => table)).toEqual(["clinic.visits"]);
    expect(who("visits", files, "public").usages.map(({ table }) => table)).toEqual(["visits"]);
  });

  it("counts a partition and an earlier name for the table", () => {
    const files = {
      "001.sql": "CREATE TABLE visits (day DATE) PARTITION BY RANGE (day);\nCREATE TABLE visits_may PARTITION OF visits FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');",
      "late.sql": "DELETE FROM visits_may;",
    };
    expect(usesOf(who("visits", files), "write")).toEqual(["nobody delete own"]);
  });
});

describe.each(usageReporters.map((reporter) => [reporter.name, reporter] as const))("reporter %s of who", (name, reporter) => {
  it("prints the owner and the places", () => {
    matchGolden(reporter.render(pets, contextOf(fixtureFiles)), path.join(audits, "goldens", `who.${name}.txt`));
  });
  it("shows nothing that a terminal obeys, and begins no line with a name", () => {
    const [usage] = pets.usages;
    const hostile = [...hostileNames, "::stop-commands::gone"].map((each) => ({ ...usage!, table: each, uses: [{ ...usage!.uses[0]!, service: each, scope: each, chain: [each], place: { path: `${each}.go`, span: { start: 0, end: 0 } } }] }));
    const text = reporter.render({ ...pets, usages: hostile }, contextOf({}));
    expect(text).toMatch(/^(?:\n|[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}])*$/u);
    expect(text.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  });
});

it("prints what the published schema describes", () => {
  const conforms = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(reportSchema);
  const json = usageReporters.find(({ name }) => name === "json")!;
  for (const each of [pets, who("users", { "a.sql": "DELETE FROM users;" })]) expect(conforms(JSON.parse(json.render(each, contextOf(fixtureFiles)))) ? [] : conforms.errors).toEqual([]);
});
