import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLEAN_PROJECT, goFile, OWNERSHIP } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, openTestRepository, type TestRepository } from "./git-repository.ts";

const RIGHT = goFile("UPDATE clinic_appointments SET pet_id = 1");
const WRONG = goFile("UPDATE users SET name = 'Rex'");
const FINDING = "backend/clinic/owners.go:6 use-owner-api users";

function clinic(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository(CLEAN_PROJECT);
  repository.commit();
  repository.write(files);
  return repository;
}

describe("--staged", () => {
  it("looks at what is staged, and at nothing else", () => {
    const repository = clinic({ "backend/clinic/owners.go": WRONG });
    expect(repository.findings("--staged")).toEqual([]);
    repository.git("add", "backend/clinic/owners.go");
    expect(repository.findings("--staged")).toEqual([FINDING]);
    repository.commit();
    expect(repository.findings("--staged")).toEqual([]);
  });

  it("reads the index where the working tree differs", () => {
    const repository = clinic({ "backend/clinic/owners.go": WRONG });
    repository.git("add", ".");
    repository.write({ "backend/clinic/owners.go": RIGHT });
    expect(repository.findings("--staged")).toEqual([FINDING]);
    repository.remove("backend/clinic/owners.go");
    expect(repository.findings("--staged")).toEqual([FINDING]);
    repository.write({ "backend/clinic/owners.go": RIGHT });
    repository.git("add", ".");
    repository.write({ "backend/clinic/owners.go": WRONG });
    expect(repository.findings("--staged")).toEqual([]);
  });

  it("reads the other files as they stand in the index too", () => {
    const user = goFile("x").replace('"x"', '"UPDATE " + table + " SET pet_id = 1"');
    const table = (name: string): string => `package clinic\n\nconst table = "${name}"\n`;
    const repository = clinic({ "backend/clinic/table.go": table("users") });
    repository.commit();
    repository.write({ "backend/clinic/table.go": table("clinic_appointments"), "backend/clinic/owners.go": user });
    repository.git("add", "backend/clinic/owners.go");
    expect(repository.findings("--staged")).toEqual(["backend/clinic/owners.go:6 use-owner-api users"]);
    repository.git("add", ".");
    expect(repository.findings("--staged")).toEqual([]);
  });

  it("does not see files that git knows nothing of", () => {
    const repository = clinic({ "backend/clinic/table.go": 'package clinic\n\nconst table = "users"\n' });
    repository.git("config", "status.showUntrackedFiles", "no");
    repository.write({ "backend/clinic/owners.go": goFile("x").replace('"x"', '"UPDATE " + table + " SET pet_id = 1"') });
    repository.git("add", "backend/clinic/owners.go");
    expect(repository.findings("--staged", "--preset", "strict")).toEqual(["backend/clinic/owners.go:6 no-unresolved-write"]);
    repository.git("add", "--intent-to-add", "backend/clinic/table.go");
    expect(repository.findings("--staged", "--preset", "strict")).toEqual(["backend/clinic/owners.go:6 no-unresolved-write"]);
  });

  it("works before the first commit", () => {
    const repository = createRepository({ ...CLEAN_PROJECT, "backend/clinic/owners.go": WRONG });
    repository.git("add", ".");
    expect(repository.findings("--staged")).toEqual([FINDING]);
  });

  it("follows renames, and forgets what is removed", () => {
    const repository = clinic({ "backend/clinic/old.go": WRONG });
    repository.commit();
    repository.git("mv", "backend/main/users.go", "backend/clinic/owners.go");
    repository.git("rm", "--quiet", "backend/clinic/old.go");
    expect(repository.findings("--staged")).toEqual([FINDING]);
  });

  it.each(["two words.go", "quo\"te's.go", "new\nline.go", "診療所.go", "-staged.go", "$(touch gone).go", "*.go", "tab\t.go"])("reads a file named %j", (name) => {
    const repository = clinic({ [`backend/clinic/${name}`]: WRONG });
    repository.git("add", ".");
    repository.write({ [`backend/clinic/${name}`]: RIGHT });
    expect(repository.findings("--staged")).toEqual([`backend/clinic/${name}:6 use-owner-api users`]);
    expect(existsSync(path.join(repository.folder, "gone"))).toBe(false);
  });

  it("keeps to the paths given", () => {
    const repository = clinic({ "backend/clinic/owners.go": WRONG, "backend/clinic/rooms/owners.go": WRONG });
    repository.git("add", ".");
    expect(repository.findings("--staged", "backend/clinic/rooms")).toEqual(["backend/clinic/rooms/owners.go:6 use-owner-api users"]);
  });

  it("checks everything when ownership.yaml is staged, as it is staged", () => {
    const repository = clinic();
    repository.write({ "ownership.yaml": OWNERSHIP.replace("clinic_appointments", "clinic_patients") });
    repository.git("add", "ownership.yaml");
    repository.write({ "ownership.yaml": OWNERSHIP });
    expect(repository.findings("--staged")).toEqual(["backend/clinic/appointments.go:6 no-unowned-table clinic_appointments"]);
    repository.write({ "ownership.yaml": "version: 2\n" });
    repository.git("add", "ownership.yaml");
    repository.write({ "ownership.yaml": OWNERSHIP });
    expect(repository.check(["--staged"])).toMatchObject({ code: 2, err: expect.stringContaining("ownership.yaml:1:") as string });
  });

  it.each([
    { flags: ["--staged"], says: "staged" },
    { flags: ["--changed"], says: "changed" },
    { flags: ["--since", "main"], says: "changed since" },
  ])("checks everything with $flags when an ownership.yaml above the root is $says", ({ flags }) => {
    const below = OWNERSHIP.replaceAll("backend/", "");
    const repository = clinic({ "ownership.yaml": below });
    repository.commit();
    const where = ["--root", "backend", "--ownership", "ownership.yaml", "backend"];
    expect(repository.findings(...flags, ...where)).toEqual([]);
    repository.write({ "ownership.yaml": below.replace("clinic_appointments", "clinic_patients") });
    repository.git("add", "ownership.yaml");
    if (flags.includes("--staged")) repository.write({ "ownership.yaml": below });
    expect(repository.findings(...flags, ...where)).toEqual(["clinic/appointments.go:6 no-unowned-table clinic_appointments"]);
  });

  it("takes links and repositories inside for no files of its own", () => {
    const repository = clinic();
    symlinkSync("../main/users.go", path.join(repository.folder, "backend/clinic/link.go"));
    createRepository({ "owners.go": WRONG }, path.join(repository.folder, "backend/clinic/inside")).commit();
    repository.git("add", "backend/clinic/link.go");
    expect(repository.findings("--staged")).toEqual([]);
  });

  it("honours the index that a hook is given", () => {
    const repository = clinic({ "backend/clinic/owners.go": WRONG });
    const index = path.join(repository.folder, ".git/next-index");
    repository.git("read-tree", "--index-output", index, "HEAD");
    repository.git("add", ".");
    expect(repository.check(["--staged"], { env: { GIT_INDEX_FILE: index } }).code).toBe(0);
    expect(repository.check(["--staged"], { env: { GIT_INDEX_FILE: ".git/index" } }).code).toBe(1);
    expect(repository.check(["--staged"], { cwd: "backend", env: { GIT_INDEX_FILE: ".git/index", GIT_DIR: path.join(repository.folder, ".git") } }).code).toBe(1);
    expect(repository.check(["--staged"], { env: { GIT_DIR: ".git" } }).code).toBe(1);
  });
});

