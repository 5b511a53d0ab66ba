import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { copyPackage, runCommand, writeProject, type Outcome } from "./built-command.ts";
import { CLEAN_PROJECT, goFile, withoutOwnership } from "./clinic-project.ts";

const STACK = /^\s+at .+:\d+:\d+\)?$/m;
const NOBODY = 65_534;

function check(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]): Outcome {
  return runCommand(args, { cwd: writeProject(files) });
}

/** Exit code 2, one clear message on stderr, nothing on stdout. */
function expectRefusal(outcome: Outcome, ...says: readonly string[]): void {
  for (const words of says) expect(outcome.stderr).toContain(words);
  expect(outcome.stderr).toMatch(/^cross-write-check: /);
  expect(outcome.stderr).not.toMatch(STACK);
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
}

/** The run goes on: the file is named with what is wrong with it, everything else is checked. */
function expectProblem(outcome: Outcome, file: string, ...says: readonly string[]): void {
  const line = outcome.stdout.split("\n").find((text) => text.includes(file));
  expect(line, outcome.stdout + outcome.stderr).toBeDefined();
  for (const words of says) expect(line).toContain(words);
  expect(outcome.stdout + outcome.stderr).not.toMatch(STACK);
  expect(outcome.stderr).toBe("");
}

describe("a bad ownership.yaml", () => {
  it("none: says what to do; accesses works without", () => {
    const files = withoutOwnership(CLEAN_PROJECT);
    expectRefusal(check(files), "no ownership.yaml", "--ownership FILE");
    expect(check(files, "accesses")).toMatchObject({ code: 0, stderr: "" });
  });
  it("one named that is not there", () => {
    expectRefusal(check(CLEAN_PROJECT, "--ownership", "ownershp.yaml"), "`ownershp.yaml`", "Did you mean `ownership.yaml`?");
  });
  it("a folder named instead", () => {
    expectRefusal(check(CLEAN_PROJECT, "--ownership", "backend"), "backend");
  });
  it("an empty one", () => {
    expectRefusal(check({ ...CLEAN_PROJECT, "ownership.yaml": "" }), "ownership.yaml:1:1");
  });
  it("one that is no YAML", () => {
    expectRefusal(check({ ...CLEAN_PROJECT, "ownership.yaml": "version: 1\nservices: [clinic\n" }), "ownership.yaml:");
  });
  it("one of bytes that are no text", () => {
    expectRefusal(check({ ...CLEAN_PROJECT, "ownership.yaml": new Uint8Array([0, 159, 146, 150]) }), "ownership.yaml");
  });
  it("one with several mistakes: all at once, with places", () => {
    const wrong = CLEAN_PROJECT["ownership.yaml"]!.replace("owns: [clinic", "own: [clinic").replace("dialect: sqlite", "dialect: sqlit");
    expectRefusal(check({ ...CLEAN_PROJECT, "ownership.yaml": wrong }), "2 mistakes", "ownership.yaml:2:10", "Did you mean `sqlite`?", "Did you mean `owns`?");
  });
  it("the same mistakes stop accesses too", () => {
    expectRefusal(check({ ...CLEAN_PROJECT, "ownership.yaml": "versoin: 1\n" }, "accesses"), "ownership.yaml:1:1");
  });
});

describe("bad words", () => {
  it.each([
    { args: ["--reporter", "nonsense"], says: ["--reporter", "text, concise, json"] },
    { args: ["--reporter", "jsn"], says: ["Did you mean `json`?"] },
    { args: ["--nonsense"], says: ["--nonsense"] },
    { args: ["acesses"], says: ["Did you mean `accesses`?"] },
    { args: ["explain", "use-owner-apy"], says: ["Did you mean `use-owner-api`?"] },
    { args: ["backend/clinc"], says: ["`backend/clinc`", "Did you mean `clinic`?"] },
    { args: ["--root", "nowhere"], says: ["`nowhere`"] },
    { args: ["--root", "ownership.yaml"], says: ["is not a folder"] },
    { args: ["--reporter", "json", "--reporter-file", "ownership.yaml/report.json"], says: ["ownership.yaml/report.json"] },
  ])("$args", ({ args, says }) => {
    expectRefusal(check(CLEAN_PROJECT, ...args), ...says);
  });
  it("a path outside the root", () => {
    expectRefusal(check(CLEAN_PROJECT, "--root", "backend/main", "backend/clinic"), "outside the root", "--root");
  });
});

it("a package that is not whole: says so, and is no finding", () => {
  const installed = copyPackage();
  rmSync(path.join(installed, "dist"), { recursive: true });
  const outcome = runCommand([], { cwd: writeProject(CLEAN_PROJECT), installed });
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
  expect(outcome.stderr).toContain("could not be started");
  expect(outcome.stderr).not.toMatch(STACK);
});

