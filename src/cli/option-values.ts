import { InvalidArgumentError } from "commander";
import type { Severity } from "../model/finding.ts";
import { didYouMean } from "../ownership/nearest-word.ts";
import type { ReportOutput } from "./options.ts";

/** Accepts one of the words. */
export function oneOf<Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new InvalidArgumentError(meantBy(value, words) ?? `It is one of ${words.join(", ")}.`);
    return word;
  };
}

/** A word that was cut short (`warn`) is no slip of the fingers, which `didYouMean` looks for. */
function meantBy(value: string, words: readonly string[]): string | undefined {
  const longer = value.length >= SHORTEST_BEGINNING ? words.filter((word) => word.startsWith(value.toLowerCase())) : [];
  return longer.length === 1 ? `Did you mean \`${longer[0]!}\`?` : didYouMean(value, words);
}

const SHORTEST_BEGINNING = 2;

/** Accepts a whole number from 0. */
export function count(value: string): number {
  if (!isCount(value)) throw new InvalidArgumentError("Give a whole number.");
  return Number(value);
}

function isCount(value: string): boolean {
  return /^\d{1,9}$/.test(value);
}

/** Accepts a whole number, or `none` for no limit. */
export function limit(value: string): number {
  if (value === "none") return Infinity;
  if (!isCount(value)) throw new InvalidArgumentError(meantBy(value, ["none"]) ?? "Give a whole number, or `none`.");
  return Number(value);
}

const SEVERITIES = new Map<string, Severity>([
  ["error", "error"],
  ["warning", "warning"],
  ["warn", "warning"],
  ["off", "off"],
]);

/** Gathers `ID=SEVERITY`; the rule by its id or code. */
export function ruleSeverity(rules: readonly { readonly id: string; readonly code: string }[]) {
  const ids = rules.map(({ id }) => id);
  return (value: string, gathered: ReadonlyMap<string, Severity> = new Map()): ReadonlyMap<string, Severity> => {
    const [name = "", ...rest] = value.split("=");
    const word = rest.join("=");
    const rule = rules.find(({ id, code }) => id === name || code === name.toUpperCase());
    if (rule === undefined) throw new InvalidArgumentError(`There is no rule \`${name}\`. ${didYouMean(name, rules.flatMap(({ id, code }) => [id, code])) ?? `The rules are ${ids.join(", ")}.`}`);
    const severity = SEVERITIES.get(word);
    if (severity === undefined) throw new InvalidArgumentError(didYouMean(word, SEVERITIES.keys()) ?? `Write ${rule.id}=error, ${rule.id}=warning or ${rule.id}=off.`);
    return new Map([...gathered, [rule.id, severity]]);
  };
}

/** Reads `--reporter NAME [--reporter-file PATH]` in the order given: a file belongs to the reporter before it. */
export function createOutputList(names: readonly string[]) {
  const outputs: ReportOutput[] = [];
  const known = oneOf(names);
  return {
    addReporter(value: string): void {
      outputs.push({ reporter: known(value), file: undefined });
    },
    setFile(value: string): void {
      const last = outputs.pop();
      if (last === undefined) throw new InvalidArgumentError("Give the --reporter whose report goes there before it.");
      outputs.push({ ...last, file: value });
    },
    /** What was asked for, else the default reporter to stdout. */
    outputs(): readonly ReportOutput[] {
      return outputs.length > 0 ? outputs : [{ reporter: names[0]!, file: undefined }];
    },
  };
}