describe("a part of a project", () => {
  const cascade = "CREATE TABLE users (id INTEGER PRIMARY KEY, visit INTEGER REFERENCES clinic_appointments (id) ON DELETE CASCADE);\n";
  const helper = goFile("x").replace("run(db *sql.DB)", "Touch(db *sql.DB, table string)").replace('"x"', '"UPDATE " + table + " SET pet_id = 1"');
  const caller = goFile("x").replace(/db\.Exec\("x"\)/, 'Touch(db, "clinic_appointments")').replace("run(", "Use(");
  const close = goFile("DELETE FROM clinic_appointments");

  it.each([
    { title: "where nothing is kept", warm: false, cache: false },
    { title: "where nothing is kept yet", warm: false, cache: true },
    { title: "where an earlier run knows what to read with it", warm: true, cache: true },
  ])("is judged as the whole is: $title", ({ warm, cache }) => {
    const repository = clinic({ "backend/main/schema.sql": cascade, "backend/clinic/touch.go": helper, "backend/clinic/use.go": caller, "backend/clinic/close.go": close });
    repository.commit();
    const cacheFolder = emptyFolder();
    const findings = (...args: string[]): readonly string[] => {
      const { out, err } = repository.check([...args, ...(cache ? [] : ["--no-cache"]), "--preset", "strict", "--reporter", "concise"], { cacheFolder });
      expect(err).toBe("");
      return out.split("\n").filter(Boolean).map((line) => line.replace(/^(\S+?):\d.*? (CW\d+) .*$/, "$1 $2"));
    };
    if (warm) expect(findings()).toEqual(["backend/clinic/close.go CW005"]);
    repository.write({ "backend/clinic/touch.go": `${helper}\n`, "backend/clinic/close.go": `${close}\n`, "backend/clinic/new.go": close });
    repository.git("add", ".");
    const both = ["backend/clinic/close.go CW005", "backend/clinic/new.go CW005"];
    expect(findings("--staged")).toEqual(both);
    expect(findings("backend/clinic/touch.go", "backend/clinic/close.go", "backend/clinic/new.go")).toEqual(both);
    expect(findings("--changed")).toEqual(both);
  });
});

