import type { Audit } from "../../model/audit.ts";
import { countOf, describeReading } from "../count-words.ts";
import { auditSections, auditSummary, type AuditCell, type AuditSection } from "../describe-audit.ts";
import { createRangeFinder } from "../line-index.ts";
import { problemLine } from "../problem-lines.ts";
import type { AuditReporter, ReportContext } from "../reporter.ts";
import { xmlText } from "../xml.ts";

/** One page that needs nothing besides itself: no script, no picture, no font, and a policy that forbids them. */
export const html: AuditReporter = { name: "html", description: "one page for browsers, to be handed on", render };

function render(audit: Audit, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const sections = auditSections(audit, ranges, { everyTable: true, limit: context.maxDiagnostics });
  const problems = audit.problems.map((problem) => `<li>${xmlText(problemLine(problem, ranges, context.pathPrefix))}</li>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who writes whose tables</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>Who writes whose tables</h1>
${auditSummary(audit).map((line) => `<p>${xmlText(line)}</p>`).join("\n")}
<nav><ul>
${sections.map(({ id, title, rows, hidden }) => `<li><a href="#${id}">${xmlText(title)}</a> (${rows.length + hidden})</li>`).join("\n")}
</ul></nav>
${sections.map(describeSection).join("\n")}
${problems.length > 0 ? `<section>\n<h2>Not read</h2>\n<ul>\n${problems.join("\n")}\n</ul>\n</section>\n` : ""}<footer><p>${xmlText(describeReading(audit.summary))} cross-write-check ${xmlText(context.toolVersion)}</p></footer>
</body>
</html>
`;
}

function describeSection({ id, title, says, head, rows, hidden }: AuditSection): string {
  return `<section id="${id}">
<h2>${xmlText(title)}</h2>
<p>${xmlText(says)}</p>
<div class="wide"><table>
<thead><tr>${head.map((name) => `<th scope="col">${xmlText(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(describeCell).join("")}</tr>`).join("\n")}
</tbody>
</table></div>${hidden > 0 ? `\n<p>${countOf(hidden, "row")} more not shown.</p>` : ""}
</section>`;
}

function describeCell({ lines, kind, foreign }: AuditCell): string {
  const shown = lines.filter((line) => line !== "").map((line) => (kind === "code" ? `<code>${xmlText(line)}</code>` : kind === "message" ? messageText(line) : xmlText(line)));
  return `<td${foreign ? ' class="foreign"' : ""}>${shown.join("<br>")}</td>`;
}

/** What stands between backticks is code. */
function messageText(message: string): string {
  const parts = message.split("`");
  if (parts.length % 2 === 0) return xmlText(message);
  return parts.map((part, index) => (index % 2 === 0 ? xmlText(part) : `<code>${xmlText(part)}</code>`)).join("");
}

const STYLE = `:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { position: sticky; top: 0; background: Canvas; }
td.foreign { background: color-mix(in srgb, crimson 20%, Canvas); font-weight: 600; }
code { font: .92em ui-monospace, monospace; }
footer { margin-top: 2rem; opacity: .75; }`;
