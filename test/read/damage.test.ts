import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LanguageId } from "../../src/model/source-file.ts";
import type { SourceModel } from "../../src/model/source-model.ts";
import { readSource } from "../../src/read/read-source.ts";
import { askForAll, nodesOf } from "./reference/facts.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/languages");

interface Sample {
  readonly title: string;
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  /** How many calls and texts one bracket too few, one too many may cost. */
  readonly missing: number;
  readonly added: number;
}

function sample(name: string, language: LanguageId, missing: number, added: number): Sample {
  return { title: name, path: name, language, text: readFileSync(path.join(fixtures, language, name), "utf8"), missing, added };
}

const samples = [
  sample("statements.go", "go", 1, 2),
  sample("declarations.go", "go", 1, 2),
  sample("statements.ts", "typescript", 2, 3),
  sample("classes.ts", "typescript", 2, 3),
  // An element that never ends is given up to its line's end.
  sample("markup.tsx", "typescript", 2, 10),
];

function read(text: string, { path: file, language }: Sample): SourceModel {
  return readSource({ path: file, text, language });
}

/** How many calls and texts a model holds. Asks for everything that is read on demand. */
function count(model: SourceModel): number {
  const nodes = nodesOf(model);
  expect(nodes.find(({ span }) => span.start > span.end || span.end > model.file.text.length)).toBe(undefined);
  for (const { span } of nodes) model.scopeAt(span.start);
  expect(askForAll(model)).toBeGreaterThanOrEqual(0);
  return nodes.filter(({ kind }) => kind === "call" || kind === "text").length;
}

describe.each(samples)("damage to $title", (damaged) => {
  const { text } = damaged;
  const whole = count(read(text, damaged));

  it("loses little to a missing bracket", () => {
    for (const { index } of text.matchAll(/[()[\]{}]/g)) {
      const left = count(read(text.slice(0, index) + text.slice(index + 1), damaged));
      expect(whole - left, `without the bracket at ${index}`).toBeLessThanOrEqual(damaged.missing);
    }
  });

  it("loses little to a bracket too many", () => {
    for (const bracket of "()[]{}") {
      for (let index = 0; index < text.length; index += 11) {
        const left = count(read(text.slice(0, index) + bracket + text.slice(index), damaged));
        expect(whole - left, `with ${bracket} at ${index}`).toBeLessThanOrEqual(damaged.added);
      }
    }
  });

  it("keeps what stands before and behind a cut", () => {
    for (const { index } of text.matchAll(/\n/g)) {
      const left = count(read(text.slice(0, index), damaged)) + count(read(text.slice(index), damaged));
      expect(whole - left, `cut at ${index}`).toBeLessThanOrEqual(3);
    }
  });

  it("keeps a file that a cut one runs into", () => {
    for (const { index } of text.matchAll(/\n/g)) {
      const cut = count(read(text.slice(0, index), damaged));
      const merged = count(read(`${text.slice(0, index)}\n${text}`, damaged));
      expect(cut + whole - merged, `cut at ${index}`).toBeLessThanOrEqual(3);
    }
  });

  it("never throws on random changes", () => {
    const changes = fc.array(fc.tuple(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (list) => {
        let changed = text;
        for (const [at, length, added] of list) changed = changed.slice(0, at) + added + changed.slice(at + length);
        count(read(changed, damaged));
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
