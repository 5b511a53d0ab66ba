import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "../cli/built-command.ts";
import { CLEAN_PROJECT, goFile } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, GIT_WORLD, openTestRepository, type TestRepository } from "./git-repository.ts";

const WRONG = goFile("UPDATE users SET name = 'Rex'");
const CALL = "Call the Main API: POST http://localhost:8000/api/profile.";

/** `git commit` as a person runs it, with the command on the PATH. */
function commit(repository: TestRepository, ...args: readonly string[]) {
  const bin = emptyFolder();
  symlinkSync(command, path.join(bin, "cross-write-check"));
  const env = { ...GIT_WORLD, PATH: `${bin}:${path.dirname(process.execPath)}:${GIT_WORLD["PATH"]!}` };
  const { status, stdout, stderr } = spawnSync("git", ["commit", "--quiet", "--message", "Work", ...args], { cwd: repository.folder, env, encoding: "utf8" });
  return { code: status, told: stdout + stderr };
}

function hooked(): TestRepository {
  const repository = createRepository(CLEAN_PROJECT);
  repository.commit();
  expect(repository.check(["init", "--hook"])).toEqual({ code: 0, out: "Installed .git/hooks/pre-commit: every commit is checked. `git commit --no-verify` skips it.\n", err: "" });
  return repository;
}

describe("the hook of init --hook", () => {
  it("stops a commit with a finding and says what to call", () => {
    const repository = hooked();
    repository.write({ "backend/clinic/owners.go": WRONG });
    repository.git("add", ".");
    const { code, told } = commit(repository);
    expect(code).toBe(1);
    expect(told).toContain(CALL);
    expect(repository.git("status", "--porcelain")).toBe("A  backend/clinic/owners.go\n");
    expect(commit(repository, "--no-verify").code).toBe(0);
  });

  it.each([
    { title: "all that is changed", args: ["--all"] },
    { title: "one file", args: ["--", "backend/clinic/appointments.go"] },
    { title: "what is staged and one file", args: ["--include", "--", "backend/clinic/appointments.go"] },
  ])("reads the index of a commit of $title", ({ args }) => {
    const repository = hooked();
    repository.write({ "backend/clinic/appointments.go": WRONG });
    expect(commit(repository, ...args)).toMatchObject({ code: 1, told: expect.stringContaining(CALL) as string });
    repository.write({ "backend/clinic/appointments.go": goFile("DELETE FROM clinic_appointments") });
    expect(commit(repository, ...args)).toEqual({ code: 0, told: expect.stringContaining("No findings.") as string });
  });

  it("works in a worktree, and beside an ownership.yaml in a folder of any name", () => {
    const files = Object.fromEntries(Object.entries(CLEAN_PROJECT).map(([file, text]) => [`the clinic's/${file}`, text]));
    const repository = createRepository(files);
    repository.commit();
    expect(repository.check(["init", "--hook"], { cwd: "the clinic's/backend" }).code).toBe(0);
    const folder = path.join(emptyFolder(), "worktree");
    repository.git("worktree", "add", "--quiet", folder);
    for (const each of [repository, openTestRepository(folder)]) {
      each.write({ "the clinic's/backend/clinic/owners.go": WRONG });
      each.git("add", ".");
      expect(commit(each)).toMatchObject({ code: 1, told: expect.stringContaining(CALL) as string });
    }
  });

  it("is the project's own command before any other", () => {
    const repository = hooked();
    const own = path.join(repository.folder, "node_modules/.bin/cross-write-check");
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, "#!/bin/sh\necho the project\\'s own: \"$@\"\nexit 1\n");
    chmodSync(own, 0o755);
    expect(commit(repository, "--allow-empty")).toEqual({ code: 1, told: "the project's own: --staged --no-progress\n" });
  });

  it("is the command beside ownership.yaml before that at the top", () => {
    const repository = createRepository(Object.fromEntries(Object.entries(CLEAN_PROJECT).map(([file, text]) => [`the clinic's/${file}`, text])));
    expect(repository.check(["init", "--hook"], { cwd: "the clinic's" }).code).toBe(0);
    for (const folder of ["", "the clinic's/"]) {
      const own = path.join(repository.folder, `${folder}node_modules/.bin/cross-write-check`);
      mkdirSync(path.dirname(own), { recursive: true });
      writeFileSync(own, `#!/bin/sh\necho "in <${folder}>"\nexit 1\n`);
      chmodSync(own, 0o755);
      expect(commit(repository, "--allow-empty")).toEqual({ code: 1, told: `in <${folder}>\n` });
    }
  });

  it("says what to install where there is no command", () => {
    const repository = hooked();
    const { status, stderr } = spawnSync("git", ["commit", "--quiet", "--allow-empty", "--message", "Work"], { cwd: repository.folder, env: GIT_WORLD, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toBe("cross-write-check is neither in node_modules nor on the PATH: install it, or commit with --no-verify.\n");
  });

  it("takes the place of an older one of its own, and of no other", () => {
    const repository = hooked();
    const hook = ".git/hooks/pre-commit";
    const text = repository.read(hook);
    expect(repository.check(["init", "--hook"]).code).toBe(0);
    expect(repository.read(hook)).toBe(text);
    repository.write({ [hook]: "#!/bin/sh\nmake lint\n" });
    expect(repository.check(["init", "--hook"])).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^cross-write-check: There is another hook in `.*pre-commit`, which stays as it is: add the line `cross-write-check --staged --no-progress` to it\.\n$/) as string });
    expect(repository.read(hook)).toBe("#!/bin/sh\nmake lint\n");
    repository.remove(hook);
    symlinkSync("../../hooks-of-the-team", path.join(repository.folder, hook));
    expect(repository.check(["init", "--hook"])).toMatchObject({ code: 2, err: expect.stringContaining("There is another hook") as string });
  });

  it("is none for every repository that shares a folder of hooks", () => {
    const repository = createRepository(CLEAN_PROJECT);
    const shared = emptyFolder();
    repository.git("config", "core.hooksPath", shared);
    expect(repository.check(["init", "--hook"])).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/is not in this repository.*add the line `cross-write-check --staged --no-progress`/) as string });
    expect(readdirSync(shared)).toEqual([]);
  });

  it("goes where git looks for hooks", () => {
    const repository = createRepository(CLEAN_PROJECT);
    repository.git("config", "core.hooksPath", "team hooks");
    expect(repository.check(["init", "--hook"]).out).toContain("Installed team hooks/pre-commit");
    repository.write({ "backend/clinic/owners.go": WRONG });
    repository.git("add", ".");
    expect(commit(repository).code).toBe(1);
  });

  it("is not installed where there is nothing to check, and no ownership.yaml is inferred there", () => {
    const repository = createRepository();
    expect(repository.check(["init", "--hook"])).toMatchObject({ code: 2, err: expect.stringContaining("There is no ownership.yaml") as string });
    expect(repository.check(["init"])).toMatchObject({ code: 2, err: expect.stringContaining("There is no file to check") as string });
    const plain = openTestRepository(emptyFolder());
    plain.write(CLEAN_PROJECT);
    expect(plain.check(["init", "--hook"])).toMatchObject({ code: 2, err: expect.stringContaining("is in no git repository") as string });
  });

  it("is plain sh", () => {
    const repository = hooked();
    expect(execFileSync("sh", ["-n", ".git/hooks/pre-commit"], { cwd: repository.folder, encoding: "utf8" })).toBe("");
  });
});
