import { generatorOfFile, isTelling } from "../evaluate/orm/generated-code.ts";
import type { FunctionValue, Site } from "../evaluate/value.ts";
import type { Place } from "../model/place.ts";
import { type SqlText, toSqlText } from "../model/sql-text.ts";
import type { Branch, Call, Expression, FunctionNode, TaggedText } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { ClientContext } from "./client-context.ts";
import type { ClientUse } from "./client-use.ts";
import type { Look } from "./helper-functions.ts";
import { whereCalled } from "./where-called.ts";

/** What a generated method that relates rows does, where it is called: `pilot.AddJets(ctx, db, true, jet)`. Undefined of any other function. */
export function generatedUses(callee: FunctionValue, call: Call | TaggedText, site: Site, context: ClientContext, lookAt: (call: Call | TaggedText, site: Site) => Look): readonly ClientUse[] | undefined {
  const { generates, id } = generatorOfFile(context.libraries, callee.model) ?? {};
  if (call.kind !== "call" || !generates?.telling || !isTelling(generates.telling, callee.node, callee.model)) return undefined;
  const { callee: named } = call;
  const place = { path: site.model.file.path, span: named.kind === "member" ? named.nameSpan : named.span };
  const common = { ...whereCalled(call, site), via: id! };
  const uses = usesInside({ context, lookAt }, callee, flagsOf(callee.node, call, new Map()), 0);
  const told = uses.map(({ through, ...use }): ClientUse => (use.kind === "table" ? { ...use, ...common, tablePlace: place, namedAt: place } : { ...use, ...common, span: call.span, texts: use.texts.map((text) => textAt(text, place)) }));
  return withoutTwins(told);
}

/** The methods that a generated file declares for one of an interface that it declares too. */
export function generatedBeside({ node, model }: FunctionValue, { libraries }: ClientContext): readonly FunctionValue[] {
  if (!generatorOfFile(libraries, model)?.generates?.telling) return [];
  return model.statements.flatMap((each): readonly FunctionValue[] => (each.kind === "function" && each.receiver && each.name === node.name && each.body ? [{ kind: "function", node: each, model, receiver: undefined }] : []));
}

interface Search {
  readonly context: ClientContext;
  readonly lookAt: (call: Call | TaggedText, site: Site) => Look;
}

/** By the names of a function's parameters, whether the call says `true` or `false`. */
type Flags = ReadonlyMap<string, boolean>;

const MAX_DEPTH = 4;

function usesInside(search: Search, { node, model }: FunctionValue, flags: Flags, depth: number): readonly ClientUse[] {
  const uses: ClientUse[] = [];
  const site = { model, frame: undefined };
  const visit = (part: Parameters<typeof walkSyntax>[0]): void =>
    walkSyntax(part, (each) => {
      const taken = each.kind === "branch" ? takenBlocks(each, flags) : undefined;
      if (taken) {
        visit(taken);
        return false;
      }
      if (each.kind !== "call") return true;
      const look = search.lookAt(each, site);
      const generated = look.callees.filter((callee): callee is FunctionValue => callee.kind === "function" && callee.node.body !== undefined && generatorOfFile(search.context.libraries, callee.model) !== undefined);
      uses.push(...(generated.length === 0 ? look.uses : depth < MAX_DEPTH ? generated.flatMap((callee) => usesInside(search, callee, flagsOf(callee.node, each, flags), depth + 1)) : []));
      return true;
    });
  if (node.body) visit([node.body]);
  return uses;
}

function flagsOf({ parameters }: FunctionNode, call: Call, around: Flags): Flags {
  const flags = new Map<string, boolean>();
  for (const [index, { pattern }] of parameters.entries()) {
    const flag = flagAt(call.arguments[index], around);
    if (pattern.kind === "name" && flag !== undefined) flags.set(pattern.name, flag);
  }
  return flags;
}

function flagAt(expression: Expression | undefined, around: Flags): boolean | undefined {
  const word = expression?.kind === "name" ? expression.name : expression?.kind === "literal" ? expression.raw : "";
  return word === "true" ? true : word === "false" ? false : around.get(word);
}

/** The block of `if insert { … } else { … }` that runs for a flag that the call says; undefined where it says none. */
function takenBlocks({ header, blocks }: Branch, flags: Flags): Branch["blocks"] | undefined {
  const [condition] = header;
  const flag = header.length === 1 && condition?.kind === "expression" ? flagAt(condition.expression, flags) : undefined;
  return flag === undefined ? undefined : flag ? blocks.slice(0, 1) : blocks.slice(1);
}

/** A text whose place is the call that has it run. */
function textAt({ pieces }: SqlText, place: Place): SqlText {
  return toSqlText(pieces.map((piece) => (piece.kind === "known" ? { kind: "known", text: piece.text, place } : { ...piece, place })));
}

function withoutTwins(uses: readonly ClientUse[]): readonly ClientUse[] {
  const seen = new Set<string>();
  return uses.filter((use) => {
    const key = use.kind === "table" ? `${use.operation} ${use.table?.schema ?? ""} ${use.table?.name ?? ""}` : use.texts.map(({ text }) => text).join("\n");
    return !seen.has(key) && seen.add(key);
  });
}
