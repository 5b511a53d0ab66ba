import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "../cli/built-command.ts";
import { CLEAN_PROJECT, goFile } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, GIT_WORLD } from "./git-repository.ts";

const CALL = goFile("x").replace('"x"', '"UPDATE " + table + " SET pet_id = 1"');

describe("--stdin", () => {
  it.each([
    { title: "a file that is not saved yet", file: "backend/clinic/new.go" },
    { title: "a file that stands otherwise in the folder", file: "backend/clinic/calls.go" },
    { title: "a file given by its absolute path", file: path.join("ROOT", "backend/clinic/new.go") },
  ])("checks $title, in the midst of the others", ({ file }) => {
    const { folder } = createRepository({ ...CLEAN_PROJECT, "backend/clinic/table.go": 'package clinic\n\nconst table = "users"\n', "backend/clinic/calls.go": goFile("SELECT 1") });
    const { code, out } = checkInput(folder, file.replace("ROOT", folder), CALL);
    expect(out).toMatch(/^backend\/clinic\/(?:new|calls)\.go:6:\d+ error CW001 clinic updates `users`, which main owns\./);
    expect(code).toBe(1);
  });

  it("needs no repository, and finds nothing wrong in what is right", () => {
    const { folder } = createRepository(CLEAN_PROJECT, path.join(emptyFolder(), "clinic"));
    expect(checkInput(folder, "backend/main/new.go", goFile("UPDATE users SET name = ''"))).toMatchObject({ code: 0, out: "" });
    expect(checkInput(folder, "backend/main/new.go", "")).toMatchObject({ code: 0, out: "" });
  });

  it("tells when the file lies outside the root", () => {
    const { folder } = createRepository(CLEAN_PROJECT);
    expect(checkInput(folder, "../elsewhere.go", CALL)).toMatchObject({ code: 2, err: expect.stringContaining("is outside the root") as string });
  });
});

function checkInput(cwd: string, file: string, input: string) {
  const args = [command, "--stdin", "--stdin-file-path", file, "--reporter", "concise"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, input, env: GIT_WORLD, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}
