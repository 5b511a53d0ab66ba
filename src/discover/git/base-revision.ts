import type { Revision } from "../revision.ts";
import { readBlobs } from "./read-blobs.ts";
import type { Changes } from "./read-changes.ts";
import type { Repository } from "./repository.ts";

/** The files as they stood before the changes; what did not change is read in the working tree. */
export function readBase(repository: Repository, { files }: Changes): Revision {
  const blobs = readBlobs(repository, files.flatMap(({ oldId }) => oldId ?? []));
  const contents = new Map<string, Buffer>();
  const added = new Set<string>();
  for (const { path, oldPath, oldId } of files) {
    const content = oldId === undefined ? undefined : blobs.get(oldId);
    if (oldPath !== undefined && content) contents.set(oldPath, content);
    if (path !== undefined && path !== oldPath) added.add(path);
  }
  return { contents, has: (path) => !added.has(path) };
}
