import type { Project, SourceFile } from "../model/source-file.ts";
import type { SourceModel, SourceModels } from "../model/source-model.ts";
import { languageOf } from "../read/languages/index.ts";
import { readSource } from "../read/read-source.ts";

/** The models of a project's files, each read once. */
export interface ProjectModels extends SourceModels {
  /** The model of a file whose text is at hand. */
  read(file: SourceFile): SourceModel;
}

export function modelsOf(project: Project): ProjectModels {
  const models = new Map<string, SourceModel | undefined>();
  const texts = new Map<string, string | undefined>();
  const mentioned = new Map<string, readonly string[]>();

  function textOf(path: string): string | undefined {
    if (!texts.has(path)) texts.set(path, project.has(path) ? project.text(path) : undefined);
    return texts.get(path);
  }

  function read(file: SourceFile): SourceModel {
    const known = models.get(file.path);
    if (known) return known;
    const model = readSource(file);
    models.set(file.path, model);
    texts.set(file.path, file.text);
    return model;
  }

  return {
    read,
    of(path) {
      if (models.has(path)) return models.get(path);
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
