import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { formatBaseline } from "../../src/judge/baseline/format-baseline.ts";
import { newEntries } from "../../src/judge/baseline/update-baseline.ts";
import { lintIn, messagesIn } from "./lint.ts";
import { checkFolder, createWorkspace, write } from "./workspace.ts";

const ownership = `version: 1
services:
  main:
    paths: [main/**]
    api: { name: Main API, url: "http://localhost:8000" }
    owns: { users: { update: POST /api/profile }, posts: }
  clinic: { paths: [clinic/**], owns: [clinic_appointments] }
`;
const rename = 'package clinic\n\nimport "database/sql"\n\nfunc Rename(db *sql.DB) {\n\tdb.Exec("UPDATE users SET name = ?")\n}\n';
const lined = 'package clinic\n\nimport "database/sql"\n\nfunc Rename(db *sql.DB) {\n\tdb.Exec(\n\t\t`\n\t\tUPDATE users\n\t\tSET name = ?`,\n\t)\n}\n';
const files = { "ownership.yaml": ownership, "main/main.go": "package main\n", "clinic/rename.go": rename };

const said = (messages: readonly Linter.LintMessage[]): readonly string[] => messages.map(({ line, ruleId, message }) => `${line} ${ruleId ?? ""} ${message}`);
const finding = (line: number): string => `${line} cross-write/use-owner-api clinic updates \`users\`, which main owns. Call the Main API: POST http://localhost:8000/api/profile.`;

describe("disable comments", () => {
  const eslint = lintIn(createWorkspace(files), {}, [{ linterOptions: { reportUnusedDisableDirectives: "error" } }]);

  it.each([
    ["clinic/next.go", rename.replace("\tdb.Exec", "\t// eslint-disable-next-line cross-write/use-owner-api -- moved in spring\n\tdb.Exec")],
    ["clinic/line.go", rename.replace('?")', '?") /* eslint-disable-line */')],
    ["clinic/file.go", `// eslint-disable cross-write/use-owner-api\n${rename}`],
    ["clinic/off.go", `/* eslint cross-write/use-owner-api: "off" */\n${rename}`],
    ["clinic/next.sql", "-- eslint-disable-next-line cross-write/use-owner-api -- moved in spring\nUPDATE users SET name = 'Rex';\n"],
    ["clinic/block.sql", "/* eslint-disable */ UPDATE users SET name = 'Rex'; -- eslint-enable\n"],
  ])("hold in %s", async (file, text) => {
    expect(said(await messagesIn(eslint, file, text))).toEqual([]);
  });

  it("in a string are none", async () => {
    expect(said(await messagesIn(eslint, "clinic/text.sql", "UPDATE users SET name = '-- eslint-disable-line';\n"))).toEqual([finding(1)]);
  });

  it("that disable nothing are reported", async () => {
    expect(said(await messagesIn(eslint, "clinic/idle.go", "package clinic\n\n// eslint-disable-next-line cross-write/use-owner-api\nvar a = 1\n"))).toEqual([
      "3  Unused eslint-disable directive (no problems were reported from 'cross-write/use-owner-api').",
    ]);
  });
});

describe("suggestions", () => {
  const eslint = lintIn(createWorkspace(files));

  it.each([
    ["clinic/rename.go", rename, "\tdb.Exec(", "\t// "],
    ["clinic/lined.go", lined, "\t\t`\n", "\t\t// "],
    ["clinic/rename.sql", "UPDATE\n  users SET name = 'Rex';\n", "  users", "  -- "],
  ])("put a comment above the code of %s", async (file, text, above, comment) => {
    const [message] = await messagesIn(eslint, file, text);
    const [call, ignore] = message?.suggestions ?? [];
    expect(call && applied(text, call)).toBe(text.replace(above, `${comment}Call the Main API: POST http://localhost:8000/api/profile.\n${above}`));
    const ignored = ignore ? applied(text, ignore) : "";
    expect(ignored).toBe(text.replace(above, `${comment}cross-write-ignore use-owner-api -- say here why this is right\n${above}`));
    expect(said(await messagesIn(eslint, file, ignored))).toEqual([]);
  });
});

