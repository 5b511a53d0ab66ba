import { functionNames } from "../evaluate/function-names.ts";
import type { Site } from "../evaluate/value.ts";
import type { Place, Span } from "../model/place.ts";
import type { Scope, SourceModel } from "../model/source-model.ts";
import type { Call, FunctionNode, TaggedText } from "../model/syntax.ts";

export interface WhereCalled {
  /** The call as written, without arguments and white space: `db.ExecContext`. */
  readonly call: string;
  readonly scope: string;
  readonly place: Place;
}

const MAX_CALL_TEXT = 80;

/** How reports name a call and where they point. */
export function whereCalled(call: Call | TaggedText, { model }: Site): WhereCalled {
  const { span } = call.kind === "call" ? call.callee : call.tag;
  const text = model.file.text.slice(span.start, span.end).replace(/\s+/g, "");
  return {
    call: text.length > MAX_CALL_TEXT ? `…${text.slice(-MAX_CALL_TEXT)}` : text,
    scope: scopeName(model, call.span.start),
    place: { path: model.file.path, span },
  };
}

/** The innermost named function around an offset, with its type: `UserStore.save`; empty at the top of a file. */
export function scopeName(model: SourceModel, offset: number): string {
  let name = "";
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    if (name === "" && scope.function) name = functionName(scope.function, model);
    if (scope.type?.name !== undefined && name !== "" && !name.includes(".")) return `${scope.type.name}.${name}`;
  }
  return name;
}

/** The span of the named function around an offset; undefined at the top of a file. */
export function functionAround(model: SourceModel, offset: number): Span | undefined {
  let around: Span | undefined;
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    around = scope.function?.span ?? around;
    if (scope.function?.name !== undefined) break;
  }
  return around;
}

/** Its own name, or that of what it is assigned to: `exports.down = function () { … }`. */
function functionName(node: FunctionNode, model: SourceModel): string {
  if (node.name === undefined) return functionNames(model, node.span.start)[0] ?? "";
  const receiver = node.receiver?.type;
  return receiver?.kind === "named" ? `${receiver.path.at(-1)}.${node.name}` : node.name;
}

/** Whether other files can call a function: it is exported, or a method of what is and not private; in Go its name begins with a capital. */
export function isExported(node: FunctionNode, model: SourceModel): boolean {
  if (model.packageName !== undefined) return /^\p{Lu}/u.test(node.name ?? "");
  if (node.modifiers.includes("private") || node.name?.startsWith("#")) return false;
  const names = new Set([node.name]);
  for (let scope: Scope | undefined = model.scopeAt(node.span.start); scope; scope = scope.parent) if (scope.type) names.add(scope.type.name);
  return model.exports.some((each) => names.has(each.local ?? each.name));
}
