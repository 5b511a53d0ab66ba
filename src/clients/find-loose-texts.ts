import { functionNames } from "../evaluate/function-names.ts";
import type { Scope, SourceModel } from "../model/source-model.ts";
import type { SqlText, TextPiece } from "../model/sql-text.ts";
import type { Block, Call, Expression, Statement } from "../model/syntax.ts";
import { toSqlText } from "../model/sql-text.ts";
import { forEachChild, walkSyntax } from "../model/walk-syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { isText, piecesOf } from "../evaluate/texts/evaluate-text.ts";
import { laterReplaced } from "./later-replaced.ts";
import { comparesText, saysMessage } from "./message-calls.ts";
import { findSpots } from "./spots.ts";
import { mayBeStatement, mayHoldStatement } from "./statement-literal.ts";
import { isExported, scopeName } from "./where-called.ts";

/** A text that reaches no known call of this file: its form alone tells whether it is a statement. */
export interface LooseText {
  readonly texts: readonly SqlText[];
  readonly scope: string;
  /** The constant or variable of the file that holds it, or the function that gives it. */
  readonly name?: string;
}

type Node = Expression | Statement;

/**
 * Every outermost text of a file that may hold a statement: literals, concatenations, format calls; arguments of log and error
 * calls left out. `constants` are names that stand for statements of other files.
 */
export function findLooseTexts(model: SourceModel, evaluator: Evaluator, constants: ReadonlySet<string> = NONE): readonly LooseText[] {
  const { around, directlyAround } = statementLiterals(model, constants);
  const loose: LooseText[] = [];
  const stack: Node[] = model.statements.filter((statement) => around.has(statement)).reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "call" && directlyAround.has(node) && saysMessage(node, model, evaluator)) continue;
    const text = isTextForm(node) && directlyAround.has(node) ? looseText(node, model, evaluator) : undefined;
    if (text) loose.push(text);
    if (text && !(node.kind === "call" && isMadeElsewhere(text, node, model))) continue;
    const inside: Node[] = [];
    const compares = node.kind === "call" && directlyAround.has(node) && comparesText(node, model, evaluator);
    forEachChild(node, (child) => {
      if (around.has(child) && !(compares && isTextForm(child) && child.kind !== "call")) inside.push(child);
    });
    stack.push(...inside.reverse());
  }
  return loose;
}

const NONE: ReadonlySet<string> = new Set();

interface LiteralSurroundings {
  /** Literals that may hold a statement, and all that they stand in. */
  readonly around: ReadonlySet<Node>;
  /** The same up to the nearest function: expressions whose own text they are. */
  readonly directlyAround: ReadonlySet<Node>;
}

function statementLiterals(model: SourceModel, constants: ReadonlySet<string>): LiteralSurroundings {
  const around = new Set<Node>();
  const directlyAround = new Set<Node>();
  const open: Node[] = [];
  const spots = findSpots(model, { names: constants, verbs: true });
  walkSyntax(
    model.statements,
    (node) => {
      if (!spots.isIn(node.span)) return false;
      open.push(node);
      const mayHold = node.kind === "text" ? mayHoldStatement(node) : (node.kind === "name" || node.kind === "member") && constants.has(node.name);
      if (!mayHold) return;
      let direct = true;
      for (let i = open.length - 1; i >= 0; i--) {
        const each = open[i]!;
        direct &&= each.kind !== "function";
        if (around.has(each) && (!direct || directlyAround.has(each))) break;
        around.add(each);
        if (direct) directlyAround.add(each);
      }
    },
    () => open.pop(),
  );
  return { around, directlyAround };
}

/** What a call gives need not be what it was given: the number of rows that a statement changed is none. */
function looseText(node: Expression, model: SourceModel, evaluator: Evaluator): LooseText | undefined {
  const made = laterReplaced(node, model) ?? node;
  const values = evaluator.valuesOf(made.kind === "tagged" ? made.text : made, { model, frame: undefined }).filter(isText);
  const texts = piecesOf(values, { path: model.file.path, span: node.span }).map(toSqlText);
  if (!texts.some(({ text }) => mayBeStatement(text))) return undefined;
  const name = nameOf(node, model) ?? nameOfMaker(node, model);
  return { texts, scope: scopeName(model, node.span.start), ...(name === undefined ? {} : { name }) };
}

/** Whether nothing that is written in a call is part of the text that it gives: its arguments may hold statements that it runs. */
function isMadeElsewhere({ texts }: LooseText, { span }: Call, { file: { path } }: SourceModel): boolean {
  const stands = ({ place }: TextPiece): boolean => place.path === path && span.start <= place.span.start && place.span.end <= span.end;
  return !texts.some(({ pieces }) => pieces.some(stands));
}

/** The name at the top of the file whose whole value an expression is. */
function nameOf(node: Expression, model: SourceModel): string | undefined {
  for (const binding of model.scope.bindings.values()) if (binding.value === node) return binding.name;
  return undefined;
}

/** The name of the function that other files can call for a text: the innermost around it that gives anything. */
function nameOfMaker({ span }: Expression, model: SourceModel): string | undefined {
  let scope: Scope | undefined = model.scopeAt(span.start);
  while (scope && !scope.function) scope = scope.parent;
  const maker = scope?.function;
  if (!maker?.body || !(model.packageName !== undefined || isExported(maker, model)) || !givesAnything(maker.body)) return undefined;
  return functionNames(model, maker.span.start).find((name) => name.length >= SHORTEST_MAKER);
}

/** Shorter names would be found everywhere. */
const SHORTEST_MAKER = 4;

function givesAnything(body: Block): boolean {
  let gives = false;
  walkSyntax([body], (node) => {
    if (node.kind === "function" || gives) return false;
    gives = node.kind === "return" && node.values.length > 0;
    return;
  });
  return gives;
}

function isTextForm(node: Node): node is Expression {
  return node.kind === "text" || node.kind === "tagged" || node.kind === "call" || (node.kind === "binary" && node.operator === "+");
}
