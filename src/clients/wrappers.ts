import type { ClientMember } from "../model/client.ts";
import type { Expression, FunctionNode } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Libraries } from "../evaluate/libraries.ts";
import type { FunctionValue, Value } from "../evaluate/value.ts";
import type { ClientUse } from "./client-use.ts";
import { clientValue } from "./client-value.ts";

/** Functions of the project that hand an argument on to a database library as a statement. */
export interface Wrappers {
  /** What such a function is, as if a library had it; undefined for any other function. */
  of(value: FunctionValue): Wrapper | undefined;
  /** Whether a call of the function was found: its callers tell what its parameter is. */
  isCalled(node: FunctionNode): boolean;
}

export interface Wrapper {
  readonly via: string;
  readonly dialect: ClientUse["dialect"];
  readonly member: ClientMember;
}

const MAX_DEPTH = 3;

export function createWrappers(evaluator: Evaluator, libraries: Libraries): Wrappers {
  const known = new Map<FunctionNode, Wrapper | undefined>();
  const called = new Set<FunctionNode>();

  function summarise(value: FunctionValue, depth: number): Wrapper | undefined {
    const { node, model } = value;
    if (known.has(node)) return known.get(node);
    known.set(node, undefined);
    if (!node.body || depth > MAX_DEPTH || node.parameters.length === 0) return undefined;
    let found: Wrapper | undefined;
    walkSyntax([node.body], (each) => {
      if (found) return false;
      if (each.kind !== "call") return;
      for (const callee of evaluator.valuesOf(each.callee, model)) found ??= handedOn(callee, each.arguments, value, depth);
      return;
    });
    known.set(node, found);
    return found;
  }

  function handedOn(callee: Value, passed: readonly Expression[], value: FunctionValue, depth: number): Wrapper | undefined {
    const inner = clientBehind(callee, depth);
    const sql = inner?.member.sql;
    if (!inner || !sql || sql.argument === "tag") return undefined;
    const argument = passed.at(sql.argument);
    if (argument?.kind !== "name") return undefined;
    const index = value.node.parameters.findIndex((each) => each.pattern.kind === "name" && each.pattern.name === argument.name);
    return index < 0 ? undefined : { via: inner.via, dialect: inner.dialect, member: { sql: { ...sql, argument: index } } };
  }

  function clientBehind(callee: Value, depth: number): Wrapper | undefined {
    if (callee.kind === "function") return summarise(callee, depth + 1);
    const client = clientValue(callee, libraries);
    return client && { via: client.library.id, dialect: client.library.dialect, member: client.member };
  }

  return {
    of(value) {
      const wrapper = summarise(value, 0);
      if (wrapper) called.add(value.node);
      return wrapper;
    },
    isCalled: (node) => called.has(node),
  };
}