describe("what changes on the disk", () => {
  const constant = (table: string): string => `package clinic\n\nconst table = "${table}"\n`;
  const text = rename.replace('"UPDATE users', '"UPDATE " + table + "');

  it("counts without a restart: sources, ownership.yaml and the baseline", async () => {
    const root = createWorkspace({ ...files, "clinic/rename.go": text, "clinic/tables.go": constant("clinic_appointments") });
    const eslint = lintIn(root);
    const rulesNow = async (): Promise<readonly (string | null)[]> => {
      await setTimeout(600);
      return (await messagesIn(eslint, path.join(root, "clinic/rename.go"), text)).map(({ ruleId }) => ruleId);
    };
    expect(await rulesNow()).toEqual([]);
    write(root, "clinic/tables.go", constant("users"));
    expect(await rulesNow()).toEqual(["cross-write/use-owner-api"]);
    write(root, "cross-write-baseline.json", formatBaseline(newEntries(checkFolder(root))));
    expect(await rulesNow()).toEqual([]);
    write(root, "cross-write-baseline.json", formatBaseline([]));
    expect(await rulesNow()).toEqual(["cross-write/use-owner-api"]);
    write(root, "ownership.yaml", ownership.replace("[clinic_appointments]", "[clinic_appointments, users]").replace("users: { update: POST /api/profile }, ", ""));
    expect(await rulesNow()).toEqual([]);
  });
});

describe("an ownership.yaml", () => {
  it.each([
    ["that is missing", undefined, /^1 cross-write\/\S+ There is no ownership.yaml in /],
    ["that is broken", ownership.replace("owns: [", "own: ["), /^1 cross-write\/\S+ ownership.yaml:\d+:\d+ services.clinic.own: .*`owns`/],
  ])("%s is told once, and again where it was told", async (_, text, expected) => {
    const root = createWorkspace({ "main/main.go": "package main\n", "clinic/a.go": rename, "clinic/b.go": rename, ...(text === undefined ? {} : { "ownership.yaml": text }) });
    const eslint = lintIn(root);
    const results = await eslint.lintFiles(["."]);
    const told = results.filter(({ messages }) => messages.length > 0);
    expect(told.flatMap(({ messages }) => said(messages))).toEqual([expect.stringMatching(expected)]);
    const [file] = told;
    expect(said(await messagesIn(eslint, file!.filePath, readFileSync(file!.filePath, "utf8")))).toHaveLength(1);
    write(root, "ownership.yaml", ownership);
    await setTimeout(300);
    expect((await eslint.lintFiles(["."])).flatMap(({ messages }) => said(messages))).toEqual([finding(6), finding(6)]);
  });

  it("that is broken is told where somebody works, and in one file at a time", async () => {
    const eslint = lintIn(createWorkspace({ ...files, "ownership.yaml": "version: 2\n" }));
    const count = async (file: string): Promise<number> => (await messagesIn(eslint, file, rename)).length;
    expect([await count("clinic/a.go"), await count("clinic/b.go"), await count("clinic/b.go")]).toEqual([1, 0, 0]);
    await setTimeout(1100);
    expect([await count("clinic/a.go"), await count("clinic/b.go"), await count("clinic/b.go")]).toEqual([1, 0, 0]);
    await setTimeout(1100);
    expect([await count("clinic/b.go"), await count("clinic/b.go"), await count("clinic/a.go")]).toEqual([1, 1, 0]);
  });
});

describe("settings", () => {
  it("name another ownership.yaml and its root", async () => {
    const root = createWorkspace({ "config/who.yaml": ownership, "main/main.go": "package main\n", "clinic/rename.go": rename });
    expect(said(await messagesIn(lintIn(root, { ownership: "config/who.yaml", root: "." }), path.join(root, "clinic/rename.go"), rename))).toEqual([finding(6)]);
  });

  it("that are none are told", async () => {
    const root = createWorkspace(files);
    expect(said(await messagesIn(lintIn(root, { owner: "main" }), path.join(root, "clinic/rename.go"), rename))[0]).toContain('`settings["cross-write"].owner` is no setting');
  });
});

function applied(text: string, { fix }: Linter.LintSuggestion): string {
  return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}
