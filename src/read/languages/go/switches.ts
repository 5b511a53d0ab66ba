import type { Block, Expression, Statement, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, endBefore, enter, leave, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readHeader } from "./control-flow.ts";
import { readExpressions } from "./expressions.ts";
import { readSimpleStatement } from "./simple-statements.ts";
import type { NamedResults } from "./statements.ts";
import { readClause, readStatement } from "./statements.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** An expression or type switch; in a clause for one type the name of a type switch is declared again with that type. */
export function readSwitchStatement(cursor: Cursor, results: NamedResults): Statement {
  const start = startOf(cursor);
  advance(cursor);
  const header: Statement[] = [];
  readHeader(cursor, header);
  const guard = typeGuardOf(header.at(-1));
  const { blocks, exhaustive } = readClauses(cursor, results, () => {
    const [type, ...others] = guard ? readCaseTypes(cursor) : readLabels(cursor, header);
    accept(cursor, Mark[":"]);
    const statements = guard?.name && type && others.length === 0 && !isNil(type) ? [narrowed(guard, type)] : [];
    return { start: endBefore(cursor), statements };
  });
  return { kind: "branch", span: spanFrom(cursor, start), header, blocks, exhaustive };
}

/** What a clause receives or sends is the first statement of its block. */
export function readSelectStatement(cursor: Cursor, results: NamedResults): Statement {
  const start = startOf(cursor);
  advance(cursor);
  const { blocks } = readClauses(cursor, results, () => {
    const clauseStart = startOf(cursor);
    const statements: Statement[] = [];
    if (cursor.kind !== Mark[":"]) readSimpleStatement(cursor, statements);
    accept(cursor, Mark[":"]);
    return { start: clauseStart, statements };
  });
  // One of the clauses runs, or the statement never ends: https://go.dev/ref/spec#Select_statements
  return { kind: "branch", span: spanFrom(cursor, start), header: [], blocks, exhaustive: true };
}

interface Clauses {
  readonly blocks: readonly Block[];
  /** There is a `default`. */
  readonly exhaustive: boolean;
}

/** What a clause's block begins with, and where. */
interface ClauseHead {
  readonly start: number;
  readonly statements: readonly Statement[];
}

/** The clauses between the braces at the cursor. `readHead` reads from behind `case` or `default` to behind the colon. */
function readClauses(cursor: Cursor, results: NamedResults, readHead: () => ClauseHead): Clauses {
  const blocks: Block[] = [];
  let exhaustive = false;
  if (cursor.kind !== Mark["{"]) return { blocks, exhaustive };
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (cursor.kind !== Word.case && cursor.kind !== Word.default) {
      // Damage: what stands before the first clause is kept as a clause of its own.
      const start = startOf(cursor);
      const statements: Statement[] = [];
      readStatement(cursor, results, statements);
      if (statements.length > 0) blocks.push({ kind: "block", span: spanFrom(cursor, start), statements });
      continue;
    }
    if (cursor.kind === Word.default) exhaustive = true;
    advance(cursor);
    const head = readHead();
    const statements = [...head.statements, ...readClause(cursor, results)];
    const end = Math.max(head.start, cursor.kind === Token.end ? cursor.tree.starts[cursor.limit]! : startOf(cursor));
    blocks.push({ kind: "block", span: { start: head.start, end }, statements });
  }
  leave(cursor, opening, limit);
  return { blocks, exhaustive };
}

function readLabels(cursor: Cursor, header: Statement[]): readonly TypeExpression[] {
  if (cursor.kind === Mark[":"]) return [];
  for (const expression of readExpressions(cursor)) header.push({ kind: "expression", span: expression.span, expression });
  return [];
}

function readCaseTypes(cursor: Cursor): readonly TypeExpression[] {
  const types: TypeExpression[] = [];
  while (cursor.kind !== Mark[":"] && cursor.kind !== Token.end && cursor.kind !== Mark[";"]) {
    const before = cursor.position;
    types.push(readType(cursor));
    if (!accept(cursor, Mark[","]) && cursor.position === before) break;
  }
  return types;
}

function isNil(type: TypeExpression): boolean {
  return type.kind === "named" && type.path.length === 1 && type.path[0] === "nil";
}

interface TypeGuard {
  readonly name: Extract<Statement, { kind: "variable" }>["targets"][number] | undefined;
  readonly operand: Expression;
}

/** `x := value.(type)` or `value.(type)`, the last statement of a header. */
function typeGuardOf(statement: Statement | undefined): TypeGuard | undefined {
  const value = statement?.kind === "variable" ? statement.values[0] : statement?.kind === "expression" ? statement.expression : undefined;
  if (value?.kind !== "conversion" || value.type !== undefined) return undefined;
  return { name: statement?.kind === "variable" ? statement.targets[0] : undefined, operand: value.operand };
}

/** The name is declared anew in each clause: https://go.dev/ref/spec#Type_switches. Its value is repeated where that calls nothing. */
function narrowed(guard: TypeGuard, type: TypeExpression): Statement {
  const { name, operand } = guard;
  const values: readonly Expression[] = operand.kind === "name" ? [{ kind: "conversion", span: operand.span, operand, type }] : [];
  return { kind: "variable", span: type.span, constant: false, targets: name ? [{ ...name, span: type.span }] : [], type, values };
}

