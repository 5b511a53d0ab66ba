import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLEAN_PROJECT, goFile, OWNERSHIP } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, openTestRepository, type TestRepository } from "./git-repository.ts";

const WRONG = goFile("UPDATE users SET name = 'Rex'");
const OLD = "backend/clinic/old.go:6 use-owner-api users";
const NEW = "backend/clinic/new.go:6 use-owner-api users";

/** A repository with an old finding on `main`, on a branch of its own. */
function clinicBranch(): TestRepository {
  const repository = createRepository({ ...CLEAN_PROJECT, "backend/clinic/old.go": WRONG });
  repository.commit();
  repository.git("switch", "--quiet", "--create", "mend-owners");
  return repository;
}

function lines(...statements: readonly string[]): string {
  const calls = statements.map((statement) => `\t_, _ = db.Exec("${statement}")\n`);
  return `package clinic\n\nimport "database/sql"\n\nfunc run(db *sql.DB) {\n${calls.join("")}}\n`;
}

describe("--since", () => {
  it("reports what is on changed lines, committed or not, in files known to git or not", () => {
    const repository = clinicBranch();
    expect(repository.findings()).toEqual([OLD]);
    expect(repository.findings("--since", "main")).toEqual([]);
    repository.write({ "backend/clinic/new.go": WRONG });
    expect(repository.findings("--since", "main")).toEqual([NEW]);
    repository.git("add", ".");
    expect(repository.findings("--since", "main")).toEqual([NEW]);
    repository.commit();
    expect(repository.findings("--since", "main")).toEqual([NEW]);
  });

  it("compares with where the branches parted, not with what came later", () => {
    const repository = clinicBranch();
    repository.write({ "backend/clinic/new.go": WRONG });
    repository.commit();
    repository.git("switch", "--quiet", "main");
    repository.write({ "backend/clinic/old.go": goFile("SELECT 1") });
    repository.commit();
    repository.git("switch", "--quiet", "mend-owners");
    expect(repository.findings("--since", "main")).toEqual([NEW]);
  });

  it("tells old and new apart in one file", () => {
    const repository = clinicBranch();
    repository.write({ "backend/clinic/old.go": lines("UPDATE users SET name = 'Rex'", "UPDATE users SET email = ''", "SELECT 1") });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    repository.write({ "backend/clinic/old.go": lines("SELECT 2", "UPDATE users SET name = 'Rex'", "UPDATE users SET email = ''", "DELETE FROM users") });
    expect(repository.findings("--since", "mend-owners")).toEqual(["backend/clinic/old.go:9 use-owner-api users"]);
  });

  it.each([
    { title: "before", after: ["UPDATE users SET name = 'Tom'", "UPDATE users SET name = 'Rex'"], found: 6 },
    { title: "behind", after: ["UPDATE users SET name = 'Rex'", "UPDATE users SET name = 'Tom'"], found: 7 },
  ])("reports a second write of the same kind $title the old one, and not the old one", ({ after, found }) => {
    const repository = clinicBranch();
    repository.write({ "backend/clinic/old.go": lines("UPDATE users SET name = 'Rex'") });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    repository.write({ "backend/clinic/old.go": lines(...after) });
    expect(repository.findings("--since", "mend-owners")).toEqual([`backend/clinic/old.go:${found} use-owner-api users`]);
  });

  it("reports the one of two like writes that lost its suppression", () => {
    const repository = clinicBranch();
    const statement = "UPDATE users SET name = 'Rex'";
    const twins = lines(statement, statement);
    repository.write({ "backend/clinic/old.go": twins.replace("\t_, _", "\t// cross-write-ignore use-owner-api -- the API is down\n\t_, _") });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    expect(repository.findings("--since", "mend-owners")).toEqual([]);
    repository.write({ "backend/clinic/old.go": twins });
    expect(repository.findings("--since", "mend-owners")).toEqual(["backend/clinic/old.go:6 use-owner-api users"]);
  });

  it("reports what a change made wrong elsewhere", () => {
    const table = (name: string): string => `package clinic\n\nconst table = "${name}"\n`;
    const repository = createRepository({
      ...CLEAN_PROJECT,
      "backend/clinic/table.go": table("clinic_appointments"),
      "backend/clinic/calls.go": goFile("x").replace('"x"', '"UPDATE " + table + " SET pet_id = 1"'),
      "backend/clinic/old.go": WRONG,
    });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "rename");
    repository.write({ "backend/clinic/table.go": table("users") });
    expect(repository.findings("--since", "main")).toEqual(["backend/clinic/calls.go:6 use-owner-api users"]);
  });

  it("knows a file that moved, and finds it wrong where it went", () => {
    const repository = clinicBranch();
    repository.git("mv", "backend/clinic/old.go", "backend/clinic/older.go");
    expect(repository.findings("--since", "main")).toEqual([]);
    repository.git("mv", "backend/main/users.go", "backend/clinic/users.go");
    expect(repository.findings("--since", "main")).toEqual(["backend/clinic/users.go:6 use-owner-api users"]);
  });

  it("reports what lost its suppression or its entry in the baseline", () => {
    const repository = clinicBranch();
    const suppressed = WRONG.replace("\t_, err", "\t// cross-write-ignore use-owner-api -- the API is down\n\t_, err");
    repository.write({ "backend/clinic/suppressed.go": suppressed });
    expect(repository.check(["baseline"]).out).toBe("cross-write-baseline.json knows 1 finding: 1 new.\n");
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    expect(repository.findings("--since", "mend-owners")).toEqual([]);
    repository.write({ "backend/clinic/suppressed.go": WRONG });
    expect(repository.findings("--since", "mend-owners")).toEqual(["backend/clinic/suppressed.go:6 use-owner-api users"]);
    repository.write({ "backend/clinic/suppressed.go": suppressed, "cross-write-baseline.json": '{"version":1,"findings":[\nnull]}\n' });
    expect(repository.findings("--since", "mend-owners")).toEqual([OLD]);
  });

  it("says how the number of known findings changed", () => {
    const repository = clinicBranch();
    repository.check(["baseline"]);
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    expect(repository.check(["--since", "mend-owners"]).out).toContain("1 known finding remains.\n");
    repository.remove("backend/clinic/old.go");
    expect(repository.findings("--since", "mend-owners")).toEqual(["cross-write-baseline.json:2 no-useless-suppression"]);
    expect(repository.check(["baseline", "--prune"]).out).toBe("cross-write-baseline.json knows 0 findings: 1 gone.\n");
    expect(repository.check(["--since", "mend-owners"])).toMatchObject({ code: 0, out: expect.stringContaining("0 known findings remain, 1 fewer than at `mend-owners`.\n") as string });
    repository.git("add", ".");
    expect(repository.check(["--staged"])).toMatchObject({ code: 0, out: expect.stringContaining("0 known findings remain, 1 fewer than in the last commit.\n") as string });
  });

  it("counts in its summary what it reports", () => {
    const repository = clinicBranch();
    repository.write({ "backend/clinic/new.go": WRONG });
    const { summary } = JSON.parse(repository.check(["--since", "main", "--reporter", "json"]).out) as { readonly summary: object };
    expect(summary).toMatchObject({ byRule: { "use-owner-api": 1 }, byService: { clinic: 1 } });
  });

  it("reports everything when ownership.yaml changed", () => {
    const repository = clinicBranch();
    repository.write({ "ownership.yaml": `${OWNERSHIP}ignore: [schema_versions]\n` });
    expect(repository.findings("--since", "main")).toEqual([OLD]);
  });

  it("reads names that patches quote, and lines that look like headers of patches", () => {
    const name = 'backend/clinic/"診療所"\n1.go';
    const text = (note: string, owner: string): string => lines(`UPDATE users SET name = '${owner}'`).replace("func", `const note = \`\n${note}\n\`\n\nfunc`);
    const repository = clinicBranch();
    repository.write({ [name]: text("old", "Rex") });
    repository.commit();
    repository.git("switch", "--quiet", "--create", "next");
    repository.write({ [name]: text("++ b/backend/clinic/other.go", "Rex") });
    expect(repository.findings("--since", "mend-owners")).toEqual([]);
    repository.write({ [name]: text("++ b/backend/clinic/other.go", "Tom") });
    expect(repository.findings("--since", "mend-owners")).toEqual([`${name}:10 use-owner-api users`]);
  });

  it("reads what git says whatever its configuration and attributes make of it for people", () => {
    const repository = clinicBranch();
    const told = { "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "diff.relative": "true", "diff.external": "false", "diff.interHunkContext": "9", "diff.renames": "false", "color.ui": "always", "core.quotePath": "false", "status.showUntrackedFiles": "no", "status.relativePaths": "true", "status.renames": "false" };
    for (const [key, value] of Object.entries(told)) repository.git("config", key, value);
    repository.write({ ".git/info/attributes": "*.go -diff\n", "backend/clinic/new.go": WRONG, "backend/clinic/old.go": lines("UPDATE users SET name = 'Rex'", "UPDATE users SET name = 'Tom'") });
    expect(repository.findings("--since", "main", "backend/clinic")).toEqual([NEW, "backend/clinic/old.go:6 use-owner-api users", "backend/clinic/old.go:7 use-owner-api users"]);
    repository.git("add", ".");
    expect(repository.findings("--staged", "backend/clinic")).toHaveLength(3);
    repository.git("mv", "backend/main/users.go", "backend/main/renamed.go");
    expect(repository.check(["--since", "main"], { cwd: "backend" }).code).toBe(1);
  });

  it("tells what is wrong with the commit to compare with", () => {
    const repository = clinicBranch();
    const told = (ref: string): string => repository.check(["--since", ref]).err;
    expect(told("mian")).toBe("cross-write-check: There is no commit `mian`: give --since a branch, a tag or a commit id.\n");
    expect(told("--output=gone")).toBe("cross-write-check: There is no commit `--output=gone`: give --since a branch, a tag or a commit id.\n");
    repository.git("checkout", "--quiet", "--orphan", "fresh");
    repository.commit("Fresh");
    expect(told("main")).toBe("cross-write-check: HEAD and `main` have no commit in common: give --since a branch that this one comes from.\n");
  });

  it("tells a shallow clone from a wrong name, and a branch from the remote's", () => {
    const repository = clinicBranch();
    repository.commit("Second");
    repository.git("branch", "third");
    const folder = path.join(emptyFolder(), "clone");
    repository.git("clone", "--quiet", "--depth=1", "--no-single-branch", `file://${repository.folder}`, folder);
    const clone = openTestRepository(folder);
    expect(clone.check(["--since", "main"]).err).toBe("cross-write-check: There is no commit `main`, but there is `origin/main`: give --since that.\n");
    expect(clone.check(["--since", "origin/main"]).err).toMatch(/^cross-write-check: This clone is too shallow to tell where HEAD and `origin\/main` parted: fetch more history/);
    clone.git("fetch", "--quiet", "--unshallow");
    expect(clone.findings("--since", "origin/main")).toEqual([]);
  });

  it("counts from none where there was no baseline yet", () => {
    const repository = clinicBranch();
    repository.check(["baseline"]);
    repository.commit();
    expect(repository.check(["--since", "main"]).out).toContain("1 known finding remains, 1 more than at `main`.\n");
  });
});

