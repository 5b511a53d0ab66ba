import type { Expression, TypeExpression } from "../../../model/syntax.ts";
import { typeArgumentsOf } from "./indexes.ts";

/** The type that an expression names: `User`, `model.User`, `*User`, `List[User]`; undefined where it names none. */
export function typeOfExpression(expression: Expression): TypeExpression | undefined {
  switch (expression.kind) {
    case "name":
      return { kind: "named", span: expression.span, path: [expression.name], arguments: [] };
    case "member":
      if (expression.object.kind !== "name") return undefined;
      return { kind: "named", span: expression.span, path: [expression.object.name, expression.name], arguments: [] };
    case "unary":
      return expression.operator === "*" ? typeOfExpression(expression.operand) : undefined;
    case "other":
      return expression.type?.aliased;
    case "index": {
      const object = typeOfExpression(expression.object);
      if (object?.kind !== "named") return undefined;
      const single = expression.index && typeOfExpression(expression.index);
      const types = typeArgumentsOf(expression)?.types ?? (single ? [single] : []);
      return { ...object, span: expression.span, arguments: types };
    }
    default:
      return undefined;
  }
}
