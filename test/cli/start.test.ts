import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, writeProject, type Outcome } from "./built-command.ts";
import { CLEAN_PROJECT, goFile } from "./clinic-project.ts";

/** A project with one finding, and an empty folder for caches. */
function open() {
  const cwd = writeProject({ ...CLEAN_PROJECT, "backend/clinic/users.go": goFile("UPDATE users SET name = ?") });
  const XDG_CACHE_HOME = writeProject({});
  const check = (env: NodeJS.ProcessEnv = {}): Outcome => runCommand(["--no-cache"], { cwd, env: { XDG_CACHE_HOME, HOME: XDG_CACHE_HOME, LOCALAPPDATA: XDG_CACHE_HOME, ...env } });
  const kept = (): readonly string[] => readdirSync(XDG_CACHE_HOME, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
  return { check, kept };
}

describe("the command", () => {
  it("keeps what the engine compiled of it, and says the same with that", () => {
    const { check, kept } = open();
    const first = check();
    expect(first.code).toBe(1);
    expect(kept()).not.toEqual([]);
    expect(check()).toEqual(first);
  });

  it("compiles again where what was kept is damaged", () => {
    const { check, kept } = open();
    const first = check();
    for (const file of kept()) writeFileSync(file, readFileSync(file).subarray(0, 1000));
    expect(check()).toEqual(first);
  });

  it("keeps nothing where Node is told not to", () => {
    const { check, kept } = open();
    expect(check({ NODE_DISABLE_COMPILE_CACHE: "1" }).code).toBe(1);
    expect(kept()).toEqual([]);
  });
});
