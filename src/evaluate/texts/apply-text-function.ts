import type { TextFunction } from "../../model/text-function.ts";
import type { Call, Expression, TaggedText } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { listOf } from "../expressions/evaluate-member.ts";
import { evaluateText, insertedAt, insertedOperand, joined, piecesOf, plainText } from "./evaluate-text.ts";
import { formatText } from "./format-text.ts";
import { addedBehind } from "./grown-list.ts";
import { plainPattern } from "./plain-pattern.ts";
import { quotedNames } from "./quoted-name.ts";
import { splitText } from "./split-text.ts";
import type { Site, TextValue, Value, Values } from "../value.ts";
import { eitherOf, MAX_ALTERNATIVES, unknown } from "../value.ts";

/** What a known function makes of its arguments. */
export function applyTextFunction(evaluation: Evaluation, how: TextFunction, call: Call | TaggedText, site: Site): Values {
  if (call.kind === "tagged") return evaluateText(evaluation, call.text, site);
  const operand = (which: number | "receiver" | "tag"): Expression | undefined =>
    typeof which === "number" ? call.arguments.at(which) : call.callee.kind === "member" ? call.callee.object : undefined;
  const valuesOf = (which: number | "receiver" | "tag"): Values => {
    const expression = operand(which);
    return expression ? evaluation.evaluate(expression, site) : unknown("it is not given");
  };
  const place = { path: site.model.file.path, span: call.span };

  switch (how.kind) {
    case "same":
      return valuesOf(how.text);
    case "format":
      return formatText(evaluation, call.arguments.slice(how.format), site);
    case "identifier":
      if (!how.rest || typeof how.name !== "number" || call.arguments.length < how.name + 2) return quotedNames(evaluation, valuesOf(how.name), place);
      return quotedNames(evaluation, [{ kind: "list", elements: call.arguments.slice(how.name).map((each) => evaluation.evaluate(each, site)) }], place);
    case "letters":
      return valuesOf(how.text).map((value) => (value.kind === "text" ? inLetters(value, how.to) : value));
    case "split":
      return splitAt(valuesOf(how.text), how.separator === undefined ? /\s+/g : textOfOne(valuesOf(how.separator)));
    case "concat": {
      const operands = how.first === undefined ? call.arguments : [operand(how.first)!, ...call.arguments];
      return joined(operands.map((each) => insertedOperand(each, evaluation.evaluate(each, site), site)));
    }
    case "join":
      return eitherOf(...valuesOf(how.list).map((list): Values => {
        const written = listOf(evaluation, list);
        if (!written) return unknown("it joins a list made at run time");
        const elements = [...written, ...addedBehind(evaluation, list, call, site)];
        const separator = typeof how.separator === "string" ? fixed(how.separator, site, call) : separatorOf(valuesOf(how.separator), site, call);
        return joined(elements.flatMap((element, index) => (index === 0 ? [piecesOf(element, place)] : [piecesOf(separator, place), piecesOf(element, place)])));
      }));
    case "replace": {
      const pattern = plainPattern(operand(how.from)) ?? { text: textOfOne(valuesOf(how.from)), all: how.all };
      return replaced(valuesOf(how.text), pattern.text, valuesOf(how.to), pattern.all);
    }
  }
}

/** `list.join()` joins with a comma (ECMAScript, Array.prototype.join). */
function separatorOf(values: Values, site: Site, call: Call): Values {
  return values.length === 1 && values[0]!.kind === "unknown" ? fixed(",", site, call) : values;
}

function fixed(text: string, site: Site, call: Call): Values {
  return [{ kind: "text", pieces: [{ kind: "known", text, place: { path: site.model.file.path, span: call.span } }] }];
}

/** Replaces inside the known pieces, by one of several alternatives everywhere; a text that cannot be told leaves the place as a hole would. */
function replaced(texts: Values, pattern: string | undefined, to: Values, all: boolean): Values {
  if (pattern === undefined || pattern === "") return texts;
  const alternatives = texts.length * to.length > MAX_ALTERNATIVES ? unknown(`it has more than ${MAX_ALTERNATIVES} values`) : to;
  return eitherOf(...texts.map((text): Values => (text.kind === "text" ? eitherOf(...alternatives.map((other) => replacedBy(text, pattern, other, all))) : [text])));
}

function replacedBy({ pieces }: TextValue, pattern: string, to: Value, all: boolean): Values {
  let done = false;
  return joined(
    pieces.flatMap((piece) => {
      if (piece.kind === "hole" || !piece.text.includes(pattern) || done) return [[[piece]]];
      done = !all;
      const parts = all ? piece.text.split(pattern) : splitOnce(piece.text, pattern);
      const { path, span: around } = piece.place;
      const exact = around.end - around.start === piece.text.length;
      let offset = around.start;
      return parts.flatMap((part, index) => {
        const span = exact ? { start: offset, end: offset + part.length } : around;
        const stood = exact ? { start: span.start - pattern.length, end: span.start } : around;
        offset += part.length + pattern.length;
        const kept = [[{ ...piece, text: part, place: { path, span } }]];
        return index === 0 ? [kept] : [insertedAt({ path, span: stood }, [to]), kept];
      });
    }),
  );
}

function inLetters({ pieces }: TextValue, to: "lower" | "upper"): TextValue {
  return { kind: "text", pieces: pieces.map((piece) => (piece.kind === "known" ? { ...piece, text: to === "lower" ? piece.text.toLowerCase() : piece.text.toUpperCase() } : piece)) };
}

function splitAt(texts: Values, separator: string | RegExp | undefined): Values {
  return separator === undefined ? unknown("what separates it is told at run time") : texts.map((text) => splitText(text, separator));
}

function textOfOne(values: Values): string | undefined {
  return values.length === 1 ? plainText(values[0]!) : undefined;
}

function splitOnce(text: string, pattern: string): readonly string[] {
  const at = text.indexOf(pattern);
  return [text.slice(0, at), text.slice(at + pattern.length)];
}
