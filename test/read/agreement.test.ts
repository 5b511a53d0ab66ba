import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/read/languages/index.ts";
import { isComponent } from "../../src/read/languages/typescript/component-scripts.ts";
import { readSource } from "../../src/read/read-source.ts";
import type { Disagreement } from "./reference/facts.ts";
import { compare, lookUp } from "./reference/facts.ts";
import * as go from "./reference/go.ts";
import * as typescript from "./reference/typescript.ts";

const root = path.join(import.meta.dirname, "../..");

/** The project's own sources and fixtures in a language. */
function filesIn(language: string): readonly string[] {
  return ["bench", "bin", "fixtures", "rules", "src", "test", "tools"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && languageOf(entry.name) === language)
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
}

function textOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

const none: Disagreement = { missing: [], extra: [] };

describe("TypeScript and JavaScript files read as TypeScript's own parser reads them", () => {
  it.each(filesIn("typescript").filter((file) => !isComponent(file)))("%s", (file) => {
    const text = textOf(file);
    const real = typescript.realFacts(file, text);
    if (!real) return expect(file).toMatch(/damaged/);
    const model = readSource({ path: file, text, language: "typescript" });
    const ours = typescript.modelFacts(model);
    expect(compare(real.texts, ours.texts)).toEqual(none);
    expect(compare(real.calls, ours.calls)).toEqual(none);
    expect(model.problems).toEqual([]);
    const unbound = [...real.names].filter((declared) => {
      const [name = "", offset = ""] = declared.split("@");
      const binding = lookUp(model, name, Number(offset));
      // A name that is declared several times in a scope has one binding.
      return binding === undefined || !real.names.has(`${name}@${binding.span.start}`);
    });
    expect(unbound).toEqual([]);
  });
});

describe("Go files read as tree-sitter reads them", async () => {
  const parser = await go.loadGoParser();
  it.each(filesIn("go"))("%s", (file) => {
    const text = textOf(file);
    const real = go.realFacts(parser, text);
    if (!real) return expect(file).toMatch(/damaged|composites/);
    const model = readSource({ path: file, text, language: "go" });
    const ours = go.modelFacts(model);
    expect(compare(real.texts, ours.texts)).toEqual(none);
    expect(compare(real.calls, ours.calls)).toEqual(none);
    expect(compare(real.composites, ours.composites)).toEqual(none);
    expect(model.problems).toEqual([]);
    const unbound = [...real.names].filter((declared) => {
      const [name = "", offset = ""] = declared.split("@");
      const binding = lookUp(model, name, Number(offset));
      // `:=` declares a name once in a scope and then assigns it.
      return binding?.span.start !== Number(offset) && binding?.scope !== model.scopeAt(Number(offset));
    });
    expect(unbound).toEqual([]);
  });
});
