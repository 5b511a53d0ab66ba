import type { Expression, Statement } from "../../../model/syntax.ts";
import { Mark, markTexts } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, spanFrom, startOf, tokenText } from "../../syntax/cursor.ts";
import { stepAssignment } from "../../syntax/expressions.ts";
import { readExpressions, readOne } from "./expressions.ts";
import { patternOf } from "./patterns.ts";

/** An expression, assignment, short declaration, send or step: https://go.dev/ref/spec#SimpleStmt */
export function readSimpleStatement(cursor: Cursor, into: Statement[]): void {
  const start = startOf(cursor);
  const targets = readExpressions(cursor);
  const { kind } = cursor;
  if (kind === Mark[":="]) {
    advance(cursor);
    const values = readExpressions(cursor);
    into.push({ kind: "variable", span: spanFrom(cursor, start), constant: false, targets: targets.map(patternOf), type: undefined, values });
    return;
  }
  if (ASSIGNMENTS.has(kind)) {
    advance(cursor);
    const values = readExpressions(cursor);
    const span = spanFrom(cursor, start);
    addExpression(into, { kind: "assignment", span, operator: markTexts[kind]!, targets, values });
    return;
  }
  const [first] = targets;
  if ((kind === Mark["++"] || kind === Mark["--"]) && first) {
    const operator = tokenText(cursor);
    advance(cursor);
    addExpression(into, stepAssignment(cursor, first, operator, start));
    return;
  }
  if (kind === Mark["<-"] && first) {
    advance(cursor);
    const right = readOne(cursor);
    addExpression(into, { kind: "binary", span: spanFrom(cursor, start), operator: "<-", left: first, right });
    return;
  }
  for (const target of targets) if (target.span.end > target.span.start) addExpression(into, target);
}

function addExpression(into: Statement[], expression: Expression): void {
  into.push({ kind: "expression", span: expression.span, expression });
}

const ASSIGNMENTS = new Set<number>([
  ...[Mark["="], Mark["+="], Mark["-="], Mark["*="], Mark["/="], Mark["%="]],
  ...[Mark["&="], Mark["|="], Mark["^="], Mark["&^="], Mark["<<="], Mark[">>="]],
]);
