import { clientMarkers } from "../clients/markers.ts";
import { openProject as openFiles, type OpenedProject, type ProjectOptions } from "../discover/open-project.ts";
import { noteMarkers } from "../judge/suppressions/parse-note.ts";
import { languageOf } from "../read/languages/index.ts";

/** Opens the files below a root, for the host languages and the database clients that are known. `root` is an absolute path. */
export function openProject(root: string, onProgress?: ProjectOptions["onProgress"]): OpenedProject {
  return openFiles({ root, languageOf, markers: [...clientMarkers, ...noteMarkers], ...(onProgress && { onProgress }) });
}
