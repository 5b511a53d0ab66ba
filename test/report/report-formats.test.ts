import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { reporters } from "../../src/report/index.ts";
import { hostileNames, hostileReport } from "./hostile-report.ts";
import { readCsv, readMarkdownTable, readWorkflowCommands } from "./read-formats.ts";
import { contextWith, emptyReport, sampleReport } from "./sample-report.ts";

const schemas = path.join(import.meta.dirname, "../../fixtures/reports/schemas");

const REPORTS = [
  { title: "findings and problems", report: sampleReport },
  { title: "a clean run", report: emptyReport },
  { title: "hostile names", report: hostileReport },
];

const ajv = new Ajv({ strict: false, allErrors: true, formats: { "uri": /^[a-z][a-z0-9+.-]*:[^\s]+$/i, "uri-reference": /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/, "date-time": true } });

describe.each([
  { name: "sarif", schema: "sarif-2.1.0.json" },
  { name: "gitlab", schema: "gitlab-code-quality.json" },
  { name: "gitlab", schema: "gitlab-published.json", ofEntries: true },
  { name: "rdjson", schema: "rdjson.json" },
  { name: "rdjson", schema: "rdjson-published.json" },
])("$name", ({ name, schema, ofEntries = false }) => {
  // What a published schema uses means the same in every draft.
  const { $schema: _, ...rest } = JSON.parse(readFileSync(path.join(schemas, schema), "utf8")) as { readonly $schema?: string };
  const conforms = ajv.compile(ofEntries ? { type: "array", items: rest } : rest);
  it.each(REPORTS)(`of $title keeps to ${schema}`, ({ report }) => {
    expect(conforms(JSON.parse(rendered(name, report))) ? [] : conforms.errors).toEqual([]);
  });
});

describe.each([
  { name: "junit", schema: "jenkins-junit.xsd" },
  { name: "checkstyle", schema: "checkstyle.xsd" },
])("$name", ({ name, schema }) => {
  const contents = readFileSync(path.join(schemas, schema), "utf8");
  it.each(REPORTS)(`of $title keeps to ${schema}`, async ({ report }) => {
    const { errors } = await validateXML({ xml: { fileName: "report.xml", contents: rendered(name, report) }, schema: { fileName: schema, contents } });
    expect(errors).toEqual([]);
  });
});

describe("hostile names", () => {
  it("reach SARIF as they are, percent-encoded in paths, and link to nothing", () => {
    const { runs } = JSON.parse(rendered("sarif", hostileReport)) as { runs: [{ results: SarifResult[] }] };
    const uris = runs[0].results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri);
    expect(uris.map(decodeURIComponent)).toEqual(hostileNames.map((name) => `backend/${name}.sql`));
    for (const { message } of runs[0].results) expect(message.text).not.toMatch(/(?<!\\)\[.*\]\(|(?<!\{)\{\d+\}/);
  });

  it("make one workflow command each, with the path as it is", () => {
    const commands = readWorkflowCommands(rendered("github", hostileReport));
    expect(commands.map(({ name }) => name)).toEqual(hostileNames.map(() => "error"));
    expect(commands.map(({ properties }) => properties["title"])).toEqual(hostileNames.map(() => "CW002 no-foreign-write"));
    const spelt = hostileNames.filter((name) => !/[^\P{C}\r\n]/u.test(name));
    expect(commands.map(({ properties }) => properties["file"])).toEqual(expect.arrayContaining(spelt.map((name) => `backend/${name}.sql`)));
  });

  it.each([
    { name: "gitlab", pathsOf: (document: unknown) => (document as { location: { path: string } }[]).map(({ location }) => location.path) },
    { name: "rdjson", pathsOf: (document: unknown) => (document as { diagnostics: { location: { path: string } }[] }).diagnostics.map(({ location }) => location.path) },
    { name: "json", pathsOf: (document: unknown) => (document as { findings: { path: string }[] }).findings.map(({ path: file }) => file) },
  ])("keep their path in $name", ({ name, pathsOf }) => {
    expect(pathsOf(JSON.parse(rendered(name, hostileReport)))).toEqual(hostileNames.map((hostile) => `backend/${hostile}.sql`));
  });

  it("stay in the cells of a Markdown table, where they are code or plain text", () => {
    const rows = readMarkdownTable(rendered("markdown", hostileReport));
    expect(rows).toHaveLength(hostileNames.length);
    for (const cells of rows) {
      expect(cells).toHaveLength(5);
      for (const cell of cells) expect(outsideCode(cell)).not.toMatch(/(?<!\\)[<[*|`@]/);
    }
  });

  it("stay in the cells of CSV, where no cell is a formula", () => {
    const [head, ...rows] = readCsv(rendered("csv", hostileReport));
    expect(rows).toHaveLength(hostileNames.length);
    for (const row of rows) {
      expect(row).toHaveLength(head!.length);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it.each(["junit", "checkstyle"])("make no elements of their own in %s", (name) => {
    const tags = [...rendered(name, hostileReport).matchAll(/<\/?([a-z]+)/g)].map((match) => match[1]);
    expect(new Set(tags)).toEqual(new Set(name === "junit" ? ["testsuites", "testsuite", "testcase", "failure"] : ["checkstyle", "file", "error"]));
  });

  it("keep to their line in concise", () => {
    expect(rendered("concise", hostileReport).trimEnd().split("\n")).toHaveLength(hostileNames.length);
  });

  it.each(["text", "concise"])("begin no line of %s as a workflow command does", (name) => {
    const first = hostileReport.findings[0]!;
    const path = "::stop-commands::gone.sql";
    const report = rendered(name, { ...hostileReport, findings: [{ ...first, place: { ...first.place, path } }], problems: [{ path, message: "It was not read." }] });
    expect(report.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
    expect(report.match(/\.\/::stop-commands::gone\.sql/g)).toHaveLength(2);
  });

  it("make no lines of their own in text", () => {
    const lines = rendered("text", hostileReport).split("\n");
    expect(lines.filter((line) => line.startsWith("backend/"))).toHaveLength(hostileNames.length);
    expect(lines.filter((line) => /^\S/.test(line) && !/^(?:backend\/|Found |Read )/.test(line))).toEqual([]);
  });
});

it("calls no service clean in junit whose findings are over the limit", () => {
  const junit = reporters.find(({ name }) => name === "junit")!;
  const suites = junit.render(sampleReport, contextWith({ maxDiagnostics: 0 })).match(/<testsuite name="[^"]*"/g);
  expect(suites).toEqual(['<testsuite name="main"', '<testsuite name="not read"']);
});

describe("paths of reports that other tools read", () => {
  it.each(["sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"])("begin where %s is run", (name) => {
    const report = rendered(name, sampleReport, "platform/");
    expect(report).toContain("platform/backend/clinic/users.go");
    expect(report.replaceAll("platform/backend/clinic/users.go", "")).not.toContain("backend/clinic/users.go");
  });
});

interface SarifResult {
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
}

function rendered(name: string, report: typeof sampleReport, pathPrefix = ""): string {
  return reporters.find((reporter) => reporter.name === name)!.render(report, contextWith({ pathPrefix }));
}

/** What of a cell is neither code nor an `@` that an empty comment keeps from naming somebody. */
function outsideCode(cell: string): string {
  return cell.replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, "").replaceAll("@<!-- -->", "");
}
