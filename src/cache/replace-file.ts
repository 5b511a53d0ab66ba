import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a file as a whole: two runs may write the same at a time, so each writes one of its own, which then takes the place. Throws where that fails. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
