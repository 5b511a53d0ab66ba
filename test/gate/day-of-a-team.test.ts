import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { command } from "../cli/built-command.ts";
import { createRepository, emptyFolder, GIT_WORLD, type TestRepository } from "./git-repository.ts";

const OWNERSHIP = `version: 1
dialect: sqlite
services:
  main:
    paths: [backend/main/**]
    api: { name: Main API, url: "http://localhost:8000" }
    owns:
      users: { update: POST /api/profile }
      pets: { update: "PUT /api/pets/{id}" }
  clinic:
    paths: [backend/clinic/**]
    owns: ["clinic_*"]
`;

const OLD_FINDINGS = 40;
const CALL = "Call the Main API: PUT http://localhost:8000/api/pets/{id}.";
const RENAME = rename('_, err := db.Exec("UPDATE pets SET name = ? WHERE id = ?", name, id)');
const RENAME_BY_API = rename('_, err := http.NewRequest("PUT", "http://localhost:8000/api/pets/"+strconv.FormatInt(id, 10), strings.NewReader(name))');

function rename(call: string): string {
  return `package clinic\n\nfunc Rename(db *sql.DB, id int64, name string) error {\n\t${call}\n\treturn err\n}\n`;
}

/** A file of the clinic as it was before anybody looked: one wrong write. */
function oldFile(number: number): string {
  return `package clinic\n\nimport "database/sql"\n\nfunc Old${number}(db *sql.DB) error {\n\t_, err := db.Exec("UPDATE users SET visits = ${number}")\n\treturn err\n}\n`;
}

/** `git commit` as a person runs it, with the command on the PATH. */
function createCommitter(): (repository: TestRepository, ...args: readonly string[]) => { readonly code: number | null; readonly told: string } {
  const bin = emptyFolder();
  symlinkSync(command, path.join(bin, "cross-write-check"));
  const env = { ...GIT_WORLD, PATH: `${bin}:${path.dirname(process.execPath)}:${GIT_WORLD["PATH"]!}` };
  return ({ folder }, ...args) => {
    const { status, stdout, stderr } = spawnSync("git", ["commit", "--quiet", "--all", "--message", "Work", ...args], { cwd: folder, env, encoding: "utf8" });
    return { code: status, told: stdout + stderr };
  };
}

it("is a day of a team", () => {
  const commit = createCommitter();
  const numbers = Array.from({ length: OLD_FINDINGS }, (_, index) => index + 10);
  const old = Object.fromEntries(numbers.map((number) => [`backend/clinic/old${number}.go`, oldFile(number)]));
  const team = createRepository({ "ownership.yaml": OWNERSHIP, "backend/main/users.go": "package main\n", ...old, "backend/clinic/pets.go": RENAME_BY_API });
  team.commit();

  // In the morning the gate is switched on over forty old findings.
  expect(team.findings()).toHaveLength(OLD_FINDINGS);
  expect(team.check(["baseline"])).toEqual({ code: 0, out: "cross-write-baseline.json knows 40 findings: 40 new.\n", err: "" });
  expect(team.check(["init", "--hook"]).code).toBe(0);
  team.git("add", ".");
  expect(commit(team)).toMatchObject({ code: 0, told: expect.stringContaining("No findings.\n40 known findings remain, 40 more than in the last commit.") as string });

  // A commit with a new one is stopped by the hook, which names the API.
  team.git("switch", "--quiet", "--create", "rename-pets");
  team.write({ "backend/clinic/pets.go": RENAME });
  expect(commit(team)).toMatchObject({ code: 1, told: expect.stringContaining(CALL) as string });

  // Who goes around the hook is caught by the run of the pull request.
  expect(commit(team, "--no-verify").code).toBe(0);
  expect(team.check(["--since", "main"])).toMatchObject({ code: 1, out: expect.stringContaining(CALL) as string });
  expect(team.findings("--since", "main")).toEqual(["backend/clinic/pets.go:4 use-owner-api pets"]);

  // Mended as the message says, it passes.
  team.write({ "backend/clinic/pets.go": RENAME_BY_API });
  expect(commit(team).code).toBe(0);
  expect(team.check(["--since", "main"]).code).toBe(0);

  // A suppression without a reason fails, with a reason and a last day it passes.
  const suppressedBy = (comment: string): string => RENAME.replace("\t_, err", `\t// ${comment}\n\t_, err`);
  team.write({ "backend/clinic/pets.go": suppressedBy("cross-write-ignore use-owner-api") });
  expect(commit(team)).toMatchObject({ code: 1, told: expect.stringContaining("This comment gives no reason and suppresses nothing.") as string });
  const today = new Date().toISOString().slice(0, "2026-11-23".length);
  team.write({ "backend/clinic/pets.go": suppressedBy(`cross-write-ignore use-owner-api until=${today} -- the API is down (#214)`) });
  expect(commit(team)).toMatchObject({ code: 0, told: expect.stringContaining("1 finding suppressed by comments.") as string });

  // So does a reviewed exception; past its day it fails again, and so does the suppression.
  const exception = `allow:\n  - { service: clinic, tables: [users], operations: [delete], reason: owners are forgotten at the desk, until: ${today} }\n`;
  team.write({ "ownership.yaml": `${OWNERSHIP}${exception}`, "backend/clinic/forget.go": oldFile(99).replace("UPDATE users SET visits = 99", "DELETE FROM users") });
  team.git("add", ".");
  expect(commit(team).code).toBe(0);
  expect(team.check([]).code).toBe(0);
  const later = { now: () => new Date(Date.now() + 48 * 60 * 60 * 1000) };
  const { code, out } = team.check(["--reporter", "concise"], later);
  expect(code).toBe(1);
  expect(out.split("\n").map((line) => line.replace(/^(\S+?):.*? (CW\d+) .*$/, "$1 $2"))).toEqual([
    "backend/clinic/forget.go CW001",
    "backend/clinic/pets.go CW010",
    "backend/clinic/pets.go CW001",
    "ownership.yaml CW010",
    "",
  ]);

  // Two branches mend different old findings and prune the baseline; their merge is clean.
  team.write({ "ownership.yaml": OWNERSHIP, "backend/clinic/pets.go": RENAME_BY_API });
  team.remove("backend/clinic/forget.go");
  expect(commit(team).code).toBe(0);
  team.git("switch", "--quiet", "main");
  team.git("merge", "--quiet", "--no-edit", "rename-pets");
  for (const [branch, mended] of [["mend-15", [15, 16]], ["mend-30", [30]]] as const) {
    team.git("switch", "--quiet", "--create", branch, "main");
    team.write(Object.fromEntries(mended.map((number) => [`backend/clinic/old${number}.go`, "package clinic\n"])));
    expect(team.check([])).toMatchObject({ code: 1, out: expect.stringMatching(/The baseline knows (?:2 findings that are|`use-owner-api` in .*, which is) gone/) as string });
    expect(team.check(["baseline", "--prune"]).code).toBe(0);
    expect(commit(team).code).toBe(0);
  }
  team.git("switch", "--quiet", "main");
  team.git("merge", "--quiet", "--no-edit", "mend-15", "mend-30");
  expect(team.check(["baseline", "--check"])).toEqual({ code: 0, out: "cross-write-baseline.json knows 37 findings.\n", err: "" });
  expect(team.check(["--since", "HEAD~1"])).toMatchObject({ code: 0, out: expect.stringContaining("37 known findings remain, ") as string });
  expect(team.check([])).toMatchObject({ code: 0, out: expect.stringContaining("No findings.\n37 known findings remain.\n") as string });
});
