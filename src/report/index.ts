import { json as accessesJson } from "./accesses/json.ts";
import { text as accessesText } from "./accesses/text.ts";
import { csv as auditCsv } from "./audits/csv.ts";
import { html as auditHtml } from "./audits/html.ts";
import { json as auditJson } from "./audits/json.ts";
import { markdown as auditMarkdown } from "./audits/markdown.ts";
import { text as auditText } from "./audits/text.ts";
import { checkstyle } from "./findings/checkstyle.ts";
import { concise } from "./findings/concise.ts";
import { csv } from "./findings/csv.ts";
import { github } from "./findings/github.ts";
import { gitlab } from "./findings/gitlab.ts";
import { json } from "./findings/json.ts";
import { junit } from "./findings/junit.ts";
import { markdown } from "./findings/markdown.ts";
import { rdjson } from "./findings/rdjson.ts";
import { sarif } from "./findings/sarif.ts";
import { text } from "./findings/text.ts";
import { json as usageJson } from "./usages/json.ts";
import { text as usageText } from "./usages/text.ts";
import type { AccessReporter, AuditReporter, Reporter, UsageReporter } from "./reporter.ts";

/** How findings can be printed; the first is the default. */
export const reporters: readonly Reporter[] = [text, concise, json, sarif, github, gitlab, junit, checkstyle, rdjson, markdown, csv];

/** How the inventory of accesses can be printed; the first is the default. */
export const accessReporters: readonly AccessReporter[] = [accessesText, accessesJson];

/** How audits can be printed; the first is the default. */
export const auditReporters: readonly AuditReporter[] = [auditText, auditMarkdown, auditHtml, auditJson, auditCsv];

/** How a table's users can be printed; the first is the default. */
export const usageReporters: readonly UsageReporter[] = [usageText, usageJson];
