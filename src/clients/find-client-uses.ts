import type { ClientMember } from "../model/client.ts";
import type { Scope, SourceModel } from "../model/source-model.ts";
import type { Call, Expression, FunctionNode, TaggedText } from "../model/syntax.ts";
import { toSqlText } from "../model/sql-text.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { piecesOf } from "../evaluate/evaluate-text.ts";
import type { Libraries } from "../evaluate/libraries.ts";
import type { ClientValue, Value } from "../evaluate/value.ts";
import type { ClientUse, StatementUse } from "./client-use.ts";
import { clientValue } from "./client-value.ts";
import { isSqlTag } from "./sql-tag-names.ts";
import { tableUses } from "./table-uses.ts";
import type { Wrappers } from "./wrappers.ts";

/** What finding uses needs of the other stages. */
export interface ClientContext {
  readonly evaluator: Evaluator;
  readonly libraries: Libraries;
  readonly wrappers: Wrappers;
}

/** Every call and tag of a file that reaches a known database library, in source order. */
export function findClientUses(model: SourceModel, context: ClientContext): readonly ClientUse[] {
  const uses: ClientUse[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "call" || node.kind === "tagged") uses.push(...usesOf(node, model, context));
  });
  if (model.script) uses.push(scriptUse(model, model.script));
  return uses;
}

function usesOf(call: Call | TaggedText, model: SourceModel, context: ClientContext): readonly ClientUse[] {
  const callee = call.kind === "call" ? call.callee : call.tag;
  const uses: ClientUse[] = [];
  for (const value of context.evaluator.valuesOf(callee, model)) {
    const client = clientOf(value, call, context);
    if (!client) continue;
    const common = {
      via: client.via,
      call: calleeText(callee, model),
      scope: scopeName(model, call.span.start),
      dialect: client.dialect,
      place: { path: model.file.path, span: callee.span },
    };
    if (client.value && call.kind === "call") uses.push(...tableUses(client.value, call, model, context.evaluator, common));
    if (client.member.sql) {
      const use = statementUse(client.member, call, model, context, common);
      if (use) uses.push(use);
    }
  }
  return uses;
}

interface KnownClient {
  readonly via: string;
  readonly dialect: ClientUse["dialect"];
  readonly member: ClientMember;
  /** The library's own function; undefined for a function of the project that hands its argument on. */
  readonly value?: ClientValue;
}

/** The client behind a callee: a library's function, a value of such a type, or a function of the project that hands its argument on. */
function clientOf(value: Value, call: Call | TaggedText, context: ClientContext): KnownClient | undefined {
  const client = clientValue(value, context.libraries);
  if (client) return { via: client.library.id, dialect: client.library.dialect, member: client.member, value: client };
  if (value.kind === "function") return context.wrappers.of(value);
  if (value.kind === "external" && call.kind === "tagged" && isSqlTag(value.path)) {
    return { via: "typescript/sql-tag", dialect: undefined, member: { sql: { argument: "tag", writes: true } } };
  }
  return undefined;
}

type CommonUse = Pick<StatementUse, "via" | "call" | "scope" | "dialect" | "place">;

function statementUse(member: ClientMember, call: Call | TaggedText, model: SourceModel, context: ClientContext, common: CommonUse): StatementUse | undefined {
  const sql = member.sql!;
  const argument = sql.argument === "tag" ? call : call.kind === "call" ? call.arguments.at(sql.argument) : undefined;
  if (!argument || (sql.argument === "tag" && call.kind !== "tagged")) return undefined;
  const values = context.evaluator.valuesOf(argument.kind === "tagged" ? argument.text : argument, model);
  const place = { path: model.file.path, span: argument.span };
  const texts = values
    .flatMap((value) => (sql.keys && value.kind === "composite" ? sql.keys.flatMap((key) => context.evaluator.memberOf([value], key)) : [value]))
    .filter((value) => value.kind === "text" || value.kind === "unknown")
    .flatMap((value) => piecesOf([value], place))
    .map(toSqlText);
  if (texts.length === 0) return undefined;
  const parameterOf = parameterFunction(argument, model);
  return { ...common, kind: "statement", texts, writes: sql.writes, ...(parameterOf ? { parameterOf } : {}) };
}

/** The function whose parameter an argument is. */
export function parameterFunction(argument: Expression, model: SourceModel): FunctionNode | undefined {
  if (argument.kind !== "name") return undefined;
  for (let scope: Scope | undefined = model.scopeAt(argument.span.start); scope; scope = scope.parent) {
    const binding = scope.bindings.get(argument.name);
    if (binding) return binding.parameter?.function;
  }
  return undefined;
}

function scriptUse(model: SourceModel, script: NonNullable<SourceModel["script"]>): StatementUse {
  const path = model.file.path;
  const pieces = script.parts.flatMap((part) => (part.kind === "run" ? [{ kind: "known", text: part.text, place: { path, span: part.span } } as const] : []));
  return { kind: "statement", via: "sql/file", call: undefined, scope: "", dialect: undefined, place: { path, span: script.span }, texts: [toSqlText(pieces)], writes: false };
}

const MAX_CALL_TEXT = 80;

function calleeText(callee: Expression, model: SourceModel): string {
  const text = model.file.text.slice(callee.span.start, callee.span.end).replace(/\s+/g, "");
  return text.length > MAX_CALL_TEXT ? `…${text.slice(-MAX_CALL_TEXT)}` : text;
}

/** The innermost named function around an offset, with its type: `UserStore.save`; empty at the top of a file. */
export function scopeName(model: SourceModel, offset: number): string {
  let name = "";
  for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) {
    if (name === "" && scope.function) name = functionName(scope.function);
    if (scope.type?.name !== undefined && name !== "" && !name.includes(".")) return `${scope.type.name}.${name}`;
  }
  return name;
}

function functionName(node: FunctionNode): string {
  if (node.name === undefined) return "";
  const receiver = node.receiver?.type;
  return receiver?.kind === "named" ? `${receiver.path.at(-1)}.${node.name}` : node.name;
}

