import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { clientLibraries } from "../../src/clients/index.ts";
import { languages } from "../../src/read/languages/index.ts";
import { accessReporters, auditReporters, reporters, usageReporters } from "../../src/report/index.ts";
import { dialects } from "../../src/sql/dialects/index.ts";
import { codeFilesIn, namesIn, packageFolder } from "./source-files.ts";

interface List {
  readonly title: string;
  /** What the list says there is, each by its name. */
  readonly listed: readonly string[];
  /** What the folder holds, each by the name that its file gives it. */
  readonly files: readonly string[];
}

const LISTS: readonly List[] = [
  { title: "rules", listed: rules.map(({ meta }) => meta.id), files: filesIn("rules", "index") },
  { title: "reporters of check", listed: reporters.map(({ name }) => name), files: filesIn("src/report/findings") },
  { title: "reporters of audits", listed: auditReporters.map(({ name }) => name), files: filesIn("src/report/audits") },
  { title: "reporters of who", listed: usageReporters.map(({ name }) => name), files: filesIn("src/report/usages") },
  { title: "reporters of accesses", listed: accessReporters.map(({ name }) => name), files: filesIn("src/report/accesses") },
  { title: "dialects", listed: Object.keys(dialects), files: filesIn("src/sql/dialects", "index", "dialect-rules") },
  { title: "languages", listed: languages.map(({ id }) => id), files: [...filesIn("src/read/languages", "index", "language"), ...foldersIn("src/read/languages")] },
  {
    title: "clients",
    listed: clientLibraries.map(({ id }) => id),
    files: foldersIn("src/clients").flatMap((language) => filesIn(`src/clients/${language}`).map((library) => `${language}/${library}`)),
  },
];

describe.each(LISTS)("the list of $title", ({ listed, files }) => {
  it("has a line for every file, and a file for every line", () => {
    expect([...listed].sort()).toEqual([...files].sort());
  });
  it("names nothing twice", () => {
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("rules", () => {
  it("have a code each, never the same", () => {
    const codes = rules.map(({ meta }) => meta.code);
    for (const code of codes) expect(code).toMatch(/^CW\d{3}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

function filesIn(folder: string, ...besides: readonly string[]): readonly string[] {
  return codeFilesIn(folder)
    .map((file) => file.path.slice(folder.length + 1))
    .filter((name) => !name.includes("/"))
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => !besides.includes(name));
}

function foldersIn(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => existsSync(path.join(packageFolder, folder, name, ".")) && !name.includes("."));
}
