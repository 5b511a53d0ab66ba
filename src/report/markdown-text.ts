import { printable } from "./printable.ts";

/**
 * A message as GitHub Flavored Markdown on one line, safe in a table's cell: what stands between backticks stays code,
 * everything else is text in which no character has a meaning, not even `@`.
 */
export function markdownText(message: string): string {
  const parts = printable(message).split("`");
  if (parts.length % 2 === 0) return escapeText(parts.join("`"));
  return parts.map((part, index) => (index % 2 === 0 ? escapeText(part) : codeSpan(part))).join("");
}

/** Any text as code, on one line, safe in a table's cell. */
export function codeSpan(text: string): string {
  const shown = printable(text);
  if (shown === "") return "";
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${pad}${shown.replaceAll("|", "\\|")}${pad}${fence}`;
}

function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]|^(?=[-+#=])/g, "\\$&")
    .replaceAll("@", "@<!-- -->");
}
