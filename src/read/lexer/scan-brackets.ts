import type { Scanner } from "./scanner.ts";
import { Form, rewindTo } from "./scanner.ts";
import { Mark } from "./token-kinds.ts";

/** Notes whether the token about to be added, no bracket, ends an operand. */
export function noteOperand(scanner: Scanner, kind: number): void {
  const { operands } = scanner.rules;
  if (operands === undefined) return;
  if (kind === Mark["!"]) {
    // Behind an operand `!` is TypeScript's non-null assertion.
    scanner.operandEnded &&= scanner.line === 0;
    return;
  }
  scanner.operandEnded = operands.operandEnds[kind] === 1 || isMemberName(scanner);
}

/** Opens a bracket about to be added. */
export function openBracket(scanner: Scanner, kind: number): void {
  scanner.forms.push(formOf(scanner, kind));
  scanner.openings.push(scanner.count);
  scanner.operandEnded = false;
}

/** Closes what a closing bracket closes, with everything left open inside, and says its form; a bracket that closes nothing is a group. */
export function closeBracket(scanner: Scanner, kind: number): number {
  const { forms, openings } = scanner;
  const brace = kind === Mark["}"];
  let depth = forms.length - 1;
  if (brace) while (depth >= 0 && forms[depth]! < Form.block) depth--;
  if (depth < 0 || forms[depth]! >= Form.block !== brace) {
    scanner.operandEnded = true;
    return Form.group;
  }
  const form = forms[depth]!;
  // Not by the arrays' length: setting that is slow, and mostly there is one bracket to close.
  while (forms.length > depth) {
    forms.pop();
    openings.pop();
  }
  scanner.operandEnded = form === Form.group || form === Form.value;
  return form;
}

/** Goes back to the outermost literal or element that the text's end left open; false where there is none. */
export function recoverAtEnd(scanner: Scanner): boolean {
  const open = scanner.forms.findIndex((form) => form === Form.hole || form === Form.markup);
  return open >= 0 && rewindTo(scanner, scanner.openings[open]!);
}

function formOf(scanner: Scanner, kind: number): number {
  const { operands } = scanner.rules;
  const { last } = scanner;
  if (kind === Mark["{"]) {
    const block = operands === undefined || scanner.operandEnded || last === Mark[")"] || operands.blockStarts[last] === 1 || isLabelled(scanner);
    return block ? Form.block : Form.value;
  }
  if (kind === Mark["["] || operands === undefined || operands.controlWords[last] === 0) return Form.group;
  const before = scanner.arrays.kinds[scanner.count - 2];
  return before === Mark["."] || before === Mark["?."] ? Form.group : Form.control;
}

/** `case x: {` and `label: {` open blocks, `{ key: {` does not. */
function isLabelled(scanner: Scanner): boolean {
  return scanner.last === Mark[":"] && (scanner.forms.at(-1) ?? Form.block) === Form.block;
}

function isMemberName(scanner: Scanner): boolean {
  return scanner.last === Mark["."] || scanner.last === Mark["?."];
}
