import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openFactCache, type FactKind } from "../../src/cache/fact-cache.ts";

const writes: FactKind = { root: "/clinic", name: "writes", terms: { owns: ["users"] } };
const DAYS = 24 * 60 * 60;

describe("the cache of facts", () => {
  it("gives what was kept, to another process too", () => {
    const folder = path.join(emptyFolder(), "made/when/needed");
    openFactCache({ folder, build: "1" }).save(writes, { tables: ["users", "pets"] });
    expect(openFactCache({ folder, build: "1" }).load(writes)).toEqual({ tables: ["users", "pets"] });
  });

  it.each([
    { title: "another project", kind: { ...writes, root: "/shelter" } },
    { title: "another kind", kind: { ...writes, name: "accesses" } },
    { title: "other terms", kind: { ...writes, terms: { owns: ["pets"] } } },
  ])("gives nothing for $title", ({ kind }) => {
    const cache = openFactCache({ folder: emptyFolder(), build: "1" });
    cache.save(writes, ["users"]);
    expect(cache.load(kind)).toBeUndefined();
  });

  it("gives nothing that another build kept", () => {
    const folder = emptyFolder();
    openFactCache({ folder, build: "1" }).save(writes, ["users"]);
    expect(openFactCache({ folder, build: "2" }).load(writes)).toBeUndefined();
  });

  it("keeps one file for a project and kind, whatever the terms", () => {
    const folder = emptyFolder();
    const cache = openFactCache({ folder, build: "1" });
    for (const terms of ["a", "b", "c"]) cache.save({ ...writes, terms }, [terms]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(cache.load({ ...writes, terms: "c" })).toEqual(["c"]);
  });

  it("gives nothing where a file is damaged, and keeps a whole one again", () => {
    const folder = emptyFolder();
    const cache = openFactCache({ folder, build: "1" });
    cache.save(writes, ["users"]);
    const file = onlyFile(folder);
    for (const text of [readFileSync(file, "utf8").slice(0, -4), "", "null", "\0"]) {
      writeFileSync(file, text);
      expect(cache.load(writes)).toBeUndefined();
    }
    cache.save(writes, ["pets"]);
    expect(cache.load(writes)).toEqual(["pets"]);
  });

  it.runIf(process.getuid?.() !== 0)("keeps nothing in a folder that it may not write", () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o500);
    openFactCache({ folder, build: "1" }).save(writes, ["users"]);
    chmodSync(folder, 0o700);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps nothing where a file has the folder's name", () => {
    const file = path.join(emptyFolder(), "cache");
    writeFileSync(file, "");
    const cache = openFactCache({ folder: file, build: "1" });
    cache.save(writes, ["users"]);
    expect(cache.load(writes)).toBeUndefined();
    expect(statSync(file).size).toBe(0);
  });

  it("drops what nobody asked for in a month, and nothing that was", () => {
    const folder = emptyFolder();
    const cache = openFactCache({ folder, build: "1" });
    const age = (file: string, days: number): void => utimesSync(file, Date.now() / 1000 - days * DAYS, Date.now() / 1000 - days * DAYS);
    cache.save(writes, ["users"]);
    const used = onlyFile(folder);
    const gone = path.join(folder, "gone.json");
    writeFileSync(gone, "{}");
    age(gone, 31);
    age(used, 31);
    cache.load(writes);
    cache.save({ ...writes, root: "/shelter" }, []);
    expect([existsSync(gone), existsSync(used)]).toEqual([false, true]);
  });
});

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cross-write-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function onlyFile(folder: string): string {
  const [name = "none"] = readdirSync(folder);
  return path.join(folder, name);
}
