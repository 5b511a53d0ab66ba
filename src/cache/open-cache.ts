import { buildId } from "./build-id.ts";
import { openFactCache, type FactCache } from "./fact-cache.ts";
import { systemCacheFolder } from "./system-cache-folder.ts";

/** The cache in a folder, else in the system's. Undefined for unbuilt sources, which change under their facts. */
export function openCache(folder?: string): FactCache | undefined {
  if (folder !== undefined) return openFactCache({ folder, build: buildId ?? "unbuilt" });
  return buildId === undefined ? undefined : openFactCache({ folder: systemCacheFolder(), build: buildId });
}
