import { chmodSync, lstatSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLEAN_PROJECT, goFile } from "../cli/clinic-project.ts";
import { createRepository, type TestRepository } from "./git-repository.ts";

const BASELINE = "cross-write-baseline.json";
const WRONG = goFile("UPDATE users SET name = 'Rex'");

/** A project with as many old findings as files are named, known to its baseline. */
function clinicWith(...names: readonly string[]): TestRepository {
  const repository = createRepository({ ...CLEAN_PROJECT, ...Object.fromEntries(names.map((name) => [`backend/clinic/${name}.go`, WRONG])) });
  repository.check(["baseline"]);
  repository.commit();
  return repository;
}

describe("a baseline", () => {
  it("lets what is known pass, says how much that is, and finds what is new", () => {
    const repository = clinicWith("a", "b");
    expect(repository.check([])).toMatchObject({ code: 0, out: expect.stringContaining("No findings.\n2 known findings remain.\n") as string });
    repository.write({ "backend/clinic/c.go": WRONG });
    expect(repository.findings()).toEqual(["backend/clinic/c.go:6 use-owner-api users"]);
    expect(repository.findings("--no-baseline")).toHaveLength(3);
    expect(repository.check(["baseline"]).out).toBe(`${BASELINE} knows 3 findings: 1 new.\n`);
    expect(repository.check(["baseline"]).out).toBe(`${BASELINE} knows 3 findings: nothing changed.\n`);
  });

  it("fails a full run where an entry's finding is gone, and leaves it alone where its file was not read", () => {
    const repository = clinicWith("a", "b");
    repository.write({ "backend/clinic/a.go": goFile("SELECT 1") });
    repository.remove("backend/clinic/b.go");
    expect(repository.findings()).toEqual([`${BASELINE}:2 no-useless-suppression`]);
    expect(repository.check([]).out).toContain("The baseline knows 2 findings that are gone, the first `use-owner-api` in backend/clinic/a.go.");
    expect(repository.findings("backend/main")).toEqual([]);
    expect(repository.check(["baseline", "--prune", "backend/main"]).out).toBe(`${BASELINE} knows 2 findings: nothing changed.\n`);
    expect(repository.check(["baseline", "--prune", "backend/clinic/a.go"]).out).toBe(`${BASELINE} knows 1 finding: 1 gone.\n`);
    expect(repository.check(["baseline", "--prune"]).out).toBe(`${BASELINE} knows 0 findings: 1 gone.\n`);
    expect(repository.check([]).code).toBe(0);
  });

  it("keeps entries of a rule that is off, and of a file that cannot be read", () => {
    const repository = clinicWith("a", "b");
    expect(repository.findings("--rule", "use-owner-api=off", "--rule", "no-foreign-write=off")).toEqual([]);
    repository.write({ "backend/clinic/a.go": "\0".repeat(100) });
    expect(repository.findings()).toEqual([]);
  });

  it("tells in a check of its own what is gone and what is new", () => {
    const repository = clinicWith("a");
    expect(repository.check(["baseline", "--check"])).toEqual({ code: 0, out: `${BASELINE} knows 1 finding.\n`, err: "" });
    repository.git("mv", "backend/clinic/a.go", "backend/clinic/b.go");
    const before = repository.read(BASELINE);
    expect(repository.check(["baseline", "--check"])).toEqual({
      code: 1,
      out: `${BASELINE} knows 1 finding.\n1 is gone: run cross-write-check baseline --prune.\n1 finding more is there: mend it, or run cross-write-check baseline.\n`,
      err: "",
    });
    expect(repository.read(BASELINE)).toBe(before);
  });

  it("may be another file, which must be there for a check", () => {
    const repository = clinicWith();
    repository.write({ "backend/clinic/a.go": WRONG });
    expect(repository.check(["--baseline", "known/clinic.json"])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("There is no baseline `known/clinic.json`") as string });
    expect(repository.check(["baseline", "--baseline", "known/clinic.json"]).out).toBe("known/clinic.json knows 1 finding: 1 new.\n");
    expect(repository.check(["--baseline", "known/clinic.json"]).code).toBe(0);
    expect(repository.check([]).code).toBe(1);
  });

  it.each([
    { title: "broken by hand", text: (text: string) => text.replace("}", ""), says: `${BASELINE}:2: it is not JSON.` },
    { title: "of another version", text: (text: string) => text.replace('"version":1', '"version":2'), says: `${BASELINE}: its version is 2` },
    { title: "without a byte", text: () => "", says: `${BASELINE}: it is not JSON.` },
    { title: "in the middle of a merge", text: (text: string) => `<<<<<<< HEAD\n${text}`, says: `${BASELINE}:1: two branches changed the same lines` },
  ])("$title is told and left as it is", ({ text, says }) => {
    const repository = clinicWith("a");
    repository.write({ [BASELINE]: text(repository.read(BASELINE)) });
    repository.git("add", ".");
    const broken = repository.read(BASELINE);
    for (const command of [[], ["baseline"], ["baseline", "--prune"], ["baseline", "--check"], ["--staged"]]) {
      expect(repository.check(command)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(says) as string });
    }
    expect(repository.read(BASELINE)).toBe(broken);
  });

  it("counts with --staged as the commit will have it", () => {
    const repository = clinicWith();
    repository.write({ "backend/clinic/a.go": WRONG });
    repository.check(["baseline", "backend/clinic/a.go"]);
    repository.git("add", "backend");
    repository.git("rm", "--quiet", "--cached", BASELINE);
    expect(repository.check(["--staged", "--baseline", BASELINE])).toMatchObject({ code: 2, err: expect.stringContaining("is not in the index") as string });
    expect(repository.check(["--staged"])).toMatchObject({ code: 1, out: expect.not.stringContaining("known") as string });
    repository.git("add", BASELINE);
    expect(repository.check(["--staged"])).toMatchObject({ code: 0, out: expect.stringContaining("1 known finding remains, 1 more than in the last commit.") as string });
    repository.git("rm", "--quiet", "--cached", BASELINE);
    repository.write({ ".gitignore": `${BASELINE}\n` });
    repository.commit();
    repository.write({ "backend/clinic/a.go": `${WRONG}\n` });
    repository.git("add", ".");
    expect(repository.check(["--staged"]).code).toBe(0);
  });

  it("stays the file that a link leads to, with its permissions", () => {
    const repository = clinicWith();
    repository.write({ "known/clinic.json": repository.read(BASELINE), "backend/clinic/a.go": WRONG });
    chmodSync(path.join(repository.folder, "known/clinic.json"), 0o600);
    repository.remove(BASELINE);
    symlinkSync("known/clinic.json", path.join(repository.folder, BASELINE));
    expect(repository.check(["baseline"]).code).toBe(0);
    expect(lstatSync(path.join(repository.folder, BASELINE)).isSymbolicLink()).toBe(true);
    expect(repository.read("known/clinic.json")).toContain("backend/clinic/a.go");
    expect(lstatSync(path.join(repository.folder, "known/clinic.json")).mode & 0o777).toBe(0o600);
  });

  it("tells when it cannot be written", () => {
    const repository = clinicWith();
    expect(repository.check(["baseline", "--baseline", "ownership.yaml/known.json"])).toMatchObject({ code: 2, err: expect.stringContaining("known.json` cannot be written: ") as string });
  });

  it("may have the line ends and the mark that editors give it", () => {
    const repository = clinicWith("a");
    repository.write({ [BASELINE]: `\uFEFF${repository.read(BASELINE).replaceAll("\n", "\r\n")}` });
    expect(repository.check(["baseline", "--check"])).toEqual({ code: 0, out: `${BASELINE} knows 1 finding.\n`, err: "" });
  });

  it("leaves nothing beside it", () => {
    const repository = clinicWith("a");
    expect(readdirSync(repository.folder).filter((name) => name.startsWith(BASELINE))).toEqual([BASELINE]);
  });

  it("merges line by line when two branches mend different findings", () => {
    const repository = clinicWith("a", "b", "c", "d", "e");
    for (const [branch, mended] of [["left", "b"], ["right", "d"]] as const) {
      repository.git("switch", "--quiet", "--create", branch, "main");
      repository.remove(`backend/clinic/${mended}.go`);
      repository.check(["baseline", "--prune"]);
      repository.commit(branch);
    }
    repository.git("merge", "--quiet", "--no-edit", "left");
    expect(repository.check(["baseline", "--check"])).toEqual({ code: 0, out: `${BASELINE} knows 3 findings.\n`, err: "" });
  });

  it("merges neighbouring lines with git's union driver, and is pruned after", () => {
    const repository = clinicWith("a", "b");
    repository.write({ ".gitattributes": `${BASELINE} merge=union\n` });
    repository.commit();
    for (const [branch, mended] of [["left", "a"], ["right", "b"]] as const) {
      repository.git("switch", "--quiet", "--create", branch, "main");
      repository.remove(`backend/clinic/${mended}.go`);
      repository.check(["baseline", "--prune"]);
      repository.commit(branch);
    }
    repository.git("merge", "--quiet", "--no-edit", "left");
    repository.check(["baseline", "--prune"]);
    expect(repository.check([]).code).toBe(0);
    expect(repository.check(["baseline", "--check"]).out).toBe(`${BASELINE} knows 0 findings.\n`);
  });
});
