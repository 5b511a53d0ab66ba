import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { positionFinder } from "../../src/ownership/text-position.ts";
import { eslintVersions } from "./eslint-versions.ts";
import { lintIn } from "./lint.ts";
import { checkFolder, createWorkspace, everyLibrary, everythingForeign, packageFolder } from "./workspace.ts";

const projects = [
  { title: "the pet clinic", root: createWorkspace({ "ownership.yaml": readFileSync(path.join(packageFolder, "ownership.yaml"), "utf8").replaceAll("fixtures/petclinic/", "") }, "fixtures/petclinic") },
  { title: "the fixtures of clients", root: createWorkspace({ "ownership.yaml": everythingForeign, "main/own.sql": "", "package.json": everyLibrary }, "fixtures/clients") },
];

describe.each(eslintVersions)("$title and the command", ({ api }) => {
  it.each(projects)("say the same of $title", async ({ root }) => {
    const results = await lintIn(root, {}, [], undefined, api.ESLint).lintFiles(["."]);
    const linted = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, message, line, column, endLine, endColumn }) => `${path.relative(root, filePath)} ${line}:${column}-${endLine}:${endColumn} ${ruleId} ${message}`));
    const checked = checkFolder(root).map(({ place, rule, message, help }) => {
      const positionOf = positionFinder(readFileSync(path.join(root, place.path), "utf8"));
      const [start, end] = [positionOf(place.span.start), positionOf(place.span.end)];
      return `${place.path} ${start.line}:${start.column}-${end.line}:${end.column} cross-write/${rule} ${message} ${help}`;
    });
    expect(checked.length).toBeGreaterThan(30);
    expect(linted.sort()).toEqual(checked.sort());
  });
});
