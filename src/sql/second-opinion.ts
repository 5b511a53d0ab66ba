import type { Dialect, Operation, StatementAccess } from "../model/sql-statement.ts";
import { dialects } from "./dialects/index.ts";
import { loadParser } from "./load-parser.ts";
import { fillUnknownParts } from "./fill-unknown-parts.ts";
import { writesOfTree } from "./writes-of-tree.ts";

/** Longer statements are not asked about: no call may take longer than 50 ms. */
const longestText = 8192;
const mostTokens = 600;
/** Some grammars take twice the time for each nested parenthesis. */
const deepestParentheses = 8;
const mostAnswers = 4096;

const answers = new Map<string, readonly string[] | undefined>();

/**
 * Whether node-sql-parser, reading the same statement, names the same writes. False where it disagrees, cannot read the
 * statement or was not asked because that would take too long: no reason to doubt what was read.
 */
export function confirms(statementText: string, dialect: Dialect, accesses: readonly StatementAccess[]): boolean {
  const opinion = secondOpinion(statementText, dialect);
  if (opinion === undefined) return false;
  const writes = new Set(accesses.flatMap(writesOf));
  return writes.size === opinion.length && opinion.every((write) => writes.has(write));
}

/** The writes that node-sql-parser names, as `operation table`; undefined where it gives no answer. */
export function secondOpinion(statementText: string, dialect: Dialect): readonly string[] | undefined {
  const key = `${dialect} ${statementText}`;
  if (!answers.has(key)) {
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(key, ask(statementText, dialect));
  }
  return answers.get(key);
}

function ask(statementText: string, dialect: Dialect): readonly string[] | undefined {
  const rules = dialects[dialect];
  if (rules.parserBuild === undefined || statementText.length > longestText) return undefined;
  const { text, depth, tokens } = fillUnknownParts(statementText, rules);
  if (depth > deepestParentheses || tokens > mostTokens) return undefined;
  try {
    const tree = loadParser(rules.parserBuild)?.parse(text).ast;
    return tree === undefined ? undefined : [...new Set(writesOfTree(tree))];
  } catch {
    return undefined;
  }
}

/** Operations that the parser's tree tells apart, by ours. */
const comparable: Partial<Record<Operation, string>> = {
  insert: "insert",
  upsert: "upsert",
  replace: "replace",
  update: "update",
  delete: "delete",
  truncate: "truncate",
  "create-table": "create",
  "create-view": "create",
  "alter-table": "alter",
  "rename-table": "alter",
  "drop-table": "drop",
  "drop-view": "drop",
  merge: "merge",
};

function writesOf(access: StatementAccess): readonly string[] {
  const operation = comparable[access.operation];
  return operation === undefined || access.inBody ? [] : [`${operation} ${access.table?.name.toLowerCase() ?? "?"}`];
}
