import type { Problem } from "../model/problem.ts";
import type { Candidates, LanguageId, Project, SourceFile } from "../model/source-file.ts";
import { selectAsked } from "./asked-paths.ts";
import { isByteText } from "./decode-text.ts";
import { openContents } from "./file-contents.ts";
import { createWordFinder } from "./find-words.ts";
import { createLinkReader } from "./link-target.ts";
import { isMinified } from "./minified-code.ts";
import { createPrefilter, type Prefilter } from "./prefilter.ts";
import { type KeptWalk, recallWalk } from "./recall-walk.ts";
import { renewSnapshot, takeSnapshot, type ProjectSnapshot } from "./project-snapshot.ts";
import { reviseFiles, type Revision } from "./revision.ts";

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
  /** Whether snapshots of the project will be taken. */
  readonly keepHashes?: boolean;
  /** Where the list of files is kept from run to run. */
  readonly keptWalk?: KeptWalk;
  /** Told every few hundred files how many were looked at. */
  readonly onProgress?: (filesLooked: number) => void;
}

export interface OpenedProject {
  readonly project: Project;
  /** Every folder that was looked into, relative to the root; `""` is the root. */
  readonly folders: readonly string[];
  /** The candidates among the files and folders given, relative to the root; `""` is everything. With `reads`, files whose statements only read are candidates too. */
  candidatesIn(paths: readonly string[], options?: { readonly reads?: boolean }): Candidates;
  /** Tells whether a file would be a candidate if it had this text. */
  candidateFilter(options?: { readonly reads?: boolean }): (file: SourceFile) => boolean;
  /** Those of the paths given that are neither file nor folder of the project: missing, ignored or left out. */
  unmatchedIn(paths: readonly string[]): readonly string[];
  /** What could not be read up to the call, in order of path. */
  problems(): readonly Problem[];
  /** The hash of what a file's content was when it was first read, or when the snapshot was taken; undefined where hashes were not kept. */
  hashOf(path: string): string | undefined;
  /** What the files that were read up to the call are; none where files stand otherwise than in the folder, or hashes were not kept. */
  takeSnapshot(): ProjectSnapshot | undefined;
  /** Whether all files are what they were: undefined where not, else the snapshot as of now. Its problems are then the project's. */
  renewSnapshot(snapshot: ProjectSnapshot): ProjectSnapshot | undefined;
}

const MAX_FILE_BYTES = 16 * 1024 * 1024;
const FILES_PER_PROGRESS = 256;
const SCRIPT_LANGUAGE = "sql";

/** Walks the root at once, or recalls an earlier walk; files are read when they are asked for. Never throws on what stands in the file system. */
export function openProject({ root, languageOf, markers, maxFileBytes = MAX_FILE_BYTES, revision, keepHashes = false, keptWalk, onProgress }: ProjectOptions): OpenedProject {
  const began = Date.now();
  const inFolder = recallWalk(root, keptWalk);
  const files = revision ? reviseFiles(root, inFolder, revision) : inFolder;
  const contents = openContents(root, { maxFileBytes, revision, keepHashes });
  const readLink = createLinkReader(root);
  const known = new Set(files.paths);
  let problemsBefore: readonly Problem[] = [];
  let hashesBefore: ReadonlyMap<string, string> = new Map();

  const project: Project = {
    paths: files.paths,
    has: (path) => known.has(path),
    pathsIn: (folder) => files.folders.get(folder) ?? [],
    text: (path) => (known.has(path) ? contents.text(path) : undefined),
  };

  /** The file where it may hold what is searched for; what is no plain text of bytes cannot be searched, so that it may hold anything. Minified code is nobody's source. */
  function fileHolding(path: string, language: LanguageId, mayHold: Prefilter): SourceFile | undefined {
    const bytes = contents.bytes(path);
    if (bytes !== undefined && isMinified(path, bytes)) return undefined;
    const isSearchable = bytes !== undefined && isByteText(bytes) && !bytes.includes(0);
    const text = isSearchable && !mayHold(bytes) ? undefined : contents.text(path);
    return text === undefined ? undefined : { path, text, language };
  }

  function normalise(path: string): string {
    const plain = path.replace(/^(\.\/+)+|\/+$/g, "").replace(/^\.$/, "");
    return known.has(plain) || files.folders.has(plain) ? plain : (readLink(plain)?.path ?? plain);
  }

  return {
    project,
    folders: [...files.folders.keys()],
    candidatesIn(paths, { reads = false } = {}) {
      const sources = selectAsked(files.paths, paths.map(normalise)).flatMap((path) => {
        const language = languageOf(path);
        return language === undefined ? [] : [{ path, language }];
      });
      return {
        looked: sources.length,
        forEach(visit) {
          const mayHoldAccess = createPrefilter({ markers: markers(project), reads });
          sources.forEach(({ path, language }, index) => {
            const file = fileHolding(path, language, language === SCRIPT_LANGUAGE ? everything : mayHoldAccess);
            if (file) visit(file);
            if ((index + 1) % FILES_PER_PROGRESS === 0) onProgress?.(index + 1);
          });
        },
        forEachHolding(words, visit, mayHold = everywhere) {
          const find = createWordFinder(words.map((word) => ({ word, anyCase: false })));
          const holdsWord: Prefilter = (bytes) => find(bytes, () => true);
          for (const { path, language } of sources) {
            const file = language === SCRIPT_LANGUAGE || !mayHold(path) ? undefined : fileHolding(path, language, holdsWord);
            if (file) visit(file);
          }
        },
      };
    },
    candidateFilter({ reads = false } = {}) {
      let mayHoldAccess: Prefilter | undefined;
      return ({ path, text, language }) => language === SCRIPT_LANGUAGE || (!isMinified(path, text) && (mayHoldAccess ??= createPrefilter({ markers: markers(project), reads }))(Buffer.from(text)));
    },
    unmatchedIn: (paths) => paths.filter((path) => !known.has(normalise(path)) && !files.folders.has(normalise(path))),
    problems() {
      const unread = new Map([...problemsBefore.map((problem) => [problem.path, problem] as const), ...contents.problems]);
      return [...files.problems, ...unread.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    hashOf: (path) => contents.hashes.get(path) ?? hashesBefore.get(path),
    takeSnapshot: () => (keepHashes && !revision ? takeSnapshot(root, { paths: files.paths, contents, began }) : undefined),
    renewSnapshot(snapshot) {
      const renewed = keepHashes && !revision ? renewSnapshot(snapshot, root, { paths: files.paths, contents, began }) : undefined;
      if (renewed) {
        problemsBefore = renewed.problems;
        hashesBefore = new Map(renewed.files.map(([path, , , hash]) => [path, hash]));
      }
      return renewed;
    },
  };
}

/** Scripts are statements as a whole: there is nothing to find out about them. */
const everything: Prefilter = () => true;
const everywhere = (): boolean => true;