describe("--changed", () => {
  it("looks at what is not as the last commit has it", () => {
    const repository = clinicBranch();
    expect(repository.findings("--changed")).toEqual([]);
    repository.write({ "backend/clinic/new.go": WRONG });
    expect(repository.findings("--changed")).toEqual([NEW]);
    repository.git("add", ".");
    repository.remove("backend/main/users.go");
    expect(repository.findings("--changed")).toEqual([NEW]);
    repository.write({ "backend/clinic/old.go": `${WRONG}\n` });
    expect(repository.findings("--changed")).toEqual([NEW, OLD]);
  });

  it("looks at files in the middle of a merge", () => {
    const repository = clinicBranch();
    for (const [branch, statement] of [["left", "UPDATE users SET name = ''"], ["right", "DELETE FROM users"]] as const) {
      repository.git("switch", "--quiet", "--create", branch, "main");
      repository.write({ "backend/clinic/new.go": goFile(statement) });
      repository.commit();
    }
    expect(() => repository.git("merge", "--quiet", "left")).toThrow();
    repository.write({ "backend/clinic/new.go": WRONG });
    expect(repository.findings("--changed")).toEqual([NEW]);
    expect(repository.findings("--staged")).toEqual([]);
  });

  it("says how the number of known findings changed since the last commit", () => {
    const repository = clinicBranch();
    repository.check(["baseline"]);
    expect(repository.check(["--changed"]).out).toContain("1 known finding remains, 1 more than in the last commit.\n");
    repository.commit();
    expect(repository.check(["--changed"]).out).toContain("1 known finding remains.\n");
    repository.remove("backend/clinic/old.go");
    repository.check(["baseline", "--prune"]);
    expect(repository.check(["--changed"])).toMatchObject({ code: 0, out: expect.stringContaining("0 known findings remain, 1 fewer than in the last commit.\n") as string });
  });
});
