import type { FactCache } from "../cache/fact-cache.ts";
import { markersOf } from "../clients/markers.ts";
import { openProject as openFiles, type OpenedProject, type ProjectOptions as FileOptions } from "../discover/open-project.ts";
import type { KeptWalk, WalkRecord } from "../discover/recall-walk.ts";
import { noteMarkers } from "../judge/suppressions/parse-note.ts";
import { languageOf } from "../read/languages/index.ts";

/** `root` is an absolute path. */
export interface ProjectOptions extends Pick<FileOptions, "root" | "onProgress" | "revision" | "keepHashes"> {
  /** Where the list of files is kept from run to run. */
  readonly cache?: FactCache | undefined;
}

/** Opens the files below a root, for the host languages and the database clients that are known. */
export function openProject({ cache, ...options }: ProjectOptions): OpenedProject {
  return openFiles({ ...options, ...(cache && { keptWalk: keptWalkOf(cache, options.root) }), languageOf, markers: (project) => [...markersOf(project), ...noteMarkers] });
}

function keptWalkOf(cache: FactCache, root: string): KeptWalk {
  const kind = { root, name: "walk", terms: null };
  return { load: () => cache.load(kind) as WalkRecord | undefined, save: (record) => cache.save(kind, record) };
}
