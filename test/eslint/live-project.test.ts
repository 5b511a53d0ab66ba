import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { openLiveProject } from "../../src/check/live-project.ts";
import type { Finding } from "../../src/model/finding.ts";
import { checkFolder, createWorkspace, everyLibrary, everythingForeign, filesIn, packageFolder, today } from "./workspace.ts";

const question = { rules, off: new Set<string>(), today };

const projects = [
  { title: "the pet clinic", root: createWorkspace({ "ownership.yaml": readFileSync(path.join(packageFolder, "ownership.yaml"), "utf8").replaceAll("fixtures/petclinic/", "") }, "fixtures/petclinic") },
  { title: "the fixtures of clients", root: createWorkspace({ "ownership.yaml": everythingForeign, "main/own.sql": "", "package.json": everyLibrary }, "fixtures/clients") },
  ...readdirSync(path.join(packageFolder, "fixtures/rules")).map((name) => ({ title: name, root: createWorkspace({}, `fixtures/rules/${name}`) })),
];

describe.each(projects)("$title, judged file by file", ({ root }) => {
  const found = checkFolder(root);
  const wanted = (file: string): readonly Finding[] => found.filter(({ place }) => place.path === file);
  const paths = filesIn(root, [".go", ".ts", ".sql", ".prisma"]);
  const live = openLiveProject({ root, ownership: "ownership.yaml", baseline: undefined, cache: undefined });
  const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

  it("has findings to compare", () => {
    expect(found.length).toBeGreaterThan(1);
  });

  it.each(paths)("finds in %s what the command finds", (file) => {
    expect(live.findingsIn(file, textOf(file), question).map(said)).toEqual(wanted(file).map(said));
  });

  it.each(paths)("finds the same in %s while it is edited", (file) => {
    expect(live.findingsIn(file, `${textOf(file)}\n`, question).map(said)).toEqual(wanted(file).map(said));
  });
});

/** Projects whose tables have triggers, cascades, views or parts. */
const causing = ["indirect-writes", "keys-in-code", "parts-of-tables", "several-databases", "shelter-sqlite", "salon-services", "rescue-monorepo"].map((name) => ({ name, folder: `fixtures/rules/${name}` }));

describe.each(causing)("$name, of which a file held nothing when the project was read", ({ folder }) => {
  const whole = createWorkspace({}, folder);
  const found = checkFolder(whole);

  it.each(filesIn(whole, [".go", ".ts", ".sql", ".prisma"]))("%s", (file) => {
    const root = createWorkspace({ [file]: "" }, folder);
    const live = openLiveProject({ root, ownership: "ownership.yaml", baseline: undefined, cache: undefined });
    const text = readFileSync(path.join(whole, file), "utf8");
    live.findingsIn(file, "", question);
    expect(live.findingsIn(file, text, question).map(said)).toEqual(found.filter(({ place }) => place.path === file).map(said));
  });
});

function said({ rule, place, message, help, fingerprint }: Finding): object {
  return { rule, place, message, help, fingerprint };
}
