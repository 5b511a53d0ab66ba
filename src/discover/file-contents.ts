import type { Problem } from "../model/problem.ts";
import { decodeText } from "./decode-text.ts";
import { createFileReader, type FileReading } from "./read-file.ts";
import { binaryFile, tooLargeFile, unreadableFile } from "./reading-problems.ts";
import { hashOf } from "./content-hash.ts";
import type { Revision } from "./revision.ts";

/** What stands in the files of a project; what cannot be read is a problem. */
export interface FileContents {
  /** The bytes hold until the next call, and are not to be changed. */
  bytes(path: string): Buffer | undefined;
  /** The texts asked for last are held, others are read again. */
  text(path: string): string | undefined;
  /** The hash of a file's bytes; empty where they cannot be read. */
  hash(path: string): string;
  readonly problems: ReadonlyMap<string, Problem>;
  /** The hashes of all files that were read so far, as they were first read; none unless they were asked for. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface ContentsOptions {
  readonly maxFileBytes: number;
  readonly revision: Revision | undefined;
  /** Whether to keep the hash of what is read. */
  readonly keepHashes: boolean;
}

/** How much text is held, in UTF-16 units: what a reader of the project asks for twice, it does soon. */
const MAX_HELD = 1_500_000;

/** How many bytes are held besides, those read first: a project is searched several times, and to open a file takes longer than to search it. */
const MAX_HELD_BYTES = 12 * 1024 * 1024;

export function openContents(root: string, { maxFileBytes, revision, keepHashes }: ContentsOptions): FileContents {
  const readFile = createFileReader(maxFileBytes);
  const texts = new Map<string, string | undefined>();
  let held = 0;
  const problems = new Map<string, Problem>();
  const hashes = new Map<string, string>();
  const heldBytes = new Map<string, Buffer>();
  let room = MAX_HELD_BYTES;
  let last: { readonly path: string; readonly bytes: Buffer | undefined } | undefined;

  function bytes(path: string): Buffer | undefined {
    if (last?.path === path) return last.bytes;
    const known = heldBytes.get(path);
    if (known) return known;
    last = { path, bytes: readOrNote(path) };
    if (keepHashes && !hashes.has(path)) hashes.set(path, hashOf(last.bytes ?? ""));
    if (last.bytes && last.bytes.length <= room) hold(path, last.bytes);
    return last.bytes;
  }

  function hold(path: string, bytes: Buffer): void {
    room -= bytes.length;
    heldBytes.set(path, Buffer.from(bytes));
  }

  function readOrNote(path: string): Buffer | undefined {
    const reading = read(path);
    switch (reading.kind) {
      case "bytes":
        return reading.bytes;
      case "too-large":
        problems.set(path, tooLargeFile(path, maxFileBytes));
        return undefined;
      case "failed":
        problems.set(path, unreadableFile(path, reading.code));
        return undefined;
    }
  }

  function read(path: string): FileReading {
    const content = revision?.contents.get(path);
    if (content === undefined) return readFile(`${root}/${path}`);
    return content.length > maxFileBytes ? { kind: "too-large" } : { kind: "bytes", bytes: content };
  }

  function decode(path: string): string | undefined {
    const encoded = bytes(path);
    const text = encoded && decodeText(encoded);
    if (encoded && text === undefined) problems.set(path, binaryFile(path));
    return text;
  }

  function forgetOldest(newest: string): void {
    for (const [path, text] of texts) {
      if (held <= MAX_HELD || path === newest) return;
      texts.delete(path);
      held -= text?.length ?? 0;
    }
  }

  return {
    bytes,
    text(path) {
      if (texts.has(path)) return texts.get(path);
      const text = decode(path);
      texts.set(path, text);
      held += text?.length ?? 0;
      forgetOldest(path);
      return text;
    },
    hash: (path) => hashOf(bytes(path) ?? ""),
    problems,
    hashes,
  };
}
