import { Option, type Command } from "commander";
import { UserError } from "../model/problem.ts";
import { rules } from "../../rules/index.ts";
import { count, createOutputList, limit, oneOf, ruleSeverity } from "./option-values.ts";
import type { JudgeOptions, ProjectOptions, ReportOptions, Selection } from "./options.ts";

export interface ProjectFlags {
  readonly ownership?: string;
  readonly root?: string;
  readonly cache: boolean;
  readonly progress: boolean;
  readonly errorsOnUnmatched: boolean;
}

/** Adds the flags of every command that reads a project; the function returned makes options of what commander read. So do those below. */
export function addProjectFlags(command: Command): (paths: readonly string[], flags: ProjectFlags) => ProjectOptions {
  command
    .argument("[paths...]", "files and folders to check; default: the folder you are in")
    .option("--ownership <file>", "ownership.yaml; default: found from the checked folder upwards")
    .option("--root <dir>", "what paths are relative to; default: the folder of ownership.yaml")
    .option("--no-cache", "read every file anew, and keep nothing for the next run")
    .option("--no-progress", "show no progress in long runs on a terminal")
    .option("--no-errors-on-unmatched", "exit 0 when the paths hold no file to check, or are not there")
    .option("--jobs <n>", "for scripts that give it; one thread is what reads, whatever it says", count);
  return (paths, { ownership, root, cache, progress, errorsOnUnmatched }) => ({ paths, ownership, root, cache, progress, errorsOnUnmatched });
}

export interface ReportFlags {
  readonly maxDiagnostics: number;
  readonly color?: boolean;
}

export function addReportFlags(command: Command, reporterNames: readonly string[]): (flags: ReportFlags) => ReportOptions {
  const list = createOutputList(reporterNames);
  command
    .option("--reporter <name>", `${reporterNames.join(", ")}; repeatable; default: ${reporterNames[0]}`, list.addReporter)
    .option("--reporter-file <path>", "where the report of the reporter before it goes; default: stdout", list.setFile)
    .option("--max-diagnostics <n>", "print at most so many, or none for no limit; the exit code is the same", limit, Infinity)
    .option("--color", "use colours, whatever the terminal and the environment say")
    .option("--no-color", "use no colours");
  return ({ maxDiagnostics, color }) => ({ outputs: list.outputs(), maxDiagnostics, color });
}

export interface JudgeFlags {
  readonly preset: JudgeOptions["preset"];
  readonly rule?: JudgeOptions["severities"];
  readonly baseline?: string | false;
}

export function addJudgeFlags(command: Command): (flags: JudgeFlags) => Omit<JudgeOptions, keyof ProjectOptions> {
  command
    .option("--preset <name>", "recommended or strict", oneOf(["recommended", "strict"]), "recommended")
    .option("--rule <id=severity>", "set a rule to error, warning or off; repeatable", ruleSeverity(rules.map(({ meta }) => meta)))
    .option("--baseline <file>", "the list of known findings; default: cross-write-baseline.json beside ownership.yaml");
  return ({ preset, rule, baseline }) => ({ preset, severities: rule ?? new Map(), baseline });
}

export interface SelectionFlags {
  readonly staged?: boolean;
  readonly changed?: boolean;
  readonly since?: string;
  readonly stdin?: boolean;
  readonly stdinFilePath?: string;
}

export function addSelectionFlags(command: Command): (paths: readonly string[], flags: SelectionFlags) => Selection {
  command
    .addOption(new Option("--staged", "check what is about to be committed, as it stands in the index").conflicts(["changed", "since", "stdin"]))
    .addOption(new Option("--changed", "check the files that are not as in the last commit").conflicts(["since", "stdin"]))
    .addOption(new Option("--since <ref>", "report what changed since this branch and <ref> parted, and what that made wrong elsewhere").conflicts("stdin"))
    .option("--stdin", "check one file that comes on standard input; --stdin-file-path says which")
    .option("--stdin-file-path <path>", "the path of the file on standard input");
  return (paths, { staged, changed, since, stdin, stdinFilePath }) => {
    if ((stdin ?? false) !== (stdinFilePath !== undefined)) throw new UserError("--stdin and --stdin-file-path go together: the one reads the file, the other says where it belongs.");
    if (stdinFilePath !== undefined && paths.length > 0) throw new UserError("Standard input is one file: give no paths besides --stdin-file-path.");
    if (staged) return { kind: "staged" };
    if (changed) return { kind: "changed" };
    if (since !== undefined) return { kind: "since", ref: since };
    return stdinFilePath === undefined ? { kind: "all" } : { kind: "stdin", path: stdinFilePath };
  };
}
