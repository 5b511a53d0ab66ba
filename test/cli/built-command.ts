import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject, onTestFinished } from "vitest";

const packageFolder = path.join(import.meta.dirname, "../..");

/** The command as package managers link it. */
export const command = path.join(packageFolder, "bin/cross-write-check.js");

const buildFailure = inject("buildFailure");
if (buildFailure !== "") throw new Error(`The command could not be built: ${buildFailure}`);

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder that holds `bin` and `dist`. */
  readonly installed?: string;
  readonly uid?: number;
}

/** What is kept from run to run is none of the user's. */
const cacheHome = path.join(tmpdir(), "cross-write-check-test-cache");

/** Runs the built command as users do. */
export function runCommand(args: readonly string[], { cwd, env = {}, installed = packageFolder, uid }: Surroundings): Outcome {
  const result = spawnSync(process.execPath, [path.join(installed, "bin/cross-write-check.js"), ...args], {
    cwd,
    env: { XDG_CACHE_HOME: cacheHome, ...env },
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    timeout: 60_000,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  if (result.error) throw result.error;
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}

/** A folder with files in it, readable by everybody, that goes with the test. */
export function writeProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cross-write-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A copy of the installed package that every user of this machine can read. */
export function copyPackage(): string {
  const folder = writeProject({});
  for (const part of ["bin", "dist", "package.json"]) cpSync(path.join(packageFolder, part), path.join(folder, part), { recursive: true });
  return folder;
}
