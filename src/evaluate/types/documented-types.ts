import type { Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Field, TypeExpression } from "../../model/syntax.ts";

/** The path of a type of another module: `import("./pet").Pet`, whose only argument is the module. */
export const OF_MODULE = "import";

/** The type that the comment before a function gives a parameter, of JavaScript: https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html. */
export function documentedParameter(model: SourceModel, { start }: Span, name: string): TypeExpression | undefined {
  const comment = commentBefore(model, start);
  return comment?.includes("@param") ? tagged(comment, new RegExp(`@param\\s*\\{(.+)\\}\\s*\\[?${escaped(name)}(?![\\w$.])`), { start, end: start }) : undefined;
}

/** The type that the comment before a variable gives it. */
export function documentedVariable(model: SourceModel, { start }: Span): TypeExpression | undefined {
  const comment = commentBefore(model, start);
  return comment?.includes("@type") ? tagged(comment, /@type\s*\{(.+)\}/, { start, end: start }) : undefined;
}

/** A type that a comment of the file names: `@typedef {Request & Visitor} Visit`, or a list of its properties. */
export function documentedType(model: SourceModel, name: string, span: Span): TypeExpression | undefined {
  const { path, text } = model.file;
  if (!isJavaScript(path) || !text.includes("@typedef")) return undefined;
  const found = new RegExp(`@typedef\\s+(?:\\{(.+)\\}\\s+)?${escaped(name)}(?![\\w$])`).exec(text);
  if (!found) return undefined;
  const said = found[1] === undefined || found[1] === "Object" || found[1] === "object" ? undefined : readType(found[1], span);
  const rest = text.slice(found.index + found[0].length).split(/@typedef|\*\//, 1)[0]!;
  const fields = [...rest.matchAll(/@prop(?:erty)?\s*\{(.+)\}\s*\[?([\w$]+)/g)].map(([, type, property]) => fieldOf(property!, readType(type!, span), span));
  return said ?? { kind: "record", span, fields, methods: [] };
}

function fieldOf(name: string, type: TypeExpression, span: Span): Field {
  return { span, name, type, value: undefined, embedded: false, modifiers: [], decorators: [], tag: undefined };
}

/** How far before a declaration its own words may begin: `module.exports.rename = async function`. */
const LONGEST_HEAD = 120;

/** The comment that stands before a declaration, nothing but the declaration's own beginning between. */
function commentBefore({ file: { path, text } }: SourceModel, offset: number): string | undefined {
  if (!isJavaScript(path)) return undefined;
  const head = text.slice(Math.max(0, offset - LONGEST_HEAD), offset);
  const end = head.lastIndexOf("*/");
  if (end < 0 || !/^\s*[\w$.\s=:,(]*$/.test(head.slice(end + 2))) return undefined;
  const close = offset - head.length + end;
  const open = text.lastIndexOf("/**", close);
  return open < 0 ? undefined : text.slice(open, close);
}

function isJavaScript(path: string): boolean {
  return /\.[cm]?jsx?$/.test(path);
}

function tagged(comment: string, tag: RegExp, span: Span): TypeExpression | undefined {
  const type = tag.exec(comment)?.[1];
  return type === undefined ? undefined : readType(type, span);
}

/** The types of models and what holds them; any other says nothing. */
function readType(written: string, span: Span): TypeExpression {
  const text = written.trim().replace(/^[?!]|=$/g, "").trim();
  const members = text.includes("<") || text.includes("{") ? [text] : text.split(/[|&]/).filter((member) => !/^\s*(?:null|undefined)\s*$/.test(member));
  if (members.length > 1) return { kind: "union", span, members: members.map((member) => readType(member, span)) };
  const type = members[0]?.trim() ?? "";
  const [, of, held] = /^(Promise|Array)\.?<(.+)>$/.exec(type) ?? [];
  if (held !== undefined) return of === "Promise" ? readType(held, span) : { kind: "list", span, element: readType(held, span) };
  if (type.endsWith("[]")) return { kind: "list", span, element: readType(type.slice(0, -2), span) };
  const [, module, names] = /^(?:typeof\s+)?import\(["'](.+?)["']\)((?:\.[\w$]+)*)$/.exec(type) ?? [];
  if (module !== undefined) return { kind: "named", span, path: [OF_MODULE, ...names!.split(".").slice(1)], arguments: [{ kind: "literal", span, text: module }] };
  return /^[\w$]+(?:\.[\w$]+)*$/.test(type) ? { kind: "named", span, path: type.split("."), arguments: [] } : { kind: "unknown", span };
}

function escaped(name: string): string {
  return name.replace(/\$/g, "\\$");
}
