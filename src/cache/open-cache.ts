import envPaths from "env-paths";
import { buildId } from "./build-id.ts";
import { openFactCache, type FactCache } from "./fact-cache.ts";

/**
 * The cache in a folder, else where the system keeps what programs can find again (`$XDG_CACHE_HOME/cross-write-check`,
 * `~/Library/Caches/cross-write-check`, `%LOCALAPPDATA%\cross-write-check\Cache`). Undefined for unbuilt sources, which change under their facts.
 */
export function openCache(folder?: string): FactCache | undefined {
  if (folder !== undefined) return openFactCache({ folder, build: buildId ?? "unbuilt" });
  return buildId === undefined ? undefined : openFactCache({ folder: envPaths("cross-write-check", { suffix: "" }).cache, build: buildId });
}
