import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { replaceFile } from "./replace-file.ts";

/** What an engine compiled of a program, kept from run to run. Nothing here ever fails: what is damaged or cannot be read is not there. */
export interface CodeCache {
  load(): Buffer | undefined;
  save(code: Buffer): void;
}

const HASH_LENGTH = 32;

/** `engine` tells one version of the engine on one kind of machine from others: code of another is none. */
export function openCodeCache({ folder, build, engine }: { readonly folder: string; readonly build: string; readonly engine: string }): CodeCache {
  const file = path.join(folder, `${build}-${engine}.code`);
  return {
    load: () => readWhole(file),
    save(code) {
      try {
        replaceFile(file, Buffer.concat([hashOf(code), code]));
      } catch {
        // A full disk or a folder that is not ours: the next run compiles again.
      }
    },
  };
}

/** The engine trusts what it gets: half a file must not reach it. */
function readWhole(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(HASH_LENGTH);
    return hashOf(code).equals(bytes.subarray(0, HASH_LENGTH)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(code: Buffer): Buffer {
  return createHash("sha256").update(code).digest();
}
