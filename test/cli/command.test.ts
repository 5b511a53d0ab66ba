import { execFileSync, spawn } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command, runCommand, writeProject, type Outcome } from "./built-command.ts";
import { CLEAN_PROJECT, goFile, withoutOwnership } from "./clinic-project.ts";

const ONE_ERROR: Readonly<Record<string, string>> = { ...CLEAN_PROJECT, "backend/clinic/users.go": goFile("UPDATE users SET name = ?") };
const ONE_WARNING: Readonly<Record<string, string>> = { ...CLEAN_PROJECT, "backend/clinic/rooms.go": goFile("DELETE FROM rooms") };

function run(files: Readonly<Record<string, string>>, ...args: string[]): Outcome {
  return runCommand(args, { cwd: writeProject(files) });
}

describe("exit codes", () => {
  it.each([
    { title: "nothing wrong", files: CLEAN_PROJECT, args: [], code: 0 },
    { title: "an error", files: ONE_ERROR, args: [], code: 1 },
    { title: "an error, never failing", files: ONE_ERROR, args: ["--fail-level", "never"], code: 0 },
    { title: "a warning", files: ONE_WARNING, args: [], code: 0 },
    { title: "a warning that fails", files: ONE_WARNING, args: ["--fail-level", "warning"], code: 1 },
    { title: "as many warnings as allowed", files: ONE_WARNING, args: ["--max-warnings", "1"], code: 0 },
    { title: "more warnings than allowed", files: ONE_WARNING, args: ["--max-warnings", "0"], code: 1 },
    { title: "more warnings than allowed, unseen", files: ONE_WARNING, args: ["--max-warnings", "0", "--quiet"], code: 1 },
    { title: "an error made a warning", files: ONE_ERROR, args: ["--rule", "use-owner-api=warning"], code: 0 },
    { title: "a warning made an error", files: ONE_WARNING, args: ["--rule", "CW006=error"], code: 1 },
    { title: "an error not shown", files: ONE_ERROR, args: ["--max-diagnostics", "0"], code: 1 },
    { title: "accesses of wrong code", files: ONE_ERROR, args: ["accesses"], code: 0 },
  ])("$title: $code", ({ files, args, code }) => {
    expect(run(files, ...args)).toMatchObject({ code, stderr: "" });
  });
});

