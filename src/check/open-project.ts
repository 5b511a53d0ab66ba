import { markersOf } from "../clients/markers.ts";
import { openProject as openFiles, type OpenedProject, type ProjectOptions } from "../discover/open-project.ts";
import type { Revision } from "../discover/revision.ts";
import { noteMarkers } from "../judge/suppressions/parse-note.ts";
import { languageOf } from "../read/languages/index.ts";

/** Opens the files below a root, for the host languages and the database clients that are known, as they stand in a revision or else in the folder. `root` is an absolute path. */
export function openProject(root: string, onProgress?: ProjectOptions["onProgress"], revision?: Revision): OpenedProject {
  return openFiles({ root, languageOf, markers: (project) => [...markersOf(project), ...noteMarkers], ...(onProgress && { onProgress }), ...(revision && { revision }) });
}
