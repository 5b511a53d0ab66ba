import type { Parameter, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, behindGroup, enter, kindAt, leave, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { namePattern, namelessPattern } from "./patterns.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** `(ctx context.Context, names ...string)` at the cursor; parameters of a type alone have an empty name. */
export function readParameters(cursor: Cursor): readonly Parameter[] {
  if (cursor.kind !== Mark["("]) return [];
  const opening = cursor.position;
  const named = hasNames(cursor);
  const limit = enter(cursor);
  const parameters: Parameter[] = [];
  let waiting: Parameter[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","]) || accept(cursor, Mark[";"])) continue;
    const before = cursor.position;
    const parameter = readParameter(cursor, named);
    if (cursor.position === before) skipGroup(cursor);
    waiting.push(parameter);
    if (parameter.type === undefined) continue;
    // `a, b int`: the type stands with the last name.
    parameters.push(...waiting.map((each) => (each.type ? each : { ...each, type: parameter.type, rest: parameter.rest })));
    waiting = [];
  }
  leave(cursor, opening, limit);
  return [...parameters, ...waiting];
}

export interface Results {
  readonly types: readonly TypeExpression[];
  /** Empty where the results have no names. */
  readonly named: readonly Parameter[];
}

/** What stands between a function's parameters and its body. */
export function readResults(cursor: Cursor): Results {
  if (cursor.kind === Mark["("]) {
    const results = readParameters(cursor);
    const types = results.map((each) => each.type ?? { kind: "unknown" as const, span: each.span });
    return { types, named: results.filter((each) => each.pattern.kind === "name" && each.pattern.name !== "") };
  }
  const before = cursor.position;
  const type = readType(cursor);
  return { types: cursor.position > before ? [type] : [], named: [] };
}

function readParameter(cursor: Cursor, named: boolean): Parameter {
  const start = startOf(cursor);
  const hasName = named && cursor.kind === Token.name;
  const pattern = hasName ? namePattern(tokenSpan(cursor), tokenText(cursor)) : namelessPattern(start);
  if (hasName) advance(cursor);
  const ends = cursor.kind === Mark[","] || cursor.kind === Token.end;
  const rest = accept(cursor, Mark["..."]);
  const element = ends ? undefined : readType(cursor);
  const type: TypeExpression | undefined = rest && element ? { kind: "list", span: element.span, element } : element;
  return { span: spanFrom(cursor, start), pattern, type, rest, declaresField: false };
}

/** Names and types, or types alone: https://go.dev/ref/spec#Function_types */
function hasNames(cursor: Cursor): boolean {
  const close = cursor.tree.matches[cursor.position]!;
  let entry = cursor.position + 1;
  while (entry < close) {
    if (kindAt(cursor, entry) === Token.name && beginsType(cursor, entry + 1, close)) return true;
    while (entry < close && kindAt(cursor, entry) !== Mark[","]) entry = behindGroup(cursor, entry);
    entry++;
  }
  return false;
}

function beginsType(cursor: Cursor, index: number, close: number): boolean {
  if (index >= close) return false;
  const kind = kindAt(cursor, index);
  // `rows []Row` has an empty bracket or a type behind the bracket, `List[Row]` nothing.
  if (kind === Mark["["]) return behind(cursor, index) < close && kindAt(cursor, behind(cursor, index)) !== Mark[","];
  return TYPE_STARTS.has(kind);
}

const TYPE_STARTS = new Set<number>([
  ...[Token.name, Mark["*"], Mark["("], Mark["..."], Mark["<-"]],
  ...[Word.func, Word.map, Word.chan, Word.struct, Word.interface],
]);

