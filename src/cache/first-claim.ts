import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systemCacheFolder } from "./system-cache-folder.ts";

/**
 * Who was the first of several threads to claim something. A file that only one of them can make tells it: the threads of another program
 * share nothing else that they can all write at once. Each is its own first where none can be made. Files of earlier claims go with old facts.
 */
export function firstToClaim(what: readonly unknown[], claimant: string, folder = systemCacheFolder()): string {
  const name = createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 32);
  const file = path.join(folder, `${name}.claim`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, claimant, { flag: "wx" });
    return claimant;
  } catch {
    return readClaimant(file) ?? claimant;
  }
}

/** Empty while the first is still writing its name. */
function readClaimant(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