describe("where a repository is", () => {
  it("may be above the root, which may be a submodule or a worktree", () => {
    const repository = createRepository(Object.fromEntries(Object.entries(CLEAN_PROJECT).map(([file, text]) => [`platform/${file}`, text])));
    repository.commit();
    repository.write({ "platform/backend/clinic/owners.go": WRONG });
    repository.git("add", ".");
    expect(repository.findings("--staged", "platform")).toEqual([FINDING]);

    const outer = createRepository();
    const inner = clinic();
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.folder, "modules/clinic");
    outer.commit();
    const submodule = openTestRepository(path.join(outer.folder, "modules/clinic"));
    submodule.write({ "backend/clinic/owners.go": WRONG });
    submodule.git("add", ".");
    expect(submodule.findings("--staged")).toEqual([FINDING]);
  });

  it("may be a worktree, with HEAD on no branch", () => {
    const repository = clinic();
    const folder = path.join(emptyFolder(), "worktree");
    repository.git("worktree", "add", "--quiet", "--detach", folder);
    const worktree = openTestRepository(folder);
    worktree.write({ "backend/clinic/owners.go": WRONG });
    worktree.git("add", ".");
    expect(worktree.findings("--staged")).toEqual([FINDING]);
    expect(worktree.findings("--since", "main")).toEqual([FINDING]);
    expect(worktree.check(["--staged"], { cwd: "backend/clinic", env: { GIT_DIR: path.join(repository.folder, ".git/worktrees/worktree") } }).code).toBe(1);
  });

  it("is told when there is none, and when there is no git", () => {
    const folder = emptyFolder();
    const plain = openTestRepository(folder);
    plain.write(CLEAN_PROJECT);
    for (const flags of [["--staged"], ["--changed"], ["--since", "main"]]) {
      expect(plain.check(flags)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^cross-write-check: `.*` is in no git repository that can be used: not a git repository/) as string });
    }
    expect(plain.check(["--staged"], { env: { PATH: folder } }).err).toBe("cross-write-check: git cannot be found: install it, or put it on the PATH.\n");
    expect(plain.check([]).code).toBe(0);
  });
});
