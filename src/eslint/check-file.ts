import path from "node:path";
import type { Finding } from "../model/finding.ts";
import { UserError } from "../model/problem.ts";
import type { AnyRule } from "../model/rule.ts";
import { languageOf } from "../read/languages/index.ts";
import { locateProject, readSettings } from "./locate-project.ts";
import { isToldIn } from "./tell-mistake.ts";

/** What the rules of a run share of one file. */
export interface FileCheck {
  /** Notes that a rule is on: it is called by every rule before one of them asks for findings. */
  turnOn(rule: string): void;
  /** The findings of a rule. */
  findingsOf(rule: string): readonly Finding[];
  /** Why nothing could be checked, where this file and rule are the ones to tell it: it is told once, not in every file. */
  mistakeFor(rule: string): string | undefined;
}

/** What is known of a file before a rule runs: ESLint's and oxlint's contexts alike. */
export interface FileContext {
  readonly physicalFilename: string;
  readonly cwd: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sourceCode: { readonly text: string };
}

/** A mistake without a message is told elsewhere. */
type Outcome = { readonly kind: "findings"; readonly findings: readonly Finding[] } | { readonly kind: "mistake"; readonly message: string | undefined };

/** The names are as ESLint gives them: every rule of a file asks for its check. */
interface Known {
  readonly filename: string;
  readonly cwd: string;
  readonly text: string;
  readonly check: FileCheck;
}

const checks = new WeakMap<object, Known>();

/** The one check of a file that all rules share; undefined for a file of no language that is read. */
export function checkOf({ physicalFilename, cwd, settings, sourceCode }: FileContext, rules: readonly AnyRule[]): FileCheck | undefined {
  const known = checks.get(sourceCode);
  // A source code object may be used again for another file.
  if (known?.filename === physicalFilename && known.cwd === cwd && known.text === sourceCode.text) return known.check;
  if (physicalFilename.startsWith("<") || languageOf(physicalFilename) === undefined) return undefined;
  const check = createCheck(path.resolve(cwd, physicalFilename), sourceCode.text, cwd, settings["cross-write"], rules);
  checks.set(sourceCode, { filename: physicalFilename, cwd, text: sourceCode.text, check });
  return check;
}

function createCheck(file: string, text: string, cwd: string, settings: unknown, rules: readonly AnyRule[]): FileCheck {
  const on = new Set<string>();
  let outcome: Outcome | undefined;
  let teller: string | undefined;

  function ask(): Outcome {
    try {
      const located = locateProject(file, cwd, readSettings(settings));
      const off = new Set(rules.map(({ meta }) => meta.id).filter((id) => !on.has(id)));
      const today = new Date().toISOString().slice(0, "2026-11-23".length);
      return { kind: "findings", findings: located?.project.findingsIn(located.path, text, { rules, off, today }) ?? [] };
    } catch (error) {
      if (error instanceof UserError) return { kind: "mistake", message: isToldIn(file, error.message) ? error.message : undefined };
      throw error;
    }
  }

  return {
    turnOn(rule) {
      on.add(rule);
      outcome = undefined;
    },
    findingsOf(rule) {
      outcome ??= ask();
      return outcome.kind === "findings" ? outcome.findings.filter((finding) => finding.rule === rule) : [];
    },
    mistakeFor(rule) {
      outcome ??= ask();
      if (outcome.kind === "findings") return undefined;
      teller ??= rule;
      return teller === rule ? outcome.message : undefined;
    },
  };
}
