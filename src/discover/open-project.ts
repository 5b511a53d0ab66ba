import type { Problem } from "../model/problem.ts";
import type { Candidates, LanguageId, Project, SourceFile } from "../model/source-file.ts";
import { selectAsked } from "./asked-paths.ts";
import { decodeText, isByteText } from "./decode-text.ts";
import { createLinkReader } from "./link-target.ts";
import { createWordFinder } from "./find-words.ts";
import { createPrefilter, type Prefilter } from "./prefilter.ts";
import { createFileReader, type FileReading } from "./read-file.ts";
import { binaryFile, tooLargeFile, unreadableFile } from "./reading-problems.ts";
import { reviseFiles, type Revision } from "./revision.ts";
import { walkProject } from "./walk-project.ts";

export interface ProjectOptions {
  /** An absolute path. */
  readonly root: string;
  /** The language of a source file, undefined for any other file. */
  readonly languageOf: (path: string) => LanguageId | undefined;
  /** Texts that tell the use of a database client in this project (`CopyFrom`): a file with one of them is a candidate. */
  readonly markers: (project: Project) => readonly string[];
  /** Larger files are problems; 16 MB when not given. */
  readonly maxFileBytes?: number;
  /** Where the files stand otherwise than in the folder. */
  readonly revision?: Revision;
  /** Told every few hundred files how many were looked at. */
  readonly onProgress?: (filesLooked: number) => void;
}

export interface OpenedProject {
  readonly project: Project;
  /** The candidates among the files and folders given, relative to the root; `""` is everything. With `reads`, files whose statements only read are candidates too. */
  candidatesIn(paths: readonly string[], options?: { readonly reads?: boolean }): Candidates;
  /** Those of the paths given that are neither file nor folder of the project: missing, ignored or left out. */
  unmatchedIn(paths: readonly string[]): readonly string[];
  /** What could not be read up to the call, in order of path. */
  problems(): readonly Problem[];
}

const MAX_FILE_BYTES = 16 * 1024 * 1024;
const FILES_PER_PROGRESS = 256;
/** Scripts are statements as a whole; the prefilter has nothing to find out about them. */
const SCRIPT_LANGUAGE = "sql";

/** Walks the root at once; files are read when they are asked for. Never throws on what stands in the file system. */
export function openProject({ root, languageOf, markers, maxFileBytes = MAX_FILE_BYTES, revision, onProgress }: ProjectOptions): OpenedProject {
  const files = revision ? reviseFiles(root, walkProject(root), revision) : walkProject(root);
  const known = new Set(files.paths);
  const problems = new Map<string, Problem>(files.problems.map((problem) => [problem.path, problem]));
  const readFile = createFileReader(maxFileBytes);
  const readLink = createLinkReader(root);
  const texts = new Map<string, string | undefined>();

  const project: Project = {
    paths: files.paths,
    has: (path) => known.has(path),
    pathsIn: (folder) => files.folders.get(folder) ?? [],
    text(path) {
      if (!texts.has(path)) {
        const bytes = known.has(path) ? bytesOf(path) : undefined;
        texts.set(path, bytes && textOf(path, bytes));
      }
      return texts.get(path);
    },
  };

  function bytesOf(path: string): Buffer | undefined {
    const content = revision?.contents.get(path);
    const reading = content ? limit(content) : readFile(`${root}/${path}`);
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

  function limit(bytes: Buffer): FileReading {
    return bytes.length > maxFileBytes ? { kind: "too-large" } : { kind: "bytes", bytes };
  }

  function textOf(path: string, bytes: Buffer): string | undefined {
    const text = decodeText(bytes);
    if (text === undefined) problems.set(path, binaryFile(path));
    return text;
  }

  function candidateText(path: string, language: LanguageId, mayHoldAccess: Prefilter): string | undefined {
    const bytes = bytesOf(path);
    if (bytes === undefined) return undefined;
    const searchable = language !== SCRIPT_LANGUAGE && isByteText(bytes) && !bytes.includes(0);
    return searchable && !mayHoldAccess(bytes) ? undefined : textOf(path, bytes);
  }

  function normalise(path: string): string {
    const plain = path.replace(/^(\.\/+)+|\/+$/g, "").replace(/^\.$/, "");
    return known.has(plain) || files.folders.has(plain) ? plain : (readLink(plain)?.path ?? plain);
  }

  return {
    project,
    candidatesIn(paths, { reads = false } = {}) {
      const mayHoldAccess = createPrefilter({ markers: markers(project), reads });
      const sources = selectAsked(files.paths, paths.map(normalise)).filter((path) => languageOf(path) !== undefined);
      return {
        looked: sources.length,
        forEach(visit) {
          sources.forEach((path, index) => {
            const language = languageOf(path)!;
            const text = texts.get(path) ?? candidateText(path, language, mayHoldAccess);
            if (text !== undefined) visit({ path, text, language } satisfies SourceFile);
            if ((index + 1) % FILES_PER_PROGRESS === 0) onProgress?.(index + 1);
          });
        },
        forEachHolding(words, visit) {
          const find = createWordFinder(words.map((word) => ({ word, anyCase: false })));
          const holdsWord: Prefilter = (bytes) => find(bytes, () => true);
          for (const path of sources) {
            const language = languageOf(path)!;
            const text = language === SCRIPT_LANGUAGE ? undefined : candidateText(path, language, holdsWord);
            if (text !== undefined) visit({ path, text, language } satisfies SourceFile);
          }
        },
      };
    },
    unmatchedIn: (paths) => paths.filter((path) => !known.has(normalise(path)) && !files.folders.has(normalise(path))),
    problems: () => [...problems.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
