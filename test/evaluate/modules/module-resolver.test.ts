import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createModuleResolver } from "../../../src/evaluate/modules/index.ts";
import type { ModuleResolution } from "../../../src/model/module-resolver.ts";
import { inMemoryProject } from "../../in-memory-project.ts";

/** A project, where its imports lead (paths, `unknown`, `external`, or `external` and another name), and the packages of its files. */
interface ModuleCase {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, Readonly<Record<string, readonly string[] | string>>>>;
  readonly packages?: Readonly<Record<string, readonly string[]>>;
}

const folder = "fixtures/modules";
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));

describe("modules", () => {
  it.each(names)("%s", (name) => {
    const { title, files, imports, packages = {} } = parse(readFileSync(`${folder}/${name}`, "utf8")) as ModuleCase;
    const modules = createModuleResolver(inMemoryProject(files).project);
    const resolved = mapEntries(imports, (from, specifiers) => mapEntries(specifiers, (specifier) => describeResolution(modules.resolve(from, specifier), specifier)));
    expect(resolved, title).toEqual(imports);
    expect(mapEntries(packages, (path) => modules.packageOf(path)), title).toEqual(packages);
  });
});

function mapEntries<Value, Result>(record: Readonly<Record<string, Value>>, map: (key: string, value: Value) => Result): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(key, value)]));
}

function describeResolution(resolution: ModuleResolution, specifier: string): readonly string[] | string {
  switch (resolution.kind) {
    case "project":
      return resolution.paths;
    case "external":
      return resolution.module === specifier ? "external" : `external ${resolution.module}`;
    case "unknown":
      return "unknown";
  }
}
