import { readdirSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/model/audit.ts";
import { auditReporters, usageReporters } from "../../src/report/index.ts";
import { reportSchema } from "../../src/report/report-schema.ts";
import { matchGolden } from "../match-golden.ts";
import { hostileNames } from "../report/hostile-report.ts";
import { readCsv } from "../report/read-formats.ts";
import { auditOf, audits, contextOf, fixtureFiles } from "./audit-fixture.ts";

const goldens = path.join(audits, "goldens");
const audit = auditOf(fixtureFiles);
const emptyAudit = auditOf({ "ownership.yaml": "version: 1\nservices:\n  main: { paths: [main/**] }\n" });
const hostileAudit = auditWithNames(hostileNames);

describe.each(auditReporters.map((reporter) => [reporter.name, reporter] as const))("audit reporter %s", (name, reporter) => {
  it("prints every part", () => {
    matchGolden(reporter.render(audit, contextOf(fixtureFiles)), path.join(goldens, `audit.${name}.txt`));
  });
  it("prints a project with nothing to tell", () => {
    matchGolden(reporter.render(emptyAudit, contextOf({})), path.join(goldens, `empty.${name}.txt`));
  });
  it("shows nothing that a terminal obeys", () => {
    expect(reporter.render(hostileAudit, contextOf({}))).toMatch(/^(?:\n|[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}])*$/u);
  });
  it("keeps to the limit", () => {
    const [all, one] = [Infinity, 1].map((maxDiagnostics) => reporter.render(audit, contextOf(fixtureFiles, { maxDiagnostics })));
    expect(all).toContain("queue reminders.cancelled");
    expect(one).not.toContain("queue reminders.cancelled");
  });
});

it("has no golden that no test compares", () => {
  expect(readdirSync(goldens).sort()).toEqual([...auditReporters.flatMap(({ name }) => [`audit.${name}.txt`, `empty.${name}.txt`]), ...usageReporters.map(({ name }) => `who.${name}.txt`)].sort());
});

describe("the published schema of reports", () => {
  const conforms = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(reportSchema);
  it.each([
    ["every part", audit],
    ["a project with nothing to tell", emptyAudit],
    ["hostile names", hostileAudit],
  ])("describes %s", (_, each) => {
    expect(conforms(JSON.parse(rendered("json", each))) ? [] : conforms.errors).toEqual([]);
  });
});

describe("names out of other people's code", () => {
  it("stay in the cells of CSV, where no cell is a formula", () => {
    const [head, ...rows] = readCsv(rendered("csv", hostileAudit));
    expect(rows.length).toBeGreaterThan(hostileNames.length * 5);
    for (const row of rows) {
      expect(row).toHaveLength(head!.length);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it("stay in the cells of Markdown tables, where they are code or plain text", () => {
    const tables = rendered("markdown", hostileAudit).split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThan(9);
    for (const table of tables) {
      const rows = table.trimEnd().split("\n").map((line) => line.split(/(?<!\\)\|/));
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      const [, , ...cells] = rows.map((row) => row.slice(1, -1)).flat();
      for (const cell of cells) expect(cell.replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, "").replaceAll("@<!-- -->", "").replaceAll("<br>", "").replaceAll("**", "")).not.toMatch(/(?<!\\)[<[*`@]/);
    }
  });

  it("make no elements, attributes or links of their own in HTML", () => {
    const page = rendered("html", hostileAudit);
    const own = rendered("html", audit);
    const tagsOf = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1]!));
    for (const tag of tagsOf(page)) expect([...tagsOf(own)]).toContain(tag);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#[a-z-]+$/);
    expect(page).not.toMatch(/<(?:script|img|link|iframe)/i);
  });

  it("make no lines of their own in text", () => {
    const lines = rendered("text", hostileAudit).split("\n");
    const ours = new Set(rendered("text", auditWithNames(["pets", "owners"])).split("\n").filter((line) => /^\S/.test(line)));
    expect(lines.filter((line) => /^\S/.test(line) && !ours.has(line) && !/^\d/.test(line))).toEqual([]);
    const commands = rendered("text", auditWithNames(["::stop-commands::gone"])).split("\n");
    expect(commands.filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  });
});

function rendered(name: string, of: Audit): string {
  return auditReporters.find((reporter) => reporter.name === name)!.render(of, contextOf({}));
}

/** An audit in which the names are those of services, tables, files, columns, calls and reasons. */
function auditWithNames(names: readonly string[]): Audit {
  const place = (name: string) => ({ path: `backend/${name}.sql`, span: { start: 0, end: 0 } });
  const change = (name: string) => ({ service: name, owner: name, table: name, operation: "update" as const, api: { name, call: name, url: name }, places: [place(name)] });
  const spot = (name: string) => ({ name, changes: 1, besides: [name] });
  const cell = { reads: 1, writes: 1, foreign: 1, indirect: 1 };
  return {
    services: names,
    matrix: names.map((name) => ({ table: name, owner: name, cells: names.map(() => cell) })),
    hotSpots: { tables: names.map(spot), services: names.map(spot), files: names.map(spot) },
    movable: names.map(change),
    waiting: names.map((name) => ({ ...change(name), api: undefined })),
    excused: names.map((name) => ({ ...change(name), reason: name, until: "2027-03-31" })),
    schemaChanges: names.map(change),
    indirect: names.map((name) => ({ service: name, owner: name, table: name, operation: "delete" as const, chain: [name], place: place(name) })),
    copies: names.map((name) => ({ service: name, table: name, owner: name, message: `${name} creates \`${name}\`.`, place: place(name) })),
    foreignKeys: names.map((name) => ({ table: name, columns: [name], owner: name, references: name, referencesOwner: name, onDelete: "CASCADE", onUpdate: undefined, place: place(name) })),
    unresolved: names.map((name) => ({ service: name, operation: "delete" as const, reason: name, place: place(name) })),
    problems: [],
    summary: { files: 1, accesses: 1, writes: 1, unresolved: 1 },
  };
}
