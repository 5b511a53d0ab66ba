import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical */
export const bigquery: DialectRules = {
  ...standardRules,
  id: "bigquery",
  parserBuild: "bigquery",
  backslashEscapes: "always",
  tripleQuotes: true,
  backquotes: true,
  backquotedPaths: true,
  hyphensInNames: true,
  hashComments: "always",
};
