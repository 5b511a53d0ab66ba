import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from "yaml";
import type { CST, Document, ParsedNode, Scalar, YAMLMap } from "yaml";
import type { Span } from "../model/place.ts";
import type { KeyPath, Report } from "./ownership-mistake.ts";
import type { TextPosition } from "./text-position.ts";
import type { YamlEntry, YamlList, YamlMapping, YamlScalar, YamlValue } from "./yaml-value.ts";

/**
 * Reads YAML into values with places. What is no YAML, a key that stands twice and an alias of nothing are reported;
 * a file that is too large or nested too deeply is given up early. Undefined where what was reported leaves nothing to go on with.
 */
export function readYaml(text: string, positionOf: (offset: number) => TextPosition, report: Report): YamlValue | undefined {
  if (text.length > MAX_LENGTH) {
    report(START, [], `the file is larger than ${MAX_LENGTH / 1024} KiB`, "Use globs such as `clinic_*` instead of listing every table.");
    return undefined;
  }
  const documents = composeDocuments(text, report);
  const [document, second] = documents ?? [];
  if (!document || reportSyntax(document, positionOf, report)) return undefined;
  if (second) {
    report({ start: second.range[0], end: second.range[0] }, [], "the file holds several YAML documents", "Keep one and remove the `---` between them.");
    return undefined;
  }
  const conversion: Conversion = { report, anchors: new Map(), nodes: 0, copied: 0, positionOf };
  return toValue(document.contents, [], START, conversion);
}

const MAX_LENGTH = 512 * 1024;
/** The `yaml` package recurses on nesting; a few hundred levels exhaust its stack, more the memory. */
const MAX_DEPTH = 64;
const MAX_COPIED_NODES = 20_000;
const START: Span = { start: 0, end: 0 };

function composeDocuments(text: string, report: Report): readonly Document.Parsed[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) {
      report({ start: parser.offset, end: parser.offset }, [], "the file is nested too deeply");
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return [...new Composer({ uniqueKeys: false, logLevel: "silent" }).compose(tokens, true, text.length)];
}

/** Reports the first fault of each line, for one fault has many echoes; returns whether there is any. */
function reportSyntax(document: Document.Parsed, positionOf: (offset: number) => TextPosition, report: Report): boolean {
  const faults = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  let lastLine = 0;
  for (const { pos, message, code } of faults) {
    const [start, end] = pos;
    const { line } = positionOf(start);
    if (line !== lastLine) report({ start, end }, [], `this is no valid YAML: ${firstToLower(message)}`, SYNTAX_HELP[code]);
    lastLine = line;
  }
  return faults.length > 0;
}

/** Error codes: https://eemeli.org/yaml/#errors */
const SYNTAX_HELP: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "Indent with spaces.",
  BAD_ALIAS: "Put a name that begins with `*` in quotes.",
  BAD_SCALAR_START: "Put the value in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "Put a value that holds `: ` in quotes, or begin a new line for it.",
  MISSING_CHAR: "Close the quote or bracket; put names that begin with `*` in quotes.",
  BAD_INDENT: "Begin the keys of one mapping in the same column.",
  TAG_RESOLVE_FAILED: "Remove the tag, or put the value in quotes.",
};

interface Conversion {
  readonly report: Report;
  readonly anchors: Map<string, { readonly value: YamlValue; readonly nodes: number }>;
  /** How many values were made, those behind aliases counted each time. */
  nodes: number;
  /** How many of them stand behind aliases. */
  copied: number;
  readonly positionOf: (offset: number) => TextPosition;
}

/** `emptyAt` is the place of a value that has no characters. Depth is bounded by `MAX_DEPTH`. */
function toValue(node: ParsedNode | null, key: KeyPath, emptyAt: Span, conversion: Conversion): YamlValue {
  const span = node ? spanOf(node) : emptyAt;
  const nodesBefore = conversion.nodes++;
  if (!node) return emptyScalar(emptyAt);
  if (isAlias(node)) return resolveAlias(node.source, span, key, conversion);
  const value = isMap(node) ? toMapping(node, key, conversion) : isSeq(node) ? toList(node.items, span, key, conversion) : toScalar(node, span, emptyAt);
  if (node.anchor) conversion.anchors.set(node.anchor, { value, nodes: conversion.nodes - nodesBefore });
  return value;
}

