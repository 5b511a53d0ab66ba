import type { FunctionValue, Site, Values } from "../evaluate/value.ts";
import type { Call, FunctionNode, TaggedText } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { ClientUse } from "./client-use.ts";

/** Functions of the project whose parameters decide which statement or table they access: `insertRow(table, row)`, `run(query)`. */
export interface Helpers {
  /** The calls in such a function's body that its callers decide; none for any other function. */
  openCalls(value: FunctionValue, look: (call: Call | TaggedText, site: Site) => Look): readonly (Call | TaggedText)[];
  /** Whether a call of the function was found: its callers tell what its parameters are. */
  isCalled(node: FunctionNode): boolean;
}

/** What a call in a helper's body reaches, seen without its callers. */
export interface Look {
  readonly callees: Values;
  readonly uses: readonly ClientUse[];
}

export function createHelpers(): Helpers {
  const known = new Map<FunctionNode, readonly (Call | TaggedText)[]>();
  const called = new Set<FunctionNode>();

  function openCalls({ node, model }: FunctionValue, look: (call: Call | TaggedText, site: Site) => Look): readonly (Call | TaggedText)[] {
    const before = known.get(node);
    if (before) return before;
    known.set(node, []);
    if (!node.body || (node.parameters.length === 0 && !node.receiver)) return [];
    const open: (Call | TaggedText)[] = [];
    const site: Site = { model, frame: undefined };
    walkSyntax([node.body], (each) => {
      if ((each.kind === "call" || each.kind === "tagged") && isOpen(look(each, site), node)) open.push(each);
    });
    known.set(node, open);
    return open;
  }

  return {
    openCalls(value, look) {
      const open = openCalls(value, look);
      if (open.length > 0) called.add(value.node);
      return open;
    },
    isCalled: (node) => called.has(node),
  };
}

/** Whether a parameter of the function decides what the call reaches, or what it does there. */
function isOpen({ callees, uses }: Look, node: FunctionNode): boolean {
  return callees.some((callee) => callee.kind === "unknown" && callee.parameterOf === node) || uses.some((use) => parametersOf(use).includes(node));
}

/** The functions on whose parameters a use depends. */
export function parametersOf(use: ClientUse): readonly FunctionNode[] {
  if (use.kind === "table") return use.parameterOf ? [use.parameterOf] : [];
  return use.texts.flatMap((text) => text.pieces.flatMap((piece) => (piece.kind === "hole" && piece.parameterOf ? [piece.parameterOf] : [])));
}
