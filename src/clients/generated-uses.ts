import { generatorOfFile, isTelling } from "../evaluate/orm/generated-code.ts";
import type { FunctionValue, Site } from "../evaluate/value.ts";
import type { Place } from "../model/place.ts";
import { type SqlText, toSqlText } from "../model/sql-text.ts";
import type { Branch, Call, Expression, FunctionNode, Loop, TaggedText } from "../model/syntax.ts";
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
  const uses = usesInside({ context, lookAt }, callee, saidBy(call, callee.node, { flags: new Map(), none: new Set() }), 0);
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

/** What a call says of the parameters of a function, by their names. */
interface Said {
  /** Whether it says `true` or `false`. */
  readonly flags: ReadonlyMap<string, boolean>;
  /** Those that take the rest of the arguments, and of which there are none. */
  readonly none: ReadonlySet<string>;
}

const MAX_DEPTH = 4;

function usesInside(search: Search, { node, model }: FunctionValue, said: Said, depth: number): readonly ClientUse[] {
  const uses: ClientUse[] = [];
  const site = { model, frame: undefined };
  const visit = (part: Parameters<typeof walkSyntax>[0]): void =>
    walkSyntax(part, (each) => {
      if (each.kind === "loop" && isOverNone(each, said)) return false;
      const taken = each.kind === "branch" ? takenBlocks(each, said) : undefined;
      if (taken) {
        visit(taken);
        return false;
      }
      if (each.kind !== "call") return true;
      const look = search.lookAt(each, site);
      const generated = look.callees.filter((callee): callee is FunctionValue => callee.kind === "function" && callee.node.body !== undefined && generatorOfFile(search.context.libraries, callee.model) !== undefined);
      uses.push(...(generated.length === 0 ? look.uses : depth < MAX_DEPTH ? generated.flatMap((callee) => usesInside(search, callee, saidBy(each, callee.node, said), depth + 1)) : []));
      return true;
    });
  if (node.body) visit([node.body]);
  return uses;
}

function saidBy(call: Call, { parameters }: FunctionNode, around: Said): Said {
  const flags = new Map<string, boolean>();
  const none = new Set<string>();
  for (const [index, { pattern, rest }] of parameters.entries()) {
    const given = call.arguments[index];
    const flag = flagAt(given, around);
    if (pattern.kind !== "name") continue;
    if (flag !== undefined) flags.set(pattern.name, flag);
    if (rest && (!given || (given.kind === "spread" && given.operand.kind === "name" && around.none.has(given.operand.name)))) none.add(pattern.name);
  }
  return { flags, none };
}

function flagAt(expression: Expression | undefined, { flags }: Said): boolean | undefined {
  const word = expression?.kind === "name" ? expression.name : expression?.kind === "literal" ? expression.raw : "";
  return word === "true" ? true : word === "false" ? false : flags.get(word);
}

/** A loop over rows of which the call gives none: `user.SetPets(ctx, db, true)`. */
function isOverNone({ each }: Loop, { none }: Said): boolean {
  return each?.list.kind === "name" && none.has(each.list.name);
}

/** The block of `if insert { … } else { … }` that runs for a flag that the call says; undefined where it says none. */
function takenBlocks({ header, blocks }: Branch, said: Said): Branch["blocks"] | undefined {
  const [condition] = header;
  const flag = header.length === 1 && condition?.kind === "expression" ? flagAt(condition.expression, said) : undefined;
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
