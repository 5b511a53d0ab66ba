import type { Project } from "../../model/source-file.ts";
import { memoise } from "./memoise.ts";
import { readJson } from "./read-json.ts";

/** What the JSON files of a project hold whose paths end in one: `config/config.json`. Read when it is first asked for. */
export type JsonFiles = (ending: string) => readonly unknown[];

export function createJsonFiles(project: Project): JsonFiles {
  return memoise((ending) => project.paths.filter((path) => path === ending || path.endsWith(`/${ending}`)).map((path) => readJson(project.text(path))));
}
