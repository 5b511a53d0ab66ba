import fc from "fast-check";
import { expect, it } from "vitest";
import { createModuleResolver } from "../../../src/evaluate/modules/index.ts";
import { inMemoryProject } from "../../in-memory-project.ts";

const specifier = fc.oneof(
  fc.constantFrom("", ".", "..", "/", "@", "@/", "#", "#/", "~", "$", "?", "./", "../..", "a/../b", "node:", "__proto__", "constructor/toString", "@scope", "*", "./*", "\0"),
  fc.string({ unit: fc.constantFrom("a", "/", ".", "@", "#", "~", "*", "$", "?", ":", "[", "{", "\\"), maxLength: 8 }),
);

const value = fc.oneof(specifier, fc.constantFrom(null, 0, true, {}, [], ["[", "!("], { "*": ["*"], "a*": "b", "./*": null }, { ".": { import: ["./a.js", { default: "./b.js" }] } }, { __proto__: null }));
const key = fc.constantFrom("name", "exports", "imports", "main", "workspaces", "dependencies", "extends", "compilerOptions", "packages", "__proto__", "#a", "a");
const json = fc.oneof(
  fc.dictionary(key, fc.oneof(value, fc.dictionary(fc.oneof(key, fc.constantFrom("paths", "baseUrl", "#*", "./a/*")), value))).map((content) => JSON.stringify(content)),
  fc.constantFrom("", "{", "null", "[]", '"text"', "{ // comment", '{ "extends": "./tsconfig.json" }'),
);

const go = fc.array(fc.constantFrom("module example.com/a", "replace (", ")", "example.com/b => ../..", "replace => =>", 'module "', "(", "module", "replace a => ./b"), { maxLength: 6 }).map((lines) => lines.join("\n"));

it("whatever stands in the files of a project, an import leads somewhere or nowhere", () => {
  fc.assert(
    fc.property(json, json, json, go, specifier, (root, inner, config, mod, name) => {
      const { project } = inMemoryProject({
        "package.json": root,
        "a/package.json": inner,
        "tsconfig.json": config,
        "a/tsconfig.json": inner,
        "pnpm-workspace.yaml": root,
        "lerna.json": inner,
        "go.mod": mod,
        "a/go.work": mod,
        "a/a.ts": "",
        "a/index.ts": "",
        "b.ts": "",
        "a/a.go": root,
        "b/b.go": "package b",
      });
      const modules = createModuleResolver(project);
      for (const from of ["b.ts", "a/a.ts", "a/a.go"]) {
        const resolution = modules.resolve(from, name);
        if (resolution.kind === "project") expect(resolution.paths.filter((path) => !project.has(path))).toEqual([]);
        expect(modules.resolve(from, name)).toEqual(resolution);
        expect(modules.packageOf(from).filter((path) => !project.has(path))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});
