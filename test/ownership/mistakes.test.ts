import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";
import type { OwnershipMistake } from "../../src/ownership/ownership-mistake.ts";
import { matchGolden } from "../match-golden.ts";

const folder = new URL("../../fixtures/ownership/mistakes/", import.meta.url);

/** One mistake or several a file; the report that users see stands beside it. `UPDATE_GOLDEN=1` writes the reports anew. */
describe.each(["yaml", "structure", "meaning"])("mistakes of %s", (kind) => {
  const files = readdirSync(new URL(`${kind}/`, folder)).filter((file) => file.endsWith(".yaml"));

  it.each(files)("%s", (file) => {
    const text = readFileSync(new URL(`${kind}/${file}`, folder), "utf8");
    const { ownership, mistakes } = parseOwnership(text, "ownership.yaml", projectOf(text));
    expect(ownership).toBeUndefined();
    expect(mistakes.length).toBeGreaterThan(0);
    matchGolden(describeMistakes(mistakes), fileURLToPath(new URL(`${kind}/${file.replace(".yaml", ".txt")}`, folder)));
  });
});

/** `# files: a b` in the first line names the files of the project. */
function projectOf(text: string): Parameters<typeof parseOwnership>[2] {
  const files = /^# files: (.+)/.exec(text)?.[1]?.split(" ");
  return files && { files, exists: (path) => files.some((file) => file.startsWith(`${path}/`)) };
}

function describeMistakes(mistakes: readonly OwnershipMistake[]): string {
  return mistakes.map(({ path, line, column, key, message, help }) => `${path}:${line}:${column} ${key}\n  ${message}\n${help === undefined ? "" : `  ${help}\n`}`).join("");
}
