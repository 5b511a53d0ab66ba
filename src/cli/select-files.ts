import { readFileSync } from "node:fs";
import path from "node:path";
import { readBase } from "../discover/git/base-revision.ts";
import { readChangesSince, type Changes } from "../discover/git/read-changes.ts";
import { openRepository, type Repository } from "../discover/git/repository.ts";
import { readStaged, readUncommitted } from "../discover/git/staged-files.ts";
import type { Revision } from "../discover/revision.ts";
import { UserError } from "../model/problem.ts";
import { relativeToRoot } from "./locate-root.ts";
import type { Selection } from "./options.ts";
import type { Streams } from "./streams.ts";

/** What a selection means in a project. Paths are relative to its root. */
export interface SelectedFiles {
  /** Where files stand otherwise than in the folder. */
  readonly revision?: Revision;
  /** The files to judge, those that are gone included; undefined for every file. */
  readonly changed?: readonly string[];
  /** What to compare with, where findings of before do not count. */
  readonly before?: Before;
}

/** A commit, and what changed since. */
export interface Before {
  /** For people: "in the last commit", "at `main`". */
  readonly at: string;
  /** The text of a file as the commit has it, given what it is now; undefined where it has none. */
  textOf(path: string, now: string | undefined): string | undefined;
  /** Given where findings of before are to be left out. */
  readonly comparison?: { readonly changes: Changes; readonly revision: Revision };
}

/** `besides` are the files that decide and may not lie below the root: ownership.yaml, the baseline. */
export function selectFiles(selection: Selection, root: string, besides: readonly string[], streams: Streams): SelectedFiles {
  const open = (): Repository => openRepository(root, streams.env, besides);
  switch (selection.kind) {
    case "all":
      return {};
    case "staged": {
      const { revision, changed, committedText } = readStaged(open());
      return { revision, changed, before: { at: IN_THE_LAST_COMMIT, textOf: committedText } };
    }
    case "changed": {
      const { changed, committedText } = readUncommitted(open());
      return { changed, before: { at: IN_THE_LAST_COMMIT, textOf: committedText } };
    }
    case "since": {
      const repository = open();
      const changes = readChangesSince(repository, selection.ref);
      const revision = readBase(repository, changes);
      const textOf: Before["textOf"] = (file, now) => revision.contents.get(file)?.toString("utf8") ?? (revision.has(file) ? now : undefined);
      return { before: { at: `at \`${selection.ref}\``, textOf, comparison: { changes, revision } } };
    }
    case "stdin": {
      const [file = ""] = relativeToRoot([path.resolve(streams.cwd, selection.path)], root);
      return { revision: { contents: new Map([[file, readStandardInput()]]), has: () => true }, changed: [file] };
    }
  }
}

const IN_THE_LAST_COMMIT = "in the last commit";

function readStandardInput(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new UserError(`Standard input cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
