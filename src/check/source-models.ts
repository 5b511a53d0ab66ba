import type { Project, SourceFile } from "../model/source-file.ts";
import type { SourceModel, SourceModels } from "../model/source-model.ts";
import { languageOf } from "../read/languages/index.ts";
import { readSource } from "../read/read-source.ts";

/** The models of a project's files, the latest of them held. */
export interface ProjectModels extends SourceModels {
  /** The model of a file whose text is at hand. */
  read(file: SourceFile): SourceModel;
}

/** How much source text, in UTF-16 units, the models that are held stand for; others are read again when they are asked for again. */
const MAX_HELD = 4_000_000;

export function modelsOf(project: Project): ProjectModels {
  const models = new Map<string, SourceModel | undefined>();
  const texts = new Map<string, string | undefined>();
  let held = 0;
  const mentioned = new Map<string, readonly string[]>();

  function textOf(path: string): string | undefined {
    if (!texts.has(path)) texts.set(path, project.has(path) ? project.text(path) : undefined);
    return texts.get(path);
  }

  function read(file: SourceFile): SourceModel {
    const known = recent(file.path);
    if (known) return known;
    const model = readSource(file);
    models.set(file.path, model);
    held += file.text.length;
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
      if (held <= MAX_HELD || path === newest) return;
      models.delete(path);
      held -= model?.file.text.length ?? 0;
    }
  }

  return {
    read,
    of(path) {
      const held = recent(path);
      if (held || models.has(path)) return held;
      const language = languageOf(path);
      const text = language === undefined ? undefined : textOf(path);
      if (language !== undefined && text !== undefined) return read({ path, text, language });
      models.set(path, undefined);
      return undefined;
    },
    mentions: (path, word) => textOf(path)?.includes(word) ?? false,
    mentioning(language, word) {
      const key = `${language} ${word}`;
      const known = mentioned.get(key);
      if (known) return known;
      const found = project.paths.filter((path) => languageOf(path) === language && (texts.get(path) ?? project.text(path))?.includes(word));
      mentioned.set(key, found);
      return found;
    },
  };
}
