import { readFileSync } from "node:fs";
import { rules } from "../../../rules/index.ts";
import type { RuleMeta } from "../../model/rule.ts";
import { UserError } from "../../model/problem.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { didYouMean } from "../../ownership/nearest-word.ts";
import { packageFile } from "../package-file.ts";
import type { Streams } from "../streams.ts";

/** Prints a rule's documentation; without a rule, the list of rules. */
export function explain(rule: string | undefined, { stdout }: Streams): ExitCode {
  const metas = rules.map(({ meta }) => meta);
  stdout.write(rule === undefined ? listRules(metas) : readFileSync(packageFile(`rules/${findRule(rule, metas).id}.md`), "utf8"));
  return exitCodes.clean;
}

function listRules(metas: readonly RuleMeta[]): string {
  const width = Math.max(...metas.map(({ id }) => id.length));
  return metas.map(({ code, id, description }) => `${code}  ${id.padEnd(width)}  ${description}\n`).join("");
}

function findRule(word: string, metas: readonly RuleMeta[]): RuleMeta {
  const found = metas.find(({ id, code }) => id === word.toLowerCase() || code === word.toUpperCase());
  if (found) return found;
  const hint = didYouMean(word, metas.flatMap(({ id, code }) => [id, code])) ?? "`cross-write-check explain` lists them.";
  throw new UserError(`There is no rule \`${word}\`. ${hint}`);
}
