import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { languages } from "../../src/read/languages/index.ts";
import { command } from "../cli/built-command.ts";
import { CLEAN_PROJECT, goFile } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, GIT_WORLD, type TestRepository } from "./git-repository.ts";

const docs = path.join(import.meta.dirname, "../../docs");

/** The text of a fenced block that is named for a file. */
function snippet(file: string): string {
  const ci = readFileSync(path.join(docs, "ci.md"), "utf8");
  const block = [...ci.matchAll(/^```\w+ file=(\S+)\n([^]*?)^```$/gm)].find((match) => match[1] === file);
  if (!block) throw new Error(`docs/ci.md has no block for ${file}`);
  return block[2]!;
}

function stagedMistake(): TestRepository {
  const repository = createRepository(CLEAN_PROJECT);
  repository.commit();
  repository.write({ "backend/clinic/owners.go": goFile("UPDATE users SET name = 'Rex'") });
  repository.git("add", ".");
  return repository;
}

/** Runs a line of a shell with our command and an `npx --no-install` that finds it. */
function runLine(line: string, cwd: string) {
  const bin = emptyFolder();
  symlinkSync(command, path.join(bin, "cross-write-check"));
  writeFileSync(path.join(bin, "npx"), '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "$@"\n');
  chmodSync(path.join(bin, "npx"), 0o755);
  const env = { ...GIT_WORLD, PATH: `${bin}:${path.dirname(process.execPath)}:${GIT_WORLD["PATH"]!}` };
  const { status, stdout } = spawnSync("sh", ["-e", "-c", line], { cwd, env, encoding: "utf8" });
  return { code: status, out: stdout };
}

const FOUND = { code: 1, out: expect.stringContaining("Call the Main API: POST http://localhost:8000/api/profile.") as string };

describe("docs/ci.md", () => {
  it("has a husky hook that stops a commit", () => {
    expect(runLine(snippet(".husky/pre-commit"), stagedMistake().folder)).toMatchObject(FOUND);
  });

  it("has lint-staged lines that stop a commit", () => {
    const { "lint-staged": lines } = JSON.parse(snippet("package.json")) as { readonly "lint-staged": Readonly<Record<string, string>> };
    const [sources, decisive] = Object.values(lines);
    const extensions = languages.flatMap((language) => language.extensions.map((extension) => extension.slice(1)));
    expect(/^\*\.\{(.*)\}$/.exec(Object.keys(lines)[0]!)![1]!.split(",").sort()).toEqual(extensions.sort());
    const { folder } = stagedMistake();
    expect(runLine(`${sources!} backend/clinic/owners.go`, folder)).toMatchObject(FOUND);
    expect(runLine(`${sources!} backend/clinic/appointments.go`, folder).code).toBe(0);
    expect(runLine(`${decisive!} ${folder}/ownership.yaml`, folder)).toMatchObject(FOUND);
  });

  it("has lefthook commands that stop a commit and a push", () => {
    const config = parse(snippet("lefthook.yml")) as Readonly<Record<string, { readonly commands: Readonly<Record<string, { readonly run: string }>> }>>;
    const repository = stagedMistake();
    for (const hook of ["pre-commit", "pre-push"]) {
      for (const { run } of Object.values(config[hook]!.commands)) expect(runLine(run, repository.folder)).toMatchObject(FOUND);
    }
  });

  it("names hooks, inputs and outputs that there are", () => {
    const read = (file: string): unknown => parse(readFileSync(path.join(docs, "..", file), "utf8"));
    const hooks = read(".pre-commit-hooks.yaml") as readonly { readonly id: string }[];
    const config = parse(snippet(".pre-commit-config.yaml")) as { readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[] };
    expect(config.repos[0]!.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));

    const action = read("action.yml") as { readonly inputs: object; readonly outputs: object };
    const workflow = snippet(".github/workflows/cross-write-check.yml");
    expect([...workflow.matchAll(/steps\.gate\.outputs\.([\w-]+)/g)].map((match) => match[1]!).filter((name) => !Object.hasOwn(action.outputs, name))).toEqual([]);
    const { jobs } = parse(workflow) as { readonly jobs: { readonly check: { readonly steps: readonly { readonly id?: string; readonly with: object }[] } } };
    expect(Object.keys(jobs.check.steps.find(({ id }) => id === "gate")!.with).filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
    const described = [...readFileSync(path.join(docs, "ci.md"), "utf8").matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]);
    expect(described).toEqual(expect.arrayContaining(Object.keys(action.inputs)));
  });
});
