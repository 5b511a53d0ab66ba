import type { ModuleResolver } from "../../model/module-resolver.ts";
import type { Project } from "../../model/source-file.ts";
import { folderOf } from "./folders.ts";
import { memoise } from "./memoise.ts";

/** A schema may be split over the files of a folder and those below it (prisma.io/docs/orm/prisma-schema/overview/location). */
export function createPrismaSchemas(project: Project): ModuleResolver {
  const filesBelow = memoise((folder): readonly string[] => project.paths.filter((path) => path.endsWith(".prisma") && path.startsWith(folder)));
  return {
    resolve: () => ({ kind: "unknown" }),
    packageOf: (path) => filesBelow(/^(?:.*?\/)?(?:prisma|schema|schemas)\//.exec(path)?.[0] ?? `${folderOf(path)}/`.replace(/^\//, "")),
  };
}
