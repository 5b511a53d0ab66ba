import path from "node:path";
import { run } from "../src/cli/run.ts";
import { createProgram } from "../src/cli/read-arguments.ts";
import { clientLibraries } from "../src/clients/index.ts";
import { languages } from "../src/read/languages/index.ts";
import { accessReporters, auditReporters, reporters, usageReporters } from "../src/report/index.ts";
import { rules } from "../rules/index.ts";

/** The parts of README.md that are made from the code's own lists and a real run, by the name in their markers. */
const PARTS: Readonly<Record<string, () => string>> = {
  example,
  commands: () => table(["command", "does"], program().commands.map((command) => [code(command.name()), command.description()])),
  rules: () =>
    table(
      ["rule", "code", "says", "recommended", "strict"],
      [...rules]
        .map(({ meta }) => meta)
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ id, code: ruleCode, description, presets }) => [`[${code(id)}](rules/${id}.md)`, ruleCode, description, presets.recommended, presets.strict]),
    ),
  reporters: () =>
    table(
      ["reporter", "of", "prints"],
      [
        ...reporters.map(({ name, description }) => [code(name), code("check"), description]),
        ...auditReporters.map(({ name, description }) => [code(name), code("audit"), description]),
        ...accessReporters.map(({ name, description }) => [code(name), code("accesses"), description]),
        ...usageReporters.map(({ name, description }) => [code(name), code("who"), description]),
      ],
    ),
  languages: () => table(["language", "files"], languages.map(({ id, extensions }) => [id, extensions.map(code).join(", ")])),
  clients: () => table(["client", "imported from"], clientLibraries.map(({ id, modules }) => [code(id), someOf(modules).map(code).join(", ")])),
};

/** README.md with every part between `<!-- name:start -->` and `<!-- name:end -->` made anew. */
export function updateParts(readme: string): string {
  return Object.entries(PARTS).reduce((text, [name, render]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}: ${start} … ${end}`);
    return `${text.slice(0, from + start.length)}\n${render()}\n${text.slice(to)}`;
  }, readme);
}

/** What the command prints of `fixtures/readme`. */
function example(): string {
  let printed = "";
  const output = { write: (text: string) => (printed += text) };
  run([], { stdout: output, stderr: output, env: {}, cwd: path.join(import.meta.dirname, "../fixtures/readme") });
  return ["```", "$ cross-write-check", printed.trimEnd(), "```"].join("\n");
}

/** A library's modules, its older versions and forks left out where there are many. */
function someOf(modules: readonly string[]): readonly string[] {
  return modules.slice(0, 4);
}

function program() {
  return createProgram({ write: () => undefined }, () => undefined);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
