import { readFileSync } from "node:fs";
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
  { title: "packages that share helpers", root: createWorkspace({}, "fixtures/rules/shared-helpers") },
];

describe.each(projects)("$title, judged file by file", ({ root }) => {
  const found = checkFolder(root);
  const wanted = (file: string): readonly Finding[] => found.filter(({ place }) => place.path === file);
  const paths = filesIn(root, [".go", ".ts", ".sql"]);
  const live = openLiveProject({ root, ownership: "ownership.yaml", baseline: undefined, cache: undefined });
  const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

  it("has findings to compare", () => {
    expect(found.length).toBeGreaterThan(3);
  });

  it.each(paths)("finds in %s what the command finds", (file) => {
    expect(live.findingsIn(file, textOf(file), question).map(said)).toEqual(wanted(file).map(said));
  });

  it.each(paths)("finds the same in %s while it is edited", (file) => {
    expect(live.findingsIn(file, `${textOf(file)}\n`, question).map(said)).toEqual(wanted(file).map(said));
  });
});

function said({ rule, place, message, help, fingerprint }: Finding): object {
  return { rule, place, message, help, fingerprint };
}