function resolveAlias(name: string, span: Span, key: KeyPath, conversion: Conversion): YamlValue {
  const anchor = conversion.anchors.get(name);
  if (!anchor) {
    conversion.report(span, key, `the alias \`*${name}\` has no anchor \`&${name}\` before it`, "Put a name that begins with `*` in quotes.");
    return { kind: "scalar", span, value: `*${name}`, text: `*${name}` };
  }
  const copied = conversion.copied + anchor.nodes;
  if (copied > MAX_COPIED_NODES) {
    if (conversion.copied <= MAX_COPIED_NODES) conversion.report(span, key, "the aliases of this file stand for too many values", "Write the values out, or use globs.");
    conversion.copied = Infinity;
    return emptyScalar(span);
  }
  conversion.copied = copied;
  conversion.nodes += anchor.nodes;
  return anchor.value;
}

function toScalar(node: Scalar, span: Span, emptyAt: Span): YamlScalar {
  const value: unknown = node.value;
  const source = node.source ?? "";
  if (value === null) return { kind: "scalar", span: span.end > span.start ? span : emptyAt, value, text: source };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "scalar", span, value, text: source };
  const text = typeof value === "string" ? value : source;
  return { kind: "scalar", span, value: text, text };
}

function toList(items: readonly unknown[], span: Span, key: KeyPath, conversion: Conversion): YamlList {
  const at = { start: span.start, end: span.start };
  return { kind: "list", span, items: items.map((item, index) => toValue(item as ParsedNode | null, [...key, index], at, conversion)) };
}

function toMapping(node: YAMLMap.Parsed, key: KeyPath, conversion: Conversion): YamlMapping {
  const entries = new Map<string, YamlEntry>();
  const merged: YamlValue[] = [];
  for (const pair of node.items) {
    const keySpan = spanOf(pair.key);
    const name = keyText(pair.key, conversion);
    const value = toValue(pair.value, name === undefined ? key : [...key, name], keySpan, conversion);
    const earlier = name === undefined ? undefined : entries.get(name);
    if (name === undefined) conversion.report(keySpan, key, "this key is no name", "Write a plain word before the `:`.");
    else if (name === MERGE_KEY) merged.push(value);
    else if (earlier) conversion.report(keySpan, [...key, name], `\`${name}\` stands here and in line ${conversion.positionOf(earlier.keySpan.start).line}`, "Keep one of them.");
    else entries.set(name, { keySpan, value });
  }
  for (const base of merged.flatMap((value) => (value.kind === "list" ? value.items : [value]))) mergeInto(entries, base, key, conversion);
  return { kind: "mapping", span: spanOf(node), entries };
}

/** https://yaml.org/type/merge.html: keys that stand in the mapping itself win, then the first of the merged. */
const MERGE_KEY = "<<";

function mergeInto(entries: Map<string, YamlEntry>, base: YamlValue, key: KeyPath, conversion: Conversion): void {
  if (base.kind !== "mapping") {
    conversion.report(base.span, [...key, MERGE_KEY], "`<<` merges mappings, and this is none");
    return;
  }
  for (const [name, entry] of base.entries) if (!entries.has(name)) entries.set(name, entry);
}

function keyText(key: ParsedNode, conversion: Conversion): string | undefined {
  if (isAlias(key)) {
    const anchored = conversion.anchors.get(key.source)?.value;
    return anchored?.kind === "scalar" && anchored.text !== "" ? anchored.text : undefined;
  }
  if (!isScalar(key)) return undefined;
  const scalar = toScalar(key, START, START);
  if (key.anchor) conversion.anchors.set(key.anchor, { value: { ...scalar, span: spanOf(key) }, nodes: 1 });
  return scalar.text === "" && scalar.value === null ? undefined : scalar.text;
}

function emptyScalar(span: Span): YamlScalar {
  return { kind: "scalar", span, value: null, text: "" };
}

function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

function firstToLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
