import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KeptWalk, recallWalk, type WalkRecord } from "../../src/discover/recall-walk.ts";
import { walkProject } from "../../src/discover/walk-project.ts";

let outside: string;
let root: string;

beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), "recall-walk-"));
  root = path.join(outside, "project");
  write("main/users.go", "clinic/vendor/pets.go", "clinic/.gitignore", "build/out.go", "shared/db.go");
  link("shared", "clinic/shared");
  mkdirSync(path.join(outside, ".git/info"), { recursive: true });
});

afterEach(() => rmSync(outside, { recursive: true, force: true }));

describe("a kept walk", () => {
  it("counts while nothing has changed", async () => {
    const { kept, first } = await walked();
    expect(recallWalk(root, kept).paths).toEqual(first.paths);
    expect(kept.timesSaved).toBe(1);
  });

  it("counts again though a file's content is another", async () => {
    const { kept } = await walked();
    write("main/users.go");
    recallWalk(root, kept);
    expect(kept.timesSaved).toBe(1);
  });

  it.each<[string, () => void]>([
    ["a file came", () => write("main/visits.go")],
    ["a file went", () => rmSync(path.join(root, "main/users.go"))],
    ["a folder came", () => write("billing/invoices.go")],
    ["a file came into a new folder deep inside", () => write("main/api/v1/routes.go")],
    ["a file is ignored now", () => writeFileSync(path.join(root, "clinic/.gitignore"), "pets.go\n")],
    ["an ignore file came", () => writeFileSync(path.join(root, ".gitignore"), "build\n")],
    ["an ignore file around the root came", () => writeFileSync(path.join(outside, ".gitignore"), "build\n")],
    ["the repository excludes a file", () => writeFileSync(path.join(outside, ".git/info/exclude"), "build\n")],
    ["the root is a repository of its own now, in which rules from outside do not count", () => mkdirSync(path.join(root, ".git"))],
    ["a folder of that name holds dependencies now", () => write("clinic/vendor/modules.txt")],
    ["a link leads elsewhere", () => link("build", "clinic/shared")],
    ["a link leads outside", () => link("..", "clinic/shared")],
    ["a link's target is gone", () => rmSync(path.join(root, "shared"), { recursive: true })],
    ["a link's target is a file now", () => (rmSync(path.join(root, "shared"), { recursive: true }), write("shared"))],
  ])("does not count where %s", async (_, change) => {
    const { kept } = await walked();
    change();
    const { paths, folders } = recallWalk(root, kept);
    expect({ paths, folders }).toEqual({ paths: walkProject(root).paths, folders: walkProject(root).folders });
    expect(kept.timesSaved).toBe(2);
  });

  it("counts in a worktree, of which .git is a file", async () => {
    rmSync(path.join(outside, ".git"), { recursive: true });
    writeFileSync(path.join(outside, ".git"), "gitdir: elsewhere");
    const { kept, first } = await walked();
    expect(recallWalk(root, kept).paths).toEqual(first.paths);
    expect(kept.timesSaved).toBe(1);
  });

  it("never counts where a folder changed as it was walked", () => {
    const kept = keptInMemory();
    recallWalk(root, kept);
    recallWalk(root, kept);
    expect(kept.timesSaved).toBe(2);
  });

  it("has the same files in the same folders", async () => {
    const { kept, first } = await walked();
    expect(recallWalk(root, kept).folders).toEqual(first.folders);
  });
});

/** A walk that is kept, and was made when all changes were long enough ago. */
async function walked() {
  const kept = keptInMemory();
  await new Promise((resolve) => setTimeout(resolve, 80));
  const first = recallWalk(root, kept);
  return { kept, first };
}

function keptInMemory(): KeptWalk & { timesSaved: number } {
  let text: string | undefined;
  return {
    timesSaved: 0,
    load: () => (text === undefined ? undefined : (JSON.parse(text) as WalkRecord)),
    save(record) {
      this.timesSaved++;
      text = JSON.stringify(record);
    },
  };
}

function write(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), "");
  }
}

function link(target: string, file: string): void {
  rmSync(path.join(root, file), { force: true });
  symlinkSync(path.join(root, target), path.join(root, file), "junction");
}
