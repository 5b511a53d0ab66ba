import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOwnership } from "../../src/ownership/parse-ownership.ts";

const LAUGHS = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]", ...Array.from({ length: 8 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(", ")}]`)].join("\n");

describe("hostile files end quickly, with a message", () => {
  it.each([
    ["a billion laughs", LAUGHS, "the aliases of this file stand for too many values."],
    ["a million laughs in a list of tables", `${LAUGHS.split("\n").slice(0, 6).join("\n")}\nshared: *a5`, "the aliases of this file stand for too many values."],
    ["brackets without end", "[".repeat(400_000), "the file is nested too deeply."],
    ["mappings without end", "{a: ".repeat(100_000), "the file is nested too deeply."],
    ["dashes without end", "- ".repeat(200_000), "the file is nested too deeply."],
    ["questions without end", "? ".repeat(200_000), "the file is nested too deeply."],
    ["steps without end", Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), "the file is nested too deeply."],
    ["ten megabytes", "users:\n".repeat(1_500_000), "the file is larger than 512 KiB."],
  ])("%s", (_, text, message) => {
    const { ownership, mistakes } = parseOwnership(text, "ownership.yaml");
    expect(ownership).toBeUndefined();
    expect(mistakes.map((mistake) => mistake.message)).toContain(message);
  }, 3_000);

  it.each([
    ["thirty thousand tables", `version: 1\nservices:\n  main:\n    paths: [backend/main/**]\n    owns:\n${Array.from({ length: 30_000 }, (_, n) => `      t${n}:`).join("\n")}\n`],
    ["forty thousand globs of one length in two services", `version: 1\nservices:\n${serviceWithGlobs("main", "m")}${serviceWithGlobs("clinic", "c")}`],
  ])("reads %s", (_, text) => {
    expect(parseOwnership(text, "ownership.yaml").mistakes).toEqual([]);
  }, 3_000);
});

function serviceWithGlobs(name: string, prefix: string): string {
  const globs = Array.from({ length: 20_000 }, (_, n) => `${prefix}${String(n).padStart(5, "0")}_*`);
  return `  ${name}:\n    paths: [backend/${name}/**]\n    owns: [${globs.join(", ")}]\n`;
}

describe("any text", () => {
  const line = fc.constantFrom(
    ...["version: 1", "services:", "  main:", "    paths: [backend/**]", "    owns:", "      users:", "      - pets", "__proto__: {}", "shared: *a", "allow:", "  - service: main"],
    ...["*a", "&a", "<<: *a", "? [", "{", "}", "- ", ": ", "'", '"', "|", ">", "%YAML 1.1", "---", "!!map", "\t", "    until: 2027-02-30", "~", "null:"],
  );

  it("is read without an exception, and never gives both an ownership and mistakes", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), (lines) => {
        const { ownership, mistakes } = parseOwnership(lines.join("\n"), "ownership.yaml");
        expect(ownership === undefined).toBe(mistakes.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
