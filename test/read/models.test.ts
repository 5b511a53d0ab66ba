import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";
import { languages } from "../../src/read/languages/index.ts";
import { readSource } from "../../src/read/read-source.ts";
import { matchGolden } from "../match-golden.ts";
import { printModel } from "./print/model.ts";

const fixtures = path.join(import.meta.dirname, "../../fixtures/languages");

describe.each(languages)("models of $id", ({ id }) => {
  const folder = path.join(fixtures, id);
  const files = readdirSync(folder).filter((name) => !name.endsWith(".txt"));
  it.each(files)("%s", (name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    matchGolden(printModel(readSource({ path: name, text, language: id })), path.join(folder, `${name}.model.txt`));
  });
});
