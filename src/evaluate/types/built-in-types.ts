import type { LanguageId } from "../../model/source-file.ts";
import type { Binding, SourceModel } from "../../model/source-model.ts";
import type { Expression, TypeExpression } from "../../model/syntax.ts";
import { lookUp } from "../expressions/evaluate-name.ts";

/**
 * Types of a language's own library that hold or carry values: whatever a function's callers hand over for one, its methods reach no
 * database. ECMAScript's keyed collections and the web's types that Node has too (https://nodejs.org/api/globals.html).
 */
const builtInTypes: Partial<Record<LanguageId, ReadonlySet<string>>> = {
  typescript: new Set(
    [
      "Map Set WeakMap WeakSet WeakRef ReadonlyMap ReadonlySet Array ReadonlyArray Iterable Iterator Generator AsyncIterable AsyncGenerator Date RegExp Error",
      "Headers Request Response URL URLSearchParams FormData Blob File AbortController AbortSignal Event EventTarget MessagePort BroadcastChannel WebSocket",
      "ReadableStream ReadableStreamDefaultController ReadableStreamDefaultReader ReadableByteStreamController WritableStream WritableStreamDefaultController WritableStreamDefaultWriter TransformStream TransformStreamDefaultController",
      "Buffer ArrayBuffer Uint8Array DataView Console Storage Cache CacheStorage Document Element HTMLElement Node Window",
    ].flatMap((names) => names.split(" ")),
  ),
};

/** Whether a written type is one of the language's own, or a list. */
export function isBuiltInType(written: TypeExpression, model: SourceModel): boolean {
  switch (written.kind) {
    case "list":
      return true;
    case "union":
      return written.members.every((member) => isBuiltInType(member, model));
    case "named": {
      const [name = "", ...rest] = written.path;
      return rest.length === 0 && builtInTypes[model.file.language]?.has(name) === true && lookUp(model.scopeAt(written.span.start), name) === undefined;
    }
    default:
      return false;
  }
}

/** Whether an expression is the name of a parameter of such a type. */
export function isBuiltIn(expression: Expression, model: SourceModel): boolean {
  if (expression.kind !== "name") return false;
  const type = typeOfParameter(lookUp(model.scopeAt(expression.span.start), expression.name));
  return type !== undefined && isBuiltInType(type, model);
}

function typeOfParameter(binding: Binding | undefined): TypeExpression | undefined {
  const { parameter, part } = binding ?? {};
  return parameter && !part ? parameter.function.parameters[parameter.index]?.type : undefined;
}
