import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileOwnership } from "../../src/ownership/compile-ownership.ts";
import { ownershipFile } from "../../src/ownership/definition.ts";
import { ignoredTables } from "../../src/ownership/ignored-tables.ts";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import type { RecordShape, Shape } from "../../src/ownership/shape.ts";
import { askTheBook } from "./ask-the-book.ts";

const document = readFileSync(new URL("../../docs/ownership-file.md", import.meta.url), "utf8");

/** A `yaml` block with what follows it up to the next heading or block. */
const examples = [...document.matchAll(/```yaml\n([\s\S]*?)```\n([\s\S]*?)(?=\n#|\n```yaml|$)/g)].map(([, yaml, after]) => ({ yaml: yaml!, after: after! }));
const [mistaken, right] = [examples.filter(({ after }) => after.includes("```text")), examples.filter(({ after }) => !after.includes("```text"))];

describe("docs/ownership-file.md", () => {
  it.each(right)("has an example that holds: $yaml", ({ yaml, after }) => {
    const { ownership, mistakes } = parseOwnership(yaml, "ownership.yaml");
    expect(mistakes).toEqual([]);
    const book = compileOwnership(ownership!);
    for (const [, question, answer] of after.matchAll(/^\| ((?:owner|service|exception|api) .*) \| (.*) \|$/gm)) {
      expect(`${question} is ${askTheBook(book, question!.replaceAll("`", ""))}`).toBe(`${question} is ${answer}`);
    }
  });

  it.each(mistaken)("shows what is said of mistakes: $yaml", ({ yaml, after }) => {
    const said = parseOwnership(yaml, "ownership.yaml").mistakes.map(({ path, line, column, key, message, help }) => [`${path}:${line}:${column} ${key}: ${message}`, help].filter(Boolean).join(" "));
    expect(/```text\n([\s\S]*?)```/.exec(after)?.[1]).toBe(`${said.join("\n")}\n`);
  });

  it("has a sound and a mistaken example", () => {
    expect(right.length).toBeGreaterThan(10);
    expect(mistaken.length).toBe(1);
  });

  it.each(keysOf(ownershipFile))("uses the key %s in an example", (key) => {
    expect(examples.some(({ yaml }) => new RegExp(`\\b${key}:`).test(yaml))).toBe(true);
  });

  it("lists the tables that are ignored without being named", () => {
    const list = ignoredTables.map(({ pattern, schema, keeper }) => `\`${schema === undefined ? "" : `${schema}.`}${pattern}\` (${keeper})`).join(", ");
    expect(/<!-- ignored:start -->\n([\s\S]*?)\n<!-- ignored:end -->/.exec(document)?.[1]).toBe(`${list}.`);
  });
});

function keysOf(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "record":
      return [...new Set(Object.entries((shape satisfies RecordShape).keys).flatMap(([name, key]) => [name, ...keysOf(key.shape)]))];
    case "list":
    case "names":
      return keysOf(shape.of);
    case "either":
      return keysOf(shape.names);
    default:
      return [];
  }
}
