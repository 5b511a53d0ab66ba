import { describe, expect, it } from "vitest";
import type { TextLiteral, TextRun } from "../../src/model/syntax.ts";
import { readSource } from "../../src/read/read-source.ts";
import { nodesOf } from "./reference/facts.ts";

/** The first literal behind `x = `, its parts as `text@start-end`, holes as `hole@start-end`. */
function partsOf(path: string, literal: string): readonly string[] {
  const text = path.endsWith(".go") ? `package p\nvar x = ${literal}\n` : `x = ${literal};`;
  const found = nodesOf(readSource({ path, text, language: path.endsWith(".go") ? "go" : "typescript" })).find((node): node is TextLiteral => node.kind === "text");
  const base = text.indexOf(literal);
  return (found?.parts ?? []).map((part) => `${part.kind === "run" ? part.text : "hole"}@${part.span.start - base}-${part.span.end - base}`);
}

describe("runs of Go literals", () => {
  it.each<[string, readonly string[]]>([
    ['"pets"', ["pets@1-5"]],
    ['""', []],
    ['"a\\tb"', ["a@1-2", "\t@2-4", "b@4-5"]],
    ['"\\\\"', ["\\@1-3"]],
    ['"\\""', ['"@1-3']],
    ['"\\x41\\101\\u00e9\\U0001F408"', ["A@1-5", "A@5-9", "é@9-15", "🐈@15-25"]],
    ['"\\xe2\\x82\\xac!"', ["€@1-13", "!@13-14"]],
    ['"\\xff"', ["\ufffd@1-5"]],
    ['"\\uZZZZ"', ["\\uZZZZ@1-7"]],
    ['"é🐈"', ["é🐈@1-4"]],
    ["`a\r\nb\\n`", ["a@1-2", "@2-3", "\nb\\n@3-7"]],
    ["`\r`", ["@1-2"]],
    ['"unended\n', ["unended@1-8"]],
    ['"unended\\"\n', ['unended@1-8', '"@8-10']],
  ])("%j", (literal, parts) => {
    expect(partsOf("a.go", literal)).toEqual(parts);
  });
});

describe("runs of TypeScript literals", () => {
  it.each<[string, readonly string[]]>([
    ["'pets'", ["pets@1-5"]],
    ["``", []],
    ["'a\\\nb'", ["a@1-2", "@2-4", "b@4-5"]],
    ["'a\\\r\nb'", ["a@1-2", "@2-5", "b@5-6"]],
    ["'\\0\\x41\\u{41}\\101\\q'", ["\0@1-3", "A@3-7", "A@7-13", "A@13-17", "q@17-19"]],
    ["'\\ud83d\\udc08'", ["\ud83d@1-7", "\udc08@7-13"]],
    ["'\ud83d \ufffd'", ["\ud83d \ufffd@1-4"]],
    ["`a\r\nb\rc`", ["a@1-2", "\n@2-4", "b@4-5", "\n@5-6", "c@6-7"]],
    ["`a${b}c${d}`", ["a@1-2", "hole@2-6", "c@6-7", "hole@7-11"]],
    ["`${`${b}`}`", ["hole@1-10"]],
    ["`${{ a: '}' }.a}\\``", ["hole@1-16", "`@16-18"]],
    ["`$${a} {b} $ {c}`", ["$@1-2", "hole@2-6", " {b} $ {c}@6-16"]],
    ["String.raw`\\u00 \\xZ`", ["\\u00 \\xZ@11-19"]],
    ["'unended\n", ["unended@1-8"]],
  ])("%j", (literal, parts) => {
    expect(partsOf("a.ts", literal)).toEqual(parts);
  });

  it("reads strings of attributes as they are written", () => {
    expect(partsOf("a.tsx", '<a title="a\\n&amp;\nb" />')).toEqual(["a\\n&amp;\nb@10-20"]);
  });
});

describe("whole files", () => {
  it.each([
    ["a.go", "\ufeffpackage clinic\r\n\r\nvar x = \"pets\" // a comment\r\nvar y = `a\r\nb`\r\n"],
    ["a.ts", "\ufeff#!/usr/bin/env node\r\nconst x = \"pets\" // a comment\r\nconst y = `a\r\nb`\r\n"],
  ])("%s may begin with a byte order mark and end its lines with carriage returns", (path, text) => {
    const model = readSource({ path, text, language: path.endsWith(".go") ? "go" : "typescript" });
    expect([...model.scope.bindings.keys()]).toEqual(["x", "y"]);
    expect(model.comments.map((comment) => comment.text)).toEqual([" a comment"]);
    const texts = nodesOf(model).filter((node): node is TextLiteral => node.kind === "text");
    expect(texts.map(({ parts }) => parts.map((part) => (part as TextRun).text).join(""))).toEqual(["pets", "a\nb"]);
  });
});
