import type { ArgumentTest } from "../../model/argument-test.ts";
import type { Call, Expression, TaggedText } from "../../model/syntax.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Value, Values } from "../value.ts";

/** Whether an argument of a call is what a library's member asks for. */
export function hasArgument({ keys = [], is, words = [] }: ArgumentTest, call: Call | TaggedText, valuesOf: (argument: Expression) => Values): boolean {
  const isSo = (value: Value): boolean => {
    if (value.kind === "composite") return value.node.entries.some(({ name }) => name !== undefined && keys.includes(name));
    if (value.kind === "instance") return is !== undefined && value.type.kind === "client" && value.type.name === is;
    const text = words.length > 0 ? plainText(value)?.toLowerCase().replace(/\s+/g, " ") : undefined;
    return text !== undefined && words.some((each) => text.includes(each));
  };
  return call.kind === "call" && call.arguments.some((argument) => valuesOf(argument).some(isSo));
}
