import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openFactCache } from "../../src/cache/fact-cache.ts";
import { openLiveProject } from "../../src/check/live-project.ts";
import { run } from "../../src/cli/run.ts";
import { rules } from "../../rules/index.ts";
import { writeProject } from "./built-command.ts";
import { CLEAN_PROJECT, goFile } from "./clinic-project.ts";
import { recordStreams } from "./recorded-streams.ts";

const FOREIGN = goFile("UPDATE users SET name = ?");
const BINARY = "the file holds a NUL byte \0";
const PROJECT: Readonly<Record<string, string>> = { ...CLEAN_PROJECT, "backend/clinic/users.go": FOREIGN, "backend/clinic/scan.go": `package clinic // UPDATE users SET ${BINARY}` };

/** A project and its cache; every run is a process's first. */
function open(files: Readonly<Record<string, string>> = PROJECT) {
  const folder = writeProject(files);
  const cacheFolder = writeProject({});
  const check = (...args: string[]): string => checkOn("2026-11-23", ...args);
  const checkOn = (today: string, ...args: string[]): string => {
    const { streams, out, err } = recordStreams({ cwd: folder });
    run(["check", "--reporter", "concise", ...args], { ...streams, cacheFolder, now: () => new Date(today) });
    return `${out()}${err()}`;
  };
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  return { folder, cacheFolder, check, checkOn, write, kept: () => readdirSync(cacheFolder) };
}

describe("what a run keeps for the next", () => {
  it("is what it found, and what it could not read", () => {
    const { check, kept, cacheFolder } = open();
    const first = check();
    expect(first).toContain("backend/clinic/users.go:6:28 error CW001");
    expect(first).toContain("backend/clinic/scan.go");
    expect(kept()).toHaveLength(7);
    spoil(cacheFolder);
    expect(check()).toContain("clinic deletes from `users`");
    expect(check("--no-cache")).toBe(first);
  });

  it.each([
    { title: "a file has another text", change: (folder: string) => writeFileSync(path.join(folder, "backend/clinic/users.go"), goFile("DELETE FROM users")) },
    { title: "a file of the same size and time has another text", change: replaceUnseen },
    { title: "a file came", change: (folder: string) => writeFileSync(path.join(folder, "backend/clinic/more.go"), FOREIGN) },
    { title: "a file went", change: (folder: string) => rmSync(path.join(folder, "backend/clinic/users.go")) },
    { title: "a file has another name", change: (folder: string) => renameSync(path.join(folder, "backend/clinic/users.go"), path.join(folder, "backend/main/users2.go")) },
    { title: "a file became readable", change: (folder: string) => writeFileSync(path.join(folder, "backend/clinic/scan.go"), FOREIGN) },
    { title: "ownership.yaml has other services", change: (folder: string) => writeFileSync(path.join(folder, "ownership.yaml"), CLEAN_PROJECT["ownership.yaml"]!.replace("[clinic_appointments]", "[clinic_appointments, users]").replace("users: {", "people: {")) },
  ])("counts no more where $title", ({ change }) => {
    const { folder, check } = open();
    const first = check();
    change(folder);
    const second = check();
    expect(second).not.toBe(first);
    expect(second).toBe(check("--no-cache"));
  });

  it.each([
    { title: "another rule is off", args: ["--rule", "use-owner-api=off"] },
    { title: "another preset is asked for", args: ["--preset", "audit"] },
    { title: "a baseline knows the finding", args: [], change: (folder: string, cacheFolder: string) => run(["baseline"], { ...recordStreams({ cwd: folder }).streams, cacheFolder }) },
    { title: "another day has come", args: [], on: "2027-01-02" },
  ])("is judged anew where $title", ({ args, change, on = "2026-11-23" }) => {
    const exception = 'allow:\n  - { service: clinic, tables: [users], operations: [update], reason: "moves out in winter", until: 2026-12-31 }\n';
    const { folder, cacheFolder, check, checkOn } = open({ ...PROJECT, ...(on === "2026-11-23" ? {} : { "ownership.yaml": `${PROJECT["ownership.yaml"]!}${exception}` }) });
    const first = check();
    change?.(folder, cacheFolder);
    const second = checkOn(on, ...args);
    expect(second).not.toBe(first);
    expect(second).toBe(checkOn(on, "--no-cache", ...args));
  });

  it("counts still where files were only touched", () => {
    const { folder, cacheFolder, check } = open();
    check();
    spoil(cacheFolder);
    utimesSync(path.join(folder, "backend/clinic/users.go"), 1, 1);
    expect(check()).toContain("clinic deletes from `users`");
  });

  it("is nothing with --no-cache, and of a part of the project its list of files, ownership.yaml and which files belong together", () => {
    const { check, kept } = open();
    check("--no-cache");
    expect(kept()).toEqual([]);
    check("backend/clinic");
    expect(kept()).toHaveLength(3);
  });

  it("is not what a part of the project is judged by", () => {
    const { check, cacheFolder } = open();
    check();
    spoil(cacheFolder);
    expect(check("backend/clinic")).toContain("clinic updates `users`");
  });

  it("serves editors too", () => {
    const { folder, cacheFolder, check } = open();
    check();
    const live = () => openLiveProject({ root: folder, ownership: "ownership.yaml", baseline: undefined, cache: openFactCache({ folder: cacheFolder, build: "unbuilt" }) });
    const question = { rules, off: new Set<string>(), today: "2026-11-23" };
    spoil(cacheFolder);
    const [finding] = live().findingsIn("backend/clinic/users.go", FOREIGN, question);
    expect(finding?.message).toContain("deletes from `users`");
    expect(live().findingsIn("backend/clinic/users.go", goFile("SELECT 1"), question)).toEqual([]);
  });
});

/** Changes what is kept, so that what comes of it is seen to come of it. */
function spoil(cacheFolder: string): void {
  for (const name of readdirSync(cacheFolder)) {
    const file = path.join(cacheFolder, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"operation":"update"', '"operation":"delete"').replaceAll("clinic updates", "clinic deletes from"));
  }
}

function replaceUnseen(folder: string): void {
  const file = path.join(folder, "backend/clinic/users.go");
  const { atimeMs, mtimeMs } = statSync(file);
  writeFileSync(file, FOREIGN.replace("users", "rooms"));
  utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
}
