import type { Project, SourceFile } from "../model/source-file.ts";
import type { SourceModel, SourceModels } from "../model/source-model.ts";
import { languageOf } from "../read/languages/index.ts";
import { readSource } from "../read/read-source.ts";
import { type WordSet, wordsOf } from "./word-set.ts";

/** The models of a project's files, the latest of them held. */
export interface ProjectModels extends SourceModels {
  /** The model of a file whose text is at hand. */
  read(file: SourceFile): SourceModel;
  /** Whether a file may mention one of some words, as far as that is known without opening it. */
  mayMention(path: string, words: readonly string[]): boolean;
  /** What is known of files whose text has changed is true no longer. */
  forget(paths: Iterable<string>): void;
}

/** The files that mention a word, in order of path, and those of which that may be true no longer. */
interface Mentions {
  readonly paths: readonly string[];
  readonly unsure: Set<string>;
}

/** How much source text, in UTF-16 units, the models that are held stand for at first; others are read again when they are asked for again. */
const FIRST_ROOM = 1_300_000;

/** A file that is read more often is worth its memory: it makes room for itself, so that files that need each other cannot go on pushing each other out. */
const FREE_READINGS = 12;

export function modelsOf(project: Project): ProjectModels {
  const models = new Map<string, SourceModel | undefined>();
  const words = new Map<string, WordSet | undefined>();
  const readings = new Map<string, number>();
  let held = 0;
  let room = FIRST_ROOM;
  const mentioned = new Map<string, Mentions>();

  const textOf = (path: string): string | undefined => (project.has(path) ? project.text(path) : undefined);

  function holds(path: string, word: string): boolean {
    if (!words.has(path)) {
      const text = models.get(path)?.file.text ?? textOf(path);
      words.set(path, text === undefined ? undefined : wordsOf(text));
    }
    const known = words.get(path);
    return known !== undefined && (known.has(word) ?? textOf(path)?.includes(word) ?? false);
  }

  function read(file: SourceFile): SourceModel {
    const known = recent(file.path);
    if (known) return known;
    const model = readSource(file);
    models.set(file.path, model);
    held += file.text.length;
    const times = (readings.get(file.path) ?? 0) + 1;
    readings.set(file.path, times);
    if (times > FREE_READINGS) room += file.text.length;
    forgetOldest(file.path);
    return model;
  }

  /** The model of a file where it is held; it is then the last to be forgotten. */
  function recent(path: string): SourceModel | undefined {
    const model = models.get(path);
    if (!model) return undefined;
    models.delete(path);
    models.set(path, model);
    return model;
  }

  function forgetOldest(newest: string): void {
    for (const [path, model] of models) {
      if (held <= room || path === newest) return;
      models.delete(path);
      held -= model?.file.text.length ?? 0;
    }
  }

  function forget(paths: Iterable<string>): void {
    for (const path of paths) {
      held -= models.get(path)?.file.text.length ?? 0;
      models.delete(path);
      words.delete(path);
      readings.delete(path);
      for (const { unsure } of mentioned.values()) unsure.add(path);
    }
  }

  return {
    read,
    forget,
    of(path) {
      const held = recent(path);
      if (held || models.has(path)) return held;
      const language = languageOf(path);
      const text = language === undefined ? undefined : textOf(path);
      if (language !== undefined && text !== undefined) return read({ path, text, language });
      models.set(path, undefined);
      return undefined;
    },
    mentions: holds,
    mayMention(path, sought) {
      const known = words.get(path);
      return known === undefined || sought.some((word) => known.has(word) !== false);
    },
    mentioning(language, word) {
      const key = `${language} ${word}`;
      const isMention = (path: string): boolean => languageOf(path) === language && holds(path, word);
      const known = mentioned.get(key);
      if (known?.unsure.size === 0) return known.paths;
      const paths = known ? [...known.paths.filter((path) => !known.unsure.has(path)), ...[...known.unsure].filter((path) => project.has(path) && isMention(path))].sort() : project.paths.filter(isMention);
      mentioned.set(key, { paths, unsure: new Set() });
      return paths;
    },
  };
}
