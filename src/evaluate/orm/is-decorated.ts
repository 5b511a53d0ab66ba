import type { ClientLibrary } from "../../model/client.ts";
import { decoratorName } from "../tables/table-of-entity.ts";
import type { Entity } from "../value.ts";

/** Whether a class has a decorator of a library's for models. Several libraries have one of the same name: the one counts that the file imports it from. */
export function isDecorated({ declaration, model }: Entity, { modules, entities }: ClientLibrary): boolean {
  const names = declaration.decorators.map((decorator) => decoratorName(decorator) ?? "").filter((name) => Object.hasOwn(entities?.decorators ?? {}, name));
  return names.some((name) => {
    const module = model.scope.bindings.get(name)?.import?.module;
    return module !== undefined && modules.some((known) => module === known || (known.endsWith("/*") && module.startsWith(known.slice(0, -1))));
  });
}