describe("init", () => {
  const files = { ...withoutOwnership(CLEAN_PROJECT), "backend/admin/bans.go": goFile("UPDATE users SET banned = 1") };

  it("writes an ownership.yaml that a check can be made by, and says what it is unsure of", () => {
    const cwd = writeProject(files);
    const outcome = runCommand(["init"], { cwd });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout).toBe(
      "Wrote ownership.yaml: 3 services, 2 tables.\nUnsure: `users` as admin's, which writes it in 1 of 2 places, main in the others.\nGo through it once, then run `cross-write-check`.\n",
    );
    expect(runCommand(["--reporter", "concise"], { cwd }).stdout).toContain("main updates `users`, which admin owns.");
  });

  it("prints it instead, also where there is one", () => {
    const cwd = writeProject(CLEAN_PROJECT);
    const { code, stdout } = runCommand(["init", "--print"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("  clinic:\n    paths: [backend/clinic/**]\n");
    expect(readFileSync(path.join(cwd, "ownership.yaml"), "utf8")).toBe(CLEAN_PROJECT["ownership.yaml"]);
  });

  it("leaves an ownership.yaml that is there as it is", () => {
    expect(run(CLEAN_PROJECT, "init")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is there already and stays as it is") as string });
  });

  it("says where it finds no table", () => {
    expect(run({ "main.go": "package main\n" }, "init")).toMatchObject({ code: 2, stderr: expect.stringContaining("creates or writes a table whose name can be told") as string });
  });
});

describe("check", () => {
  it("says who writes whose table, where, and what to call", () => {
    const { stdout } = run(ONE_ERROR);
    expect(stdout).toContain("backend/clinic/users.go\n\n  6:28  error  clinic updates `users`, which main owns.");
    expect(stdout).toContain('_, err := db.Exec("UPDATE users SET name = ?")');
    expect(stdout).toContain("POST http://localhost:8000/api/profile");
  });
  it("prints paths relative to the root, wherever it is started", () => {
    const folder = writeProject(ONE_ERROR);
    const outcomes = [
      runCommand(["--reporter", "concise"], { cwd: folder }),
      runCommand(["--reporter", "concise"], { cwd: path.join(folder, "backend/clinic") }),
      runCommand(["--reporter", "concise", folder], { cwd: "/" }),
      runCommand(["--reporter", "concise", "users.go"], { cwd: path.join(folder, "backend/clinic") }),
      runCommand(["--reporter", "concise", "--ownership", "ownership.yaml", "--root", ".", "backend/clinic/users.go", "backend"], { cwd: folder }),
    ];
    for (const { stdout } of outcomes) expect(stdout).toMatch(/^backend\/clinic\/users\.go:6:28 error CW001 [^\n]+\n$/);
  });
  it("checks only what was asked for", () => {
    expect(run(ONE_ERROR, "backend/main")).toMatchObject({ code: 0 });
    expect(run(ONE_ERROR, "backend/clinic/appointments.go")).toMatchObject({ code: 0 });
  });
  it("shows errors only when quiet", () => {
    const { stdout } = run({ ...ONE_ERROR, ...ONE_WARNING }, "--quiet", "--reporter", "concise");
    expect(stdout).toContain("users.go");
    expect(stdout).not.toContain("rooms.go");
    const { summary } = JSON.parse(run({ ...ONE_ERROR, ...ONE_WARNING }, "--quiet", "--reporter", "json").stdout) as { readonly summary: { readonly byRule: object } };
    expect(summary.byRule).toEqual({ "use-owner-api": 1 });
  });
  it("turns on what the strict preset has", () => {
    const files = { ...CLEAN_PROJECT, "backend/clinic/any.go": 'package clinic\n\nimport "database/sql"\n\nfunc Wipe(db *sql.DB, table string) { db.Exec("DELETE FROM " + table) }\n' };
    expect(run(files, "--reporter", "concise").stdout).toBe("");
    expect(run(files, "--reporter", "concise", "--preset", "strict").stdout).toContain("CW007");
  });
  it("sends each reporter where it belongs", () => {
    const folder = writeProject(ONE_ERROR);
    const { stdout } = runCommand(["--reporter", "json", "--reporter-file", "out/report.json", "--reporter", "concise"], { cwd: folder });
    expect(stdout).toContain("CW001");
    expect(JSON.parse(readFileSync(path.join(folder, "out/report.json"), "utf8"))).toMatchObject({ schemaVersion: 1, findings: [{ rule: "use-owner-api", path: "backend/clinic/users.go" }] });
  });
  it("colours only where it is asked to, and never files", () => {
    const folder = writeProject(ONE_ERROR);
    expect(runCommand([], { cwd: folder, env: { NO_COLOR: "1" } }).stdout).not.toContain("\u001b");
    expect(runCommand([], { cwd: folder, env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[31merror");
    expect(runCommand(["--color", "--reporter", "text", "--reporter-file", "report.txt"], { cwd: folder }).stdout).toBe("");
    expect(readFileSync(path.join(folder, "report.txt"), "utf8")).not.toContain("\u001b");
  });
});

describe("audit", () => {
  it("tells what is there and judges nothing", () => {
    const { code, stdout, stderr } = run(ONE_ERROR, "audit");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("What can move to an API today");
    expect(stdout).toContain("backend/clinic/users.go:6:28  Main API: POST http://localhost:8000/api/profile");
  });
  it("tells of a part what that does", () => {
    expect(run(ONE_ERROR, "audit", "backend/main").stdout).toContain("0 foreign writes");
  });
  it("tells again what an earlier run has found", () => {
    const folder = writeProject(ONE_ERROR);
    const [first, second] = [1, 2].map(() => runCommand(["audit", "--reporter", "json"], { cwd: folder }).stdout);
    expect(second).toBe(first);
  });
  it("sends a page where it belongs", () => {
    const folder = writeProject(ONE_ERROR);
    runCommand(["audit", "--reporter", "html", "--reporter-file", "audit.html"], { cwd: folder });
    expect(readFileSync(path.join(folder, "audit.html"), "utf8")).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
  });
  it("says what is missing where there is no ownership.yaml", () => {
    const { code, stderr } = run(withoutOwnership(ONE_ERROR), "audit");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cross-write-check: There is no ownership\.yaml in [^\n]+\n$/);
  });
});

describe("who", () => {
  it("tells whose a table is and who touches it", () => {
    const { code, stdout } = run(ONE_ERROR, "who", "users");
    expect(code).toBe(0);
    expect(stdout).toContain("users belongs to main (ownership.yaml:8:7).");
    expect(stdout).toMatch(/clinic {2}update {2}backend\/clinic\/users\.go:6:28 +in run, foreign\n/);
  });
  it("works without ownership.yaml", () => {
    expect(run(withoutOwnership(ONE_ERROR), "who", "users").stdout).toContain("users belongs to nobody: there is no ownership.yaml.");
  });
  it.each([
    { table: "userz", says: "Did you mean `users`?" },
    { table: "rooms_of_yesterday", says: "`cross-write-check accesses` lists" },
    { table: "users; DROP", says: "is no table's name" },
  ])("says so where there is no table $table", ({ table, says }) => {
    const { code, stderr } = run(ONE_ERROR, "who", table);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});

describe("accesses", () => {
  it("works without ownership.yaml, relative to the working folder", () => {
    const folder = writeProject(withoutOwnership(ONE_ERROR));
    const { stdout } = runCommand(["accesses", "--reporter", "json", "backend/clinic"], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({
      accesses: [
        { path: "backend/clinic/appointments.go", operation: "insert", table: "clinic_appointments", service: null },
        { path: "backend/clinic/users.go", operation: "update", table: "users", range: { start: { line: 6, column: 28 }, end: { line: 6, column: 33 } }, service: null },
      ],
    });
  });
  it("names the services where ownership.yaml is there", () => {
    expect(run(ONE_ERROR, "accesses").stdout).toContain("of clinic");
  });
});

describe("explain", () => {
  it("prints a rule's documentation by id and by code", () => {
    const byId = run({}, "explain", "use-owner-api");
    expect(byId).toMatchObject({ code: 0, stderr: "" });
    expect(byId.stdout).toContain("use-owner-api");
    expect(run({}, "explain", "cw001").stdout).toBe(byId.stdout);
  });
  it("lists the rules when none is named", () => {
    expect(run({}, "explain").stdout).toMatch(/^CW001 {2}use-owner-api /m);
  });
});

describe("the process", () => {
  it("is quiet when the reader of its output goes", async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`backend/clinic/users${i}.go`, goFile("UPDATE users SET name = ?".padEnd(2_000))]));
    const child = spawn(process.execPath, [command], { cwd: writeProject({ ...CLEAN_PROJECT, ...files }), stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });
  it("is quiet when it is interrupted", async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`backend/clinic/users${i}.go`, goFile("UPDATE users SET name = ?").repeat(40)]));
    const child = spawn(process.execPath, [command], { cwd: writeProject({ ...CLEAN_PROJECT, ...files }), stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    setTimeout(() => child.kill("SIGINT"), 40);
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect({ signal, stderr }).toEqual({ signal: "SIGINT", stderr: "" });
  });
  it("starts by its name through a link, as package managers install it", () => {
    const folder = writeProject({});
    const link = path.join(folder, "cross-write-check");
    symlinkSync(command, link);
    expect(execFileSync(link, ["--version"], { cwd: folder, encoding: "utf8" })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