describe("bad files", () => {
  it("a folder without sources", () => {
    const files = { ...CLEAN_PROJECT, "docs/readme.md": "UPDATE users SET name = 'Rex'\n" };
    expectRefusal(check(files, "docs"), "docs", "no file");
    expect(check(files, "--no-errors-on-unmatched", "docs")).toMatchObject({ code: 0, stderr: "" });
  });
  it("a path that is not there, where that is no mistake", () => {
    const files = { ...CLEAN_PROJECT, "backend/clinic/owners.go": goFile("DELETE FROM users") };
    for (const gone of ["backend/clinic/gone.go", "backend/gone/gone.go"]) expect(check(files, "--no-errors-on-unmatched", gone)).toMatchObject({ code: 0, stderr: "" });
    expect(check(files, "--no-errors-on-unmatched", "backend/clinic/gone.go", "backend/clinic/owners.go").code).toBe(1);
  });
  it("a path that .gitignore leaves out, beside one that is checked", () => {
    const files = { ...CLEAN_PROJECT, ".gitignore": "old/\n", "backend/clinic/old/users.go": goFile("DELETE FROM users") };
    expectRefusal(check(files, "backend/main", "backend/clinic/old"), "`backend/clinic/old`", ".gitignore");
    expect(check(files, "backend/main", "backend/clinic/old", "--no-errors-on-unmatched")).toMatchObject({ code: 0, stderr: "" });
  });
  it("an empty folder", () => {
    const folder = writeProject(CLEAN_PROJECT);
    mkdirSync(path.join(folder, "backend/clinic/empty"));
    expectRefusal(runCommand(["backend/clinic/empty"], { cwd: folder }), "backend/clinic/empty");
  });
  it("a file with a NUL byte", () => {
    const outcome = check({ ...CLEAN_PROJECT, "backend/clinic/logo.go": `\0${goFile("DELETE FROM users")}` });
    expectProblem(outcome, "backend/clinic/logo.go", "binary");
    expect(outcome.code).toBe(0);
  });
  it("a line of 30 MB", () => {
    const outcome = check({ ...CLEAN_PROJECT, "backend/clinic/seed.sql": `INSERT INTO clinic_appointments (pet_id) VALUES ${"(1),".repeat(7_500_000)}(2);` });
    expectProblem(outcome, "backend/clinic/seed.sql", "large");
    expect(outcome.code).toBe(0);
  });
  it("a finding at the end of a long line: the frame is short", () => {
    const outcome = check({ ...CLEAN_PROJECT, "backend/clinic/old.sql": `${"SELECT 1; ".repeat(40_000)}DELETE FROM users;\n` });
    expect(outcome.code).toBe(1);
    expect(Math.max(...outcome.stdout.split("\n").map((line) => line.length))).toBeLessThan(200);
  });
  it("a loop of symbolic links", () => {
    const folder = writeProject(CLEAN_PROJECT);
    symlinkSync("..", path.join(folder, "backend/loop"));
    symlinkSync("itself", path.join(folder, "backend/itself"));
    const outcome = runCommand([], { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout).toContain("Read 2 files");
  });
  it("a link to a file that is gone", () => {
    const folder = writeProject(CLEAN_PROJECT);
    symlinkSync("gone.go", path.join(folder, "backend/clinic/link.go"));
    const outcome = runCommand([], { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
  });
  it("a file and a folder without read permission", () => {
    const folder = writeProject({ ...CLEAN_PROJECT, "backend/clinic/secret.go": goFile("SELECT 1"), "backend/clinic/locked/a.go": goFile("SELECT 1") });
    chmodSync(path.join(folder, "backend/clinic/secret.go"), 0);
    chmodSync(path.join(folder, "backend/clinic/locked"), 0);
    const isRoot = process.getuid?.() === 0;
    const outcome = isRoot ? runCommand([], { cwd: folder, installed: copyPackage(), uid: NOBODY }) : runCommand([], { cwd: folder });
    chmodSync(path.join(folder, "backend/clinic/locked"), 0o755);
    expectProblem(outcome, "backend/clinic/secret.go", "permission");
    expectProblem(outcome, "backend/clinic/locked", "permission");
    expect(outcome.code).toBe(0);
  });
  it("an ownership.yaml without read permission", () => {
    const folder = writeProject(CLEAN_PROJECT);
    chmodSync(path.join(folder, "ownership.yaml"), 0);
    const isRoot = process.getuid?.() === 0;
    const outcome = isRoot ? runCommand([], { cwd: folder, installed: copyPackage(), uid: NOBODY }) : runCommand([], { cwd: folder });
    expectRefusal(outcome, "ownership.yaml", "permission");
  });
  it("hostile names of files and tables", () => {
    const outcome = check({ ...CLEAN_PROJECT, "backend/clinic/a\u001b[2J\n.sql": 'DELETE FROM "users\u202e";\n' });
    expect(outcome.stdout).not.toMatch(/[\u001b\u202e]/);
    expect(outcome.stdout).toContain("backend/clinic/a\\x1b[2J\\n.sql");
  });
});
