import { markersOf } from "../clients/markers.ts";
import { openProject as openFiles, type OpenedProject, type ProjectOptions as FileOptions } from "../discover/open-project.ts";
import { noteMarkers } from "../judge/suppressions/parse-note.ts";
import { languageOf } from "../read/languages/index.ts";

/** `root` is an absolute path. */
export type ProjectOptions = Pick<FileOptions, "root" | "onProgress" | "revision" | "keepHashes">;

/** Opens the files below a root, for the host languages and the database clients that are known. */
export function openProject(options: ProjectOptions): OpenedProject {
  return openFiles({ ...options, languageOf, markers: (project) => [...markersOf(project), ...noteMarkers] });
}
