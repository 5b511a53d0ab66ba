import { printable } from "./printable.ts";

/** An XML 1.0 document around its root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An element on lines of its own; `children` are elements, or the text that `xmlText` made. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text between tags or in an attribute, on one line; characters that XML 1.0 has no place for are escaped as source code writes them. */
export function xmlText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
}
