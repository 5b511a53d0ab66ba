import type { Severity } from "../model/finding.ts";
import type { Preset } from "../model/rule.ts";

/** The words that choose what is done; a path that exists nowhere may be one of them misspelt. */
export const commandNames = ["check", "accesses", "explain"] as const;

/** What the words of a command line ask for. */
export type Request =
  | { readonly kind: "check"; readonly options: CheckOptions }
  | { readonly kind: "accesses"; readonly options: ProjectOptions }
  | { readonly kind: "explain"; readonly rule: string | undefined }
  /** Help or version: already printed. */
  | { readonly kind: "answered" };

/** Options of every command that reads a project. Paths are as given: relative to the working folder. */
export interface ProjectOptions {
  /** Empty: the working folder. */
  readonly paths: readonly string[];
  readonly ownership: string | undefined;
  readonly root: string | undefined;
  /** At least one. */
  readonly outputs: readonly ReportOutput[];
  /** `Infinity` for all. */
  readonly maxDiagnostics: number;
  /** Undefined: as the terminal and the environment say. */
  readonly color: boolean | undefined;
  readonly progress: boolean;
  /** Whether paths without a file to check are a mistake. */
  readonly errorsOnUnmatched: boolean;
}

export interface CheckOptions extends ProjectOptions {
  readonly preset: Preset;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly failLevel: FailLevel;
  readonly maxWarnings: number;
  readonly quiet: boolean;
  readonly statistics: boolean;
}

export type FailLevel = "error" | "warning" | "never";

/** A reporter by name, and the file its text goes to; to stdout without one. */
export interface ReportOutput {
  readonly reporter: string;
  readonly file: string | undefined;
}
