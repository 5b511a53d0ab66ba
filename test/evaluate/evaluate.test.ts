import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/check/analysis.ts";
import { modelsOf } from "../../src/check/source-models.ts";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import type { Value } from "../../src/evaluate/value.ts";
import type { SourceModel } from "../../src/model/source-model.ts";
import { walkSyntax } from "../../src/model/walk-syntax.ts";
import { inMemoryProject } from "../in-memory-project.ts";

const FIXTURES = "fixtures/evaluate";

/** Behind `show(expression)` a comment says the alternatives as JSON texts; `<?>` is a hole. */
const EXPECTATION = /\/\/\s*(".*")\s*$/;

describe.each(readdirSync(FIXTURES))("what expressions may be: %s", (language) => {
  const files = Object.fromEntries(
    readdirSync(`${FIXTURES}/${language}`, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, readFileSync(`${FIXTURES}/${language}/${name}`, "utf8")]),
  );
  const { project } = inMemoryProject(files);
  const models = modelsOf(project);
  const { evaluator } = analyse(project, models);

  it.each(Object.keys(files).filter((name) => files[name]!.includes("show(")))("%s", (name) => {
    const model = models.of(name);
    expect(model).toBeDefined();
    expect(shownIn(model!, evaluator)).toEqual(expectedIn(files[name]!));
  });
});

it("what leads deeper than the stack reaches is unknown, and the next is told", () => {
  const { project } = inMemoryProject({ "tables.ts": 'export const pets = "pets";', "clinic.ts": 'import { pets } from "./tables";\nshow(pets);\nshow(pets);' });
  const models = modelsOf(project);
  let isTooDeep = true;
  const deep = (...[path]: Parameters<typeof models.of>): ReturnType<typeof models.of> => {
    if (!isTooDeep) return models.of(path);
    isTooDeep = false;
    const again = (): number => 1 + again();
    return again() ? undefined : undefined;
  };
  const { evaluator } = analyse(project, { ...models, of: deep });
  expect(shownIn(models.of("clinic.ts")!, evaluator)).toEqual(['2: "<?>"', '3: "pets"']);
});

function shownIn(model: SourceModel, evaluator: Evaluator): readonly string[] {
  const shown: string[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "name" || node.callee.name !== "show") return;
    const line = model.file.text.slice(0, node.span.end).split("\n").length;
    const values = evaluator.valuesOf(node.arguments[0]!, { model, frame: undefined });
    shown.push(`${line}: ${[...new Set(values.map(textOf))].sort().join(" | ")}`);
  });
  return shown;
}

function textOf(value: Value): string {
  if (value.kind !== "text") return JSON.stringify("<?>");
  return JSON.stringify(value.pieces.map((piece) => (piece.kind === "known" ? piece.text : "<?>")).join(""));
}

function expectedIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const expected = line.includes("show(") || line.startsWith("c\"") ? EXPECTATION.exec(line)?.[1] : undefined;
    return expected === undefined ? [] : [`${index + 1}: ${expected.split(" | ").sort().join(" | ")}`];
  });
}
