import { describe, expect, it } from "vitest";
import type { CheckOptions, Request } from "../../src/cli/options.ts";
import { readArguments } from "../../src/cli/read-arguments.ts";
import { toolVersion } from "../../src/cli/tool-version.ts";
import { UserError } from "../../src/model/problem.ts";
import { recordStreams } from "./recorded-streams.ts";

function read(...argv: string[]): Request {
  return readArguments(argv, recordStreams().streams.stdout);
}

function readCheck(...argv: string[]): CheckOptions {
  const request = read(...argv);
  if (request.kind !== "check") throw new Error(`read as ${request.kind}`);
  return request.options;
}

describe("readArguments", () => {
  it("checks the folder one is in when nothing is said", () => {
    expect(read()).toEqual({
      kind: "check",
      options: {
        paths: [],
        ownership: undefined,
        root: undefined,
        outputs: [{ reporter: "text", file: undefined }],
        maxDiagnostics: Infinity,
        color: undefined,
        cache: true,
        progress: true,
        errorsOnUnmatched: true,
        preset: "recommended",
        severities: new Map(),
        baseline: undefined,
        selection: { kind: "all" },
        failLevel: "error",
        maxWarnings: Infinity,
        quiet: false,
        statistics: false,
      },
    });
  });

  it("takes paths without and with the word check", () => {
    expect(readCheck("services/clinic", "services/main").paths).toEqual(["services/clinic", "services/main"]);
    expect(readCheck("check", "services/clinic").paths).toEqual(["services/clinic"]);
  });

  it("sends each reporter to the file named behind it", () => {
    expect(readCheck("--reporter", "json", "--reporter-file", "report.json", "--reporter", "text").outputs).toEqual([
      { reporter: "json", file: "report.json" },
      { reporter: "text", file: undefined },
    ]);
  });

  it("sets severities by id and by code, the last word counts", () => {
    const { severities } = readCheck("--rule", "use-owner-api=off", "--rule", "CW007=warn", "--rule", "use-owner-api=warning");
    expect([...severities]).toEqual([
      ["use-owner-api", "warning"],
      ["no-unresolved-write", "warning"],
    ]);
  });

  it("reads every other flag", () => {
    const flags = ["--preset", "strict", "--fail-level", "never", "--max-warnings", "3", "--max-diagnostics", "10", "--quiet", "--statistics", "--no-color", "--no-progress", "--no-errors-on-unmatched", "--jobs", "4", "--root", "..", "--ownership", "o.yaml"];
    expect(readCheck(...flags)).toMatchObject({
      preset: "strict",
      failLevel: "never",
      maxWarnings: 3,
      maxDiagnostics: 10,
      quiet: true,
      statistics: true,
      color: false,
      progress: false,
      errorsOnUnmatched: false,
      root: "..",
      ownership: "o.yaml",
    });
    expect(readCheck("--color", "--max-diagnostics", "none")).toMatchObject({ color: true, maxDiagnostics: Infinity });
  });

  it.each([
    { argv: ["--staged"], selection: { kind: "staged" } },
    { argv: ["--changed", "backend"], selection: { kind: "changed" } },
    { argv: ["--since", "origin/main"], selection: { kind: "since", ref: "origin/main" } },
    { argv: ["--stdin", "--stdin-file-path", "a.go"], selection: { kind: "stdin", path: "a.go" } },
  ])("reads which files are meant: $argv", ({ argv, selection }) => {
    expect(readCheck(...argv).selection).toEqual(selection);
  });

  it("reads which baseline is meant", () => {
    expect(readCheck("--baseline", "known.json").baseline).toBe("known.json");
    expect(readCheck("--no-baseline").baseline).toBe(false);
    expect(read("baseline")).toMatchObject({ kind: "baseline", options: { action: "write", baseline: undefined } });
    expect(read("baseline", "--prune", "backend")).toMatchObject({ options: { action: "prune", paths: ["backend"] } });
    expect(read("baseline", "--check", "--baseline", "known.json")).toMatchObject({ options: { action: "check", baseline: "known.json" } });
  });

  it("reads the other commands", () => {
    expect(read("init", "--hook")).toEqual({ kind: "install-hook" });
    expect(read("init", "--print")).toEqual({ kind: "init", options: { root: undefined, print: true, cache: true, progress: true } });
    expect(read("accesses", "--reporter", "json", ".")).toMatchObject({ kind: "accesses", options: { paths: ["."], outputs: [{ reporter: "json" }] } });
    expect(read("explain", "CW001")).toEqual({ kind: "explain", rule: "CW001" });
    expect(read("explain")).toEqual({ kind: "explain", rule: undefined });
  });

  it.each([
    { argv: ["--reporter", "jsn"], says: "Did you mean `json`?" },
    { argv: ["--reporter", "nonsense"], says: "It is one of text, concise, json" },
    { argv: ["accesses", "--reporter", "concise"], says: "It is one of text, json" },
    { argv: ["--reporter-file", "a.json"], says: "Give the --reporter whose report goes there before it" },
    { argv: ["--repoter", "json"], says: "Did you mean --reporter?" },
    { argv: ["--preset", "strickt"], says: "Did you mean `strict`?" },
    { argv: ["--rule", "use-owner-apis=error"], says: "Did you mean `use-owner-api`?" },
    { argv: ["--rule", "CW01=error"], says: "Did you mean `CW001`?" },
    { argv: ["--rule", "use-owner-api=off=error"], says: "use-owner-api=off" },
    { argv: ["--max-diagnostics", "nne"], says: "Did you mean `none`?" },
    { argv: ["--max-diagnostics", "-1"], says: "Give a whole number, or `none`." },
    { argv: ["--rule", "use-owner-api=eror"], says: "Did you mean `error`?" },
    { argv: ["--rule", "use-owner-api"], says: "use-owner-api=warning" },
    { argv: ["--rule", "use-owner-api=constructor"], says: "use-owner-api=warning" },
    { argv: ["--fail-level", "warn"], says: "Did you mean `warning`?" },
    { argv: ["--fail-level", "info"], says: "It is one of error, warning, never" },
    { argv: ["--preset", "rec"], says: "Did you mean `recommended`?" },
    { argv: ["--jobs", "many"], says: "Give a whole number" },
    { argv: ["--max-warnings", "-1"], says: "Give a whole number" },
    { argv: ["--max-warnings", "many"], says: "Give a whole number" },
    { argv: ["--ownership"], says: "argument missing" },
    { argv: ["--staged", "--since", "main"], says: "cannot be used with" },
    { argv: ["--changed", "--stdin"], says: "cannot be used with" },
    { argv: ["baseline", "--prune", "--check"], says: "cannot be used with" },
    { argv: ["--stdin"], says: "--stdin and --stdin-file-path go together" },
    { argv: ["--stdin-file-path", "a.go"], says: "--stdin and --stdin-file-path go together" },
    { argv: ["--stdin", "--stdin-file-path", "a.go", "b.go"], says: "Standard input is one file" },
    { argv: ["--stagd"], says: "Did you mean --staged?" },
    { argv: ["explain", "CW001", "CW002"], says: "too many arguments" },
  ])("refuses $argv in one line", ({ argv, says }) => {
    const attempt = (): unknown => read(...argv);
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(says);
    expect(attempt).toThrow(/^[^\n]*$/);
  });

  it("prints help with examples and the version on stdout, and asks for nothing more", () => {
    const help = recordStreams();
    expect(readArguments(["--help"], help.streams.stdout)).toEqual({ kind: "answered" });
    expect(help.out()).toContain("Examples:");
    expect(help.out()).toContain("accesses");
    const version = recordStreams();
    expect(readArguments(["--version"], version.streams.stdout)).toEqual({ kind: "answered" });
    expect(version.out()).toBe(`${toolVersion}\n`);
  });
});
