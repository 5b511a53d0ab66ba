import envPaths from "env-paths";

/** Where the system keeps what programs can find again: `$XDG_CACHE_HOME/cross-write-check`, `~/Library/Caches/cross-write-check`, `%LOCALAPPDATA%\cross-write-check\Cache`. */
export function systemCacheFolder(): string {
  return envPaths("cross-write-check", { suffix: "" }).cache;
}
