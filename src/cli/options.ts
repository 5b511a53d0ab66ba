import type { Severity } from "../model/finding.ts";
import type { Preset } from "../model/rule.ts";

/** The words that choose what is done; a path that exists nowhere may be one of them misspelt. */
export const commandNames = ["check", "audit", "accesses", "who", "baseline", "explain", "init"] as const;

/** What the words of a command line ask for. */
export type Request =
  | { readonly kind: "check"; readonly options: CheckOptions }
  | { readonly kind: "audit"; readonly options: AuditOptions }
  | { readonly kind: "accesses"; readonly options: AccessesOptions }
  | { readonly kind: "who"; readonly options: WhoOptions }
  | { readonly kind: "baseline"; readonly options: BaselineOptions }
  | { readonly kind: "explain"; readonly rule: string | undefined }
  | { readonly kind: "init"; readonly options: InitOptions }
  | { readonly kind: "install-hook" }
  /** Help or version: already printed. */
  | { readonly kind: "answered" };

/** Options of every command that reads a project. Paths are as given: relative to the working folder. */
export interface ProjectOptions {
  /** Empty: the working folder. */
  readonly paths: readonly string[];
  readonly ownership: string | undefined;
  readonly root: string | undefined;
  /** Whether facts of earlier runs count, and those of this one are kept. */
  readonly cache: boolean;
  readonly progress: boolean;
  /** Whether paths without a file to check are a mistake. */
  readonly errorsOnUnmatched: boolean;
}

/** Options of every command that prints a report. */
export interface ReportOptions {
  /** At least one. */
  readonly outputs: readonly ReportOutput[];
  /** `Infinity` for all. */
  readonly maxDiagnostics: number;
  /** Undefined: as the terminal and the environment say. */
  readonly color: boolean | undefined;
}

export type AuditOptions = ProjectOptions & ReportOptions;

export type AccessesOptions = ProjectOptions & ReportOptions;

export interface WhoOptions extends ProjectOptions, ReportOptions {
  /** As given. */
  readonly table: string;
}

export interface InitOptions extends Pick<ProjectOptions, "root" | "cache" | "progress"> {
  /** Whether to write to stdout what would be written to a file. */
  readonly print: boolean;
}

/** Options of every command that judges what it reads. */
export interface JudgeOptions extends ProjectOptions {
  readonly preset: Preset;
  readonly severities: ReadonlyMap<string, Severity>;
  /** As given; undefined for the one beside ownership.yaml, where there is one; false for none. */
  readonly baseline: string | undefined | false;
}

export interface CheckOptions extends JudgeOptions, ReportOptions {
  readonly selection: Selection;
  readonly failLevel: FailLevel;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** Which of the files below the paths are judged; the others are read where these use what they declare. */
export type Selection =
  | { readonly kind: "all" }
  /** What the next commit changes, as it stands in the index. */
  | { readonly kind: "staged" }
  /** What is not as the last commit has it. */
  | { readonly kind: "changed" }
  /** Every file, but only the findings that the changes since a commit touch or cause. */
  | { readonly kind: "since"; readonly ref: string }
  /** One file, as it comes on standard input; the path is relative to the working folder. */
  | { readonly kind: "stdin"; readonly path: string };

export interface BaselineOptions extends JudgeOptions {
  readonly action: BaselineAction;
}

/** Write what there is; drop what is gone; only tell the difference. */
export type BaselineAction = "write" | "prune" | "check";

export type FailLevel = "error" | "warning" | "never";

/** A reporter by name, and the file its text goes to; to stdout without one. */
export interface ReportOutput {
  readonly reporter: string;
  readonly file: string | undefined;
}
