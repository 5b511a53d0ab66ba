import fc from "fast-check";
import ignore from "ignore";
import { describe, expect, it } from "vitest";
import { readIgnoreFile } from "../../src/discover/ignore-file.ts";

/** Lines of an ignore file, and paths with a slash behind folders that it ignores or, behind `!`, tracks. */
const cases: readonly { readonly title: string; readonly lines: readonly string[]; readonly ignored: readonly string[]; readonly others: readonly string[] }[] = [
  { title: "a name is meant at every depth", lines: ["dist"], ignored: ["dist", "dist/", "clinic/dist/"], others: ["distance", "clinic/dist.ts"] },
  { title: "a slash at the end means folders", lines: ["dist/"], ignored: ["dist/", "clinic/dist/"], others: ["dist"] },
  { title: "a slash at the start or inside means from here", lines: ["/dist", "clinic/out"], ignored: ["dist", "clinic/out"], others: ["clinic/dist", "admin/clinic/out"] },
  { title: "a star stays within a name", lines: ["*.log", "clinic/*.sql"], ignored: ["a.log", "clinic/a.log", "clinic/users.sql"], others: ["a.log.ts", "clinic/users/1.sql", "users.sql"] },
  { title: "two stars pass folders", lines: ["**/tmp", "logs/**", "clinic/**/users.ts"], ignored: ["tmp", "clinic/tmp", "logs/today", "clinic/users.ts", "clinic/a/b/users.ts"], others: ["logs", "users.ts"] },
  { title: "a question mark is one character, brackets are one of some", lines: ["user?.ts", "pet[0-9a].ts", "post[!x].ts"], ignored: ["users.ts", "pet7.ts", "peta.ts", "posts.ts"], others: ["user.ts", "petb.ts", "postx.ts"] },
  { title: "the last line that matches counts", lines: ["*.sql", "!schema.sql", "old/schema.sql"], ignored: ["users.sql", "old/schema.sql"], others: ["schema.sql", "clinic/schema.sql"] },
  { title: "a backslash takes its meaning from a sign", lines: ["\\#users", "\\!pets", "star\\*", "blank\\ "], ignored: ["#users", "!pets", "star*", "blank "], others: ["users", "starfish", "blank"] },
  { title: "comments, blank lines and blanks at the end say nothing", lines: ["# users", "", "   ", "pets  ", "/"], ignored: ["pets"], others: ["# users", "users", " "] },
  { title: "lines may end as on Windows", lines: ["dist\r", "*.log\r"], ignored: ["dist", "a.log"], others: ["dist\r"] },
];

describe("ignore files", () => {
  it.each(cases)("$title", ({ lines, ignored, others }) => {
    const says = readIgnoreFile(lines.join("\n"));
    expect(ignored.filter((path) => verdict(says, path) !== "ignored")).toEqual([]);
    expect(others.filter((path) => verdict(says, path) === "ignored")).toEqual([]);
  });

  it("agrees with another reader of ignore files", () => {
    const part = fc.constantFrom("a", "b", "ab", "*", "a*", "*b", "?", "[ab]", "[!a]", "**", ".a");
    const pattern = fc.tuple(fc.constantFrom("", "!"), fc.constantFrom("", "/"), fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "/"));
    const lines = fc.array(pattern.map(([negation, start, parts, end]) => negation + start + parts.join("/") + end), { minLength: 1, maxLength: 4 });
    const path = fc.array(fc.constantFrom("a", "b", "ab", "bb", ".a", "c"), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lines, path, fc.boolean(), (patterns, names, isFolder) => {
        const text = patterns.join("\n");
        const whole = names.join("/") + (isFolder ? "/" : "");
        fc.pre(!someFolderAbove(names, (folder) => ignore().add(text).ignores(folder)));
        expect([text, whole, verdict(readIgnoreFile(text), whole) === "ignored"]).toEqual([text, whole, ignore().add(text).ignores(whole)]);
      }),
      { numRuns: 5000 },
    );
  });

  it("may hold anything", () => {
    const line = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("[", "]", "!", "^", "-", "\\", "*", "?", "/", "a", " ", "\n", "🐕") }));
    fc.assert(fc.property(line, fc.string({ minLength: 1 }), (text, name) => {
      expect(["ignored", "tracked", undefined]).toContain(readIgnoreFile(text)(name, name, true));
    }));
  });

  it("takes no longer than its pattern times the name", () => {
    const says = readIgnoreFile(`${"*a".repeat(60)}b\n/${"**/a/".repeat(60)}b`);
    expect(says(Array(500).fill("a").join("/"), "a".repeat(2000), false)).toBeUndefined();
  });
});

function verdict(says: ReturnType<typeof readIgnoreFile>, path: string): ReturnType<typeof says> {
  const isFolder = path.endsWith("/");
  const plain = isFolder ? path.slice(0, -1) : path;
  return says(plain, plain.slice(plain.lastIndexOf("/") + 1), isFolder);
}

function someFolderAbove(names: readonly string[], test: (folder: string) => boolean): boolean {
  return names.slice(1).some((_, index) => test(`${names.slice(0, index + 1).join("/")}/`));
}
