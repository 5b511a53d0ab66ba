import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openCodeCache } from "../../src/cache/code-cache.ts";

const code = Buffer.from("compiled code");

describe("the cache of compiled code", () => {
  it("gives what was kept for the same build and engine alone", () => {
    const folder = emptyFolder();
    openCodeCache({ folder, build: "1", engine: "a" }).save(code);
    expect(openCodeCache({ folder, build: "1", engine: "a" }).load()).toEqual(code);
    expect(openCodeCache({ folder, build: "2", engine: "a" }).load()).toBeUndefined();
    expect(openCodeCache({ folder, build: "1", engine: "b" }).load()).toBeUndefined();
  });

  it("gives nothing of a damaged file", () => {
    const folder = emptyFolder();
    const cache = openCodeCache({ folder, build: "1", engine: "a" });
    cache.save(code);
    const file = path.join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    for (const damaged of [whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0), Buffer.concat([whole, code])]) {
      writeFileSync(file, damaged);
      expect(cache.load()).toBeUndefined();
    }
  });

  it("keeps nothing where it may not", () => {
    const file = path.join(emptyFolder(), "cache");
    writeFileSync(file, "");
    const cache = openCodeCache({ folder: file, build: "1", engine: "a" });
    cache.save(code);
    expect(cache.load()).toBeUndefined();
  });
});

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cross-write-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
