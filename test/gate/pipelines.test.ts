import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { languages } from "../../src/read/languages/index.ts";
import { command } from "../cli/built-command.ts";
import { CLEAN_PROJECT, goFile } from "../cli/clinic-project.ts";
import { createRepository, emptyFolder, GIT_WORLD, type TestRepository } from "./git-repository.ts";

const packageFolder = path.join(import.meta.dirname, "../..");
const WRONG = goFile("UPDATE users SET name = 'Rex'");

function readYaml(file: string): unknown {
  return parse(readFileSync(path.join(packageFolder, file), "utf8"));
}

/** A branch with one finding more than `main`. */
function clinicBranch(): TestRepository {
  const repository = createRepository({ ...CLEAN_PROJECT, "backend/clinic/old.go": WRONG });
  repository.commit();
  repository.git("update-ref", "refs/remotes/origin/main", "main");
  repository.git("switch", "--quiet", "--create", "mend-owners");
  repository.write({ "backend/clinic/new.go": WRONG });
  repository.commit();
  return repository;
}

/** Runs a script of a pipeline, with an `npx` that knows our package alone. */
function runScript(shell: string, script: string, cwd: string, variables: Readonly<Record<string, string>>) {
  const bin = emptyFolder();
  const npx = path.join(bin, "npx");
  writeFileSync(npx, `#!/bin/sh\n[ "$1 $2" = "--yes cross-write-check@$EXPECTED_VERSION" ] || exit 99\nshift 2\nexec "${process.execPath}" "${command}" "$@"\n`);
  chmodSync(npx, 0o755);
  const env = { ...GIT_WORLD, EXPECTED_VERSION: "latest", ...variables, PATH: `${bin}:${path.dirname(process.execPath)}:${GIT_WORLD["PATH"]!}` };
  const { status, stdout, stderr } = spawnSync(shell, ["-c", script], { cwd, env, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

describe("action.yml", () => {
  const action = readYaml("action.yml") as Action;
  const [step] = action.runs.steps;

  function runAction(repository: TestRepository, inputs: Readonly<Record<string, string>>) {
    const temp = emptyFolder();
    const given = (name: string): string => inputs[name] ?? (action.inputs[name]!.default.startsWith("${{") ? "" : action.inputs[name]!.default);
    const variables = Object.fromEntries(Object.entries(step!.env).map(([variable, value]) => [variable, given(/^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)![1]!)]));
    const files = { GITHUB_STEP_SUMMARY: path.join(temp, "summary"), GITHUB_OUTPUT: path.join(temp, "output"), RUNNER_TEMP: temp };
    const outcome = runScript("bash", step!.run, repository.folder, { ...variables, ...files });
    const text = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
    return { ...outcome, summary: text(files.GITHUB_STEP_SUMMARY), output: text(files.GITHUB_OUTPUT) };
  }

  it("is a composite action whose inputs reach the script as variables alone", () => {
    expect(action.runs.using).toBe("composite");
    expect(step!.run).not.toContain("${{");
    expect(Object.values(step!.env).map((value) => /inputs\.([\w-]+)/.exec(value)![1]).sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it("annotates what a pull request adds, and tells it in outputs, summary and SARIF", () => {
    const repository = clinicBranch();
    const { code, out, summary, output } = runAction(repository, { since: "origin/main", sarif: "results/cross-write.sarif" });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=backend\/clinic\/new\.go,line=6,[^\n]*\n$/);
    expect(output).toBe("findings=1\nsarif-file=results/cross-write.sarif\n");
    expect(summary).toContain("**Found 1 error.**");
    const { runs } = JSON.parse(repository.read("results/cross-write.sarif")) as { readonly runs: readonly { readonly results: readonly unknown[] }[] };
    expect(runs[0]!.results).toHaveLength(1);
  });

  it("passes arguments on, and fails on none", () => {
    const repository = clinicBranch();
    expect(runAction(repository, { args: "--fail-level never  backend/clinic", version: "0.1.0" }).code).toBe(99);
    const { code, output } = runAction(repository, { args: "--fail-level never  backend/clinic" });
    expect({ code, output }).toEqual({ code: 0, output: "findings=2\n" });
    expect(runAction(repository, { args: "backend/clinic\n--fail-level never\n" })).toMatchObject({ code: 0, output: "findings=2\n" });
    expect(runAction(repository, { args: "backend/main" })).toMatchObject({ code: 0, output: "findings=0\n" });
  });

  it("fails as the command does when it cannot run, and runs nothing that an input holds", () => {
    const repository = clinicBranch();
    const { code, err, output } = runAction(repository, { since: "$(touch gone); nowhere" });
    expect(code).toBe(2);
    expect(err).toContain("There is no commit `$(touch gone); nowhere`");
    expect(output).toBe("");
    expect(existsSync(path.join(repository.folder, "gone"))).toBe(false);
  });
});

describe("ci-templates/gitlab.yml", () => {
  const template = readYaml("ci-templates/gitlab.yml") as { readonly "cross-write-check": GitLabJob };
  const job = template["cross-write-check"];

  it("leaves the reports where GitLab looks for them", () => {
    const repository = clinicBranch();
    const { code, out } = runScript("sh", job.script.join("\n"), repository.folder, { ...job.variables, CROSS_WRITE_CHECK_ARGS: "--preset strict" });
    expect(code).toBe(1);
    expect(out).toContain("Found 2 errors.");
    const issues = JSON.parse(repository.read(job.artifacts.reports.codequality)) as readonly { readonly check_name: string }[];
    expect(issues.map(({ check_name }) => check_name)).toEqual(["use-owner-api", "use-owner-api"]);
    expect(repository.read(job.artifacts.reports.junit)).toContain('<testsuite name="clinic" tests="2" failures="2">');
  });

  it("passes where nothing is wrong", () => {
    const repository = createRepository(CLEAN_PROJECT);
    expect(runScript("sh", job.script.join("\n"), repository.folder, job.variables)).toMatchObject({ code: 0, out: expect.stringContaining("No findings.") as string });
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks = readYaml(".pre-commit-hooks.yaml") as readonly PreCommitHook[];
  const [files, full] = hooks;

  /** The command line that pre-commit runs: the entry's words, then the names of the files. */
  function runHook(hook: PreCommitHook, repository: TestRepository, names: readonly string[]) {
    const words = hook.entry.split(" ");
    expect(words[0]).toBe("cross-write-check");
    return repository.check([...words.slice(1), ...(hook.pass_filenames === false ? [] : names)]);
  }

  it("has one hook for files and one for the whole project", () => {
    expect(hooks.map(({ id, language, require_serial }) => ({ id, language, require_serial }))).toEqual([
      { id: "cross-write-check", language: "node", require_serial: true },
      { id: "cross-write-check-full", language: "node", require_serial: true },
    ]);
    expect(full).toMatchObject({ pass_filenames: false, always_run: true });
  });

  it("gives to the hook for files every file that is read, and the two that decide, wherever they stand", () => {
    const isGiven = (name: string): boolean => new RegExp(files!.files!).test(name);
    const sources = languages.flatMap(({ extensions }) => extensions).map((extension) => `backend/clinic/owners${extension}`);
    expect(sources.filter((name) => !isGiven(name))).toEqual([]);
    expect(["ownership.yaml", "platform/ownership.yaml", "cross-write-baseline.json"].filter((name) => !isGiven(name))).toEqual([]);
    expect(["package.json", "README.md", "going", "my-ownership.yaml"].filter(isGiven)).toEqual([]);
  });

  it.runIf(hasPreCommit())("is a manifest to every version of pre-commit", () => {
    const { status, stdout } = spawnSync("pre-commit", ["validate-manifest", path.join(packageFolder, ".pre-commit-hooks.yaml")], { env: { ...GIT_WORLD, PRE_COMMIT_HOME: emptyFolder() }, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(hooks.filter((hook) => "stages" in hook || "types_or" in hook)).toEqual([]);
  });

  it("can be installed from the repository: packing it prints the name of the package and nothing else", () => {
    const folder = emptyFolder();
    const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { readonly devDependencies: object };
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ ...manifest, scripts: { prepare: "echo built" } }));
    copyFileSync(path.join(packageFolder, ".npmrc"), path.join(folder, ".npmrc"));
    const { stdout } = spawnSync("npm", ["pack"], { cwd: folder, encoding: "utf8" });
    expect(stdout).toMatch(/^cross-write-check-\S+\.tgz\n?$/);
  });

  it("checks the files that it is given, and everything when ownership.yaml is among them", () => {
    const repository = clinicBranch();
    expect(runHook(files!, repository, ["backend/clinic/new.go"])).toMatchObject({ code: 1, out: expect.stringContaining("Found 1 error.") as string });
    expect(runHook(files!, repository, ["backend/main/users.go"]).code).toBe(0);
    expect(runHook(files!, repository, ["ownership.yaml"])).toMatchObject({ code: 1, out: expect.stringContaining("Found 2 errors.") as string });
  });

  it("has nothing to say of files that are none of its business, and is not fooled by their names", () => {
    const repository = clinicBranch();
    repository.write({ "package.json": "{}", "--staged.go": WRONG });
    expect(runHook(files!, repository, ["package.json"]).code).toBe(0);
    expect(runHook(files!, repository, ["--staged.go"])).toMatchObject({ code: 0, out: expect.stringContaining("1 warning") as string });
  });

  it.runIf(hasPreCommit())("is run by pre-commit itself", () => {
    const repository = clinicBranch();
    const local = hooks.map((hook) => ({ ...hook, language: "system", entry: `${process.execPath} ${command} ${hook.entry.split(" ").slice(1).join(" ")}` }));
    const [ofCommit, ofPush] = local;
    repository.write({ ".pre-commit-config.yaml": JSON.stringify({ repos: [{ repo: "local", hooks: [ofCommit, { ...ofPush, stages: [pushStage()] }] }] }) });
    repository.git("add", ".");
    const { code, out } = runPreCommit(repository, "--files", "backend/clinic/new.go", "backend/main/users.go");
    expect(out).toContain("Found 1 error.");
    expect(code).toBe(1);
    expect(runPreCommit(repository, "--hook-stage", pushStage(), "--files", "backend/main/users.go")).toMatchObject({ code: 1, out: expect.stringContaining("Found 2 errors.") as string });
  });

  it("checks the whole project before a push", () => {
    expect(runHook(full!, clinicBranch(), ["backend/main/users.go"])).toMatchObject({ code: 1, out: expect.stringContaining("Found 2 errors.") as string });
  });
});

function hasPreCommit(): boolean {
  return spawnSync("pre-commit", ["--version"]).status === 0;
}

/** The stage before a push, as the installed version calls it. */
function pushStage(): string {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(spawnSync("pre-commit", ["--version"], { encoding: "utf8" }).stdout) ?? [];
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 2) ? "pre-push" : "push";
}

function runPreCommit({ folder }: TestRepository, ...args: readonly string[]) {
  const { status, stdout } = spawnSync("pre-commit", ["run", ...args], { cwd: folder, env: { ...GIT_WORLD, HOME: folder, PRE_COMMIT_HOME: emptyFolder() }, encoding: "utf8" });
  return { code: status, out: stdout };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[] };
}

interface GitLabJob {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
}

interface PreCommitHook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly require_serial: boolean;
  readonly pass_filenames?: boolean;
  readonly files?: string;
}
