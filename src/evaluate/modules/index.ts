import type { ModuleResolution, ModuleResolver } from "../../model/module-resolver.ts";
import type { Project } from "../../model/source-file.ts";
import { createGoModules } from "./go-modules.ts";
import { createPrismaSchemas } from "./prisma-schemas.ts";
import { createTypescriptModules } from "./typescript-modules.ts";

interface LanguageModules {
  readonly endings: RegExp;
  readonly create: (project: Project) => ModuleResolver;
}

const languages: readonly LanguageModules[] = [
  { endings: /\.go$/, create: createGoModules },
  { endings: /\.[mc]?[jt]sx?$/, create: createTypescriptModules },
  { endings: /\.prisma$/, create: createPrismaSchemas },
];

/** Finds modules as the language of the importing file does. What was found once is remembered: the project must not change. */
export function createModuleResolver(project: Project): ModuleResolver {
  const resolvers = new Map<LanguageModules, ModuleResolver>();

  function resolverFor(path: string): ModuleResolver | undefined {
    const language = languages.find(({ endings }) => endings.test(path));
    if (language === undefined) return undefined;
    const resolver = resolvers.get(language) ?? language.create(project);
    resolvers.set(language, resolver);
    return resolver;
  }

  return {
    resolve: (fromPath, specifier) => resolverFor(fromPath)?.resolve(fromPath, specifier) ?? nowhere,
    packageOf: (path) => resolverFor(path)?.packageOf(path) ?? [],
  };
}

const nowhere: ModuleResolution = { kind: "unknown" };
