import path from "node:path";
import type { Repository } from "./repository.ts";

/** The folder that git runs hooks from, as `core.hooksPath` says; an absolute path. */
export function hooksFolder(repository: Repository): string {
  const output = repository.run(["rev-parse", "--git-path", "hooks"]).toString("utf8");
  return path.resolve(repository.top, output.replace(/\n$/, ""));
}
