import { describe, expect, it } from "vitest";
import { readSource } from "../../src/read/read-source.ts";
import { askForAll, nodesOf } from "./reference/facts.ts";

/** What is repeated without an end: openings, prefixes, operators, headings, characters that no rule knows. */
const PIECES = [
  ...["(", "[", "{", "((((]", "f(", "a<", "a<b,", "a.", "!", "-", "x=>", "(x)=>", "(x:", "a?b:", "a?(b):", "{a:", "[a,", "`${", "`", "'", '"'],
  ...["/*", "/*\n", "//", "/", "<a>", "<a ", "<a b={", "<a b=<a ", "<T>(", "=>{", "if(x){", "if(x)", "if x {", "else ", "for(", "switch(a){case 1:"],
  ...["func(){", "func f(", "T{", "[]T{", "map[", "[]", "*", "&", "<-", "chan ", "struct{", "interface{", "case ", "import ", "export default "],
  ...["class A{m(){", "@a ", "@", "function*(){", "async ", "await ", "yield ", "new ", "typeof ", "type A=", "type A<T>=", "A|", "keyof ", "infer "],
  ...["A extends B?", "A extends (", "A[", "...", "a,", "a=", "a+", "a**", "const a=", "const{a:", "label:", "#", "\\u", "\u2028", "\ufeff", "\0", "\r", "\ud800"],
  ...["0x", "1..", "?.[", "x as ", "namespace A{", "declare ", "static{", "try{}catch(", "}", "}\n", "){", "({", "[(", "a\n`", "'\\\n", "</a>", "{/*"],
  ...["<script ", '<script "', "<script>", "<script></script ", "<!--"],
  ...["select{case ", "defer ", "range ", "package ", "var(", "x.(", "x[a,", '"a"+', "x satisfies "],
];

const ENDINGS = ["a.go", "a.ts", "a.tsx", "a.vue"];

describe.each(ENDINGS)("endless input in %s", (path) => {
  const language = path.endsWith(".go") ? "go" : "typescript";

  it.each(PIECES)("%j is read in time that grows with its length", (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    const before = performance.now();
    const model = readSource({ path, text, language });
    nodesOf(model);
    model.scopeAt(text.length / 2);
    expect(askForAll(model)).toBeGreaterThanOrEqual(0);
    // Some 100 ms where all is linear; minutes where it is not.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe("odd input", () => {
  it.each(ENDINGS)("an empty %s has nothing in it", (path) => {
    const model = readSource({ path, text: "", language: path.endsWith(".go") ? "go" : "typescript" });
    expect(model.statements).toEqual([]);
    expect(model.problems).toEqual([]);
    expect(model.scopeAt(0)).toBe(model.scope);
  });

  it("keeps what stands behind a level too deep to read", () => {
    const model = readSource({ path: "a.ts", text: `${"[".repeat(2000)}${"]".repeat(2000)};\nquery("behind");`, language: "typescript" });
    expect(nodesOf(model).some((node) => node.kind === "call")).toBe(true);
  });

  it("reads long chains and lists without depth", () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `.where("a${i}")`).join("");
    const sum = Array.from({ length: 5000 }, (_, i) => `"a${i}"`).join(" + ");
    for (const text of [`x = query${chain}`, `x = ${sum}`, `x = [${sum.replaceAll("+", ",")}]`]) {
      const model = readSource({ path: "a.ts", text, language: "typescript" });
      expect(nodesOf(model).filter((node) => node.kind === "text").length).toBe(5000);
    }
  });
});
