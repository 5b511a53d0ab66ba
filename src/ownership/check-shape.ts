import type { Span } from "../model/place.ts";
import { didYouMean, nearestWord } from "./nearest-word.ts";
import type { KeyPath, Report } from "./ownership-mistake.ts";
import { acceptsNothing, expectationOf, quoteAll } from "./shape.ts";
import type { ListShape, NamesShape, RecordShape, Shape, WordShape } from "./shape.ts";
import { isEmpty, textOf } from "./yaml-value.ts";
import type { YamlMapping, YamlValue } from "./yaml-value.ts";

/**
 * Reports every place where a value is not of its shape: wrong types, unknown and missing keys, words that do not exist.
 * `keySpan` is where the value's key stands; what is missing in a mapping is reported there.
 */
export function checkShape(value: YamlValue, shape: Shape, key: KeyPath, report: Report, keySpan: Span = value.span): void {
  if (isEmpty(value)) {
    if (!acceptsNothing(shape)) report(value.span, key, `${subjectOf(key)} is empty`, `Write ${expectationOf(shape)}.`);
    return;
  }
  switch (shape.kind) {
    case "text":
      if (textOf(value) === undefined) reportType(value, shape, key, report);
      return;
    case "word":
      return checkWord(value, shape, key, report);
    case "date":
      if (value.kind !== "scalar" || !isDate(value.text)) reportType(value, shape, key, report);
      return;
    case "number":
      if (value.kind !== "scalar" || value.value !== shape.value) reportType(value, shape, key, report);
      return;
    case "list":
      return checkList(value, shape, key, report);
    case "record":
      return value.kind === "mapping" ? checkRecord(value, shape, key, report, keySpan) : reportType(value, shape, key, report);
    case "names":
      return checkNames(value, shape, shape, key, report);
    case "either":
      return value.kind === "mapping" ? checkNames(value, shape.names, shape, key, report) : checkList(value, shape.list, key, report);
  }
}

function checkWord(value: YamlValue, shape: WordShape, key: KeyPath, report: Report): void {
  const text = textOf(value);
  if (text === undefined) reportType(value, shape, key, report);
  else if (!shape.words.includes(text)) {
    report(value.span, key, `\`${shorten(text)}\` is not ${shape.expected}`, didYouMean(text, shape.words) ?? `Use ${expectationOf(shape)}.`);
  }
}

/** `YYYY-MM-DD`, and a day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function checkList(value: YamlValue, shape: ListShape, key: KeyPath, report: Report): void {
  if (value.kind !== "list") {
    if (shape.single && value.kind === "scalar") checkShape(value, shape.of, key, report);
    else reportType(value, shape, key, report);
    return;
  }
  if (value.items.length === 0 && !shape.mayBeEmpty) report(value.span, key, `${subjectOf(key)} is empty`, `Write ${shape.expected}.`);
  value.items.forEach((item, index) => checkShape(item, shape.of, [...key, index], report));
}

function checkRecord(mapping: YamlMapping, shape: RecordShape, key: KeyPath, report: Report, keySpan: Span): void {
  const known = Object.keys(shape.keys);
  const meant = new Set<string | undefined>();
  for (const [name, { keySpan: nameSpan, value }] of mapping.entries) {
    if (Object.hasOwn(shape.keys, name)) {
      checkShape(value, shape.keys[name]!.shape, [...key, name], report, nameSpan);
    } else {
      meant.add(nearestWord(name, known));
      report(nameSpan, [...key, name], `\`${shorten(name)}\` is no key of ${subjectOf(key)}`, didYouMean(name, known) ?? `Use one of ${quoteAll(known)}.`);
    }
  }
  for (const name of known) {
    const { required, shape: expected } = shape.keys[name]!;
    if (!required || mapping.entries.has(name) || meant.has(name)) continue;
    report(keySpan, [...key, name], `${subjectOf(key)} has no \`${name}\``, `Add \`${name}\`: ${expectationOf(expected)}.`);
  }
}

function checkNames(value: YamlValue, shape: NamesShape, expected: Shape, key: KeyPath, report: Report): void {
  if (value.kind !== "mapping") return reportType(value, expected, key, report);
  for (const [name, entry] of value.entries) {
    if (name.trim() === "") report(entry.keySpan, [...key, name], `a name under ${subjectOf(key)} is empty`);
    checkShape(entry.value, shape.of, [...key, name], report, entry.keySpan);
  }
}

function reportType(value: YamlValue, shape: Shape, key: KeyPath, report: Report): void {
  const quotes = value.kind === "scalar" && typeof value.value === "boolean" && shape.kind === "text";
  report(value.span, key, `${subjectOf(key)} is ${describe(value)}, not ${expectationOf(shape)}`, quotes ? `Put \`${value.text}\` in quotes if it is meant.` : undefined);
}

function describe(value: YamlValue): string {
  if (value.kind !== "scalar") return `a ${value.kind}`;
  if (value.text.trim() === "") return "an empty text";
  return `\`${shorten(value.text)}\``;
}

/** What a value is called: its key, or its number in the list of that key. */
function subjectOf(key: KeyPath): string {
  const last = key.at(-1);
  if (last === undefined) return "ownership.yaml";
  return typeof last === "number" ? `item ${last + 1} of ${subjectOf(key.slice(0, -1))}` : `\`${shorten(last)}\``;
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

const LONGEST_QUOTE = 60;
