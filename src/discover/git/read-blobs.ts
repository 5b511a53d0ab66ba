import type { Repository } from "./repository.ts";

const NEWLINE = 0x0a;

/** The bytes of objects by their ids, all from one `git cat-file --batch`; what the repository does not hold is missing. */
export function readBlobs(repository: Repository, ids: Iterable<string>): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return blobs;
  const output = repository.run(["cat-file", "--batch"], wanted.map((id) => `${id}\n`).join(""));
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf(NEWLINE, at);
    const [id = "", type, size] = output.toString("latin1", at, lineEnd).split(" ");
    at = lineEnd + 1;
    if (type !== "blob") continue;
    blobs.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
