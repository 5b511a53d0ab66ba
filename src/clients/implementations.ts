import type { FunctionValue } from "../evaluate/value.ts";
import type { Place } from "../model/place.ts";
import type { SourceModels } from "../model/source-model.ts";
import type { FunctionNode, TypeExpression } from "../model/syntax.ts";

/** Those of the methods at these places that implement an interface's method: by name and by the types of the parameters, as they are written. */
export function implementationsAt(places: readonly Place[], abstract: FunctionValue, models: SourceModels): readonly FunctionValue[] {
  return places.flatMap(({ path, span }): readonly FunctionValue[] => {
    const model = models.of(path);
    const node = model?.statements.find((statement) => statement.kind === "function" && statement.span.start === span.start);
    if (!model || node?.kind !== "function" || !node.receiver || !isAlike(node, abstract.node)) return [];
    return [{ kind: "function", node, model, receiver: undefined }];
  });
}

function isAlike(a: FunctionNode, b: FunctionNode): boolean {
  if (a.name !== b.name || a.parameters.length !== b.parameters.length || a.results.length !== b.results.length) return false;
  return a.parameters.every(({ type }, index) => shapeOf(type) === shapeOf(b.parameters[index]!.type));
}

/** A type without the package that names it: that may differ from file to file. */
function shapeOf(type: TypeExpression | undefined): string {
  switch (type?.kind) {
    case "named":
      return type.path.at(-1)!;
    case "list":
      return `[]${shapeOf(type.element)}`;
    case "map":
      return `map ${shapeOf(type.value)}`;
    case "record":
      return type.fields.length + type.methods.length === 0 ? "any" : "record";
    default:
      return type?.kind ?? "";
  }
}
