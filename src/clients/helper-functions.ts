import type { Evaluator } from "../evaluate/evaluator.ts";
import type { FunctionValue, Site, Values } from "../evaluate/value.ts";
import type { Place } from "../model/place.ts";
import type { SourceModel, SourceModels } from "../model/source-model.ts";
import type { LanguageId } from "../model/source-file.ts";
import type { Call, FunctionNode, TaggedText } from "../model/syntax.ts";
import { walkSyntax, walkTowards } from "../model/walk-syntax.ts";
import type { ClientUse } from "./client-use.ts";
import { functionNames, SUPER } from "../evaluate/function-names.ts";
import { methodAround } from "../evaluate/types/method-around.ts";
import { isHandedOut } from "./handed-out.ts";
import { implementationsAt } from "./implementations.ts";

/** Functions of the project whose parameters decide which statement or table they access: `insertRow(table, row)`, `run(query)`. */
export interface Helpers {
  /** Notes the functions whose parameters decide what a call reaches: one around it, or a constructor that fills a field with it. */
  note(look: Look, call: Call | TaggedText, model: SourceModel): void;
  /** Names of the helpers of a language that are known so far. */
  namesIn(language: LanguageId): ReadonlySet<string>;
  /** The helpers noted since this was last asked, by language. */
  takeNew(): ReadonlyMap<LanguageId, HelperNames>;
  /** The helpers that implement a method of an interface. */
  implementing(abstract: FunctionValue): readonly FunctionValue[];
  /** The calls in a function's body that its callers decide; none for a function that is no helper. */
  openCalls(value: FunctionValue, look: (call: Call | TaggedText, site: Site) => Look | undefined): readonly OpenCall[];
  /** The calls in methods that a constructor's parameters decide, by way of the fields that it fills. */
  constructedCalls(constructor: FunctionValue): readonly MethodCall[];
  /** Begins to count what is looked at for one call of the source. */
  beginCall(): void;
  /** Counts a call that is looked at inside of helpers; false where there were too many of them. */
  mayLookInside(): boolean;
  /** Whether a call of the function at a place was found: its callers tell what its parameters are. */
  isCalled(place: Place): boolean;
  /** The places of helpers, and of what their constructors decide, that calls reached since this was last asked. */
  takeReached(): readonly Place[];
}

export interface HelperNames {
  /** The names by which they are called. */
  readonly names: ReadonlySet<string>;
  /** What a file holds that calls one of them: `insertRow(`; of a constructor its class's name, since a class that extends it calls it otherwise. */
  readonly words: ReadonlySet<string>;
}

/** A call in the body of a helper. */
export interface OpenCall {
  readonly call: Call | TaggedText;
  /** Whether the call does so to that table whatever the helper is given: it is told there once, not at each call of the helper. */
  tells(use: ClientUse): boolean;
}

/** A call in the body of a method. */
export interface MethodCall {
  readonly call: Call | TaggedText;
  readonly method: FunctionNode;
  readonly model: SourceModel;
}

/** What a call reaches. */
export interface Look {
  readonly callees: Values;
  readonly uses: readonly ClientUse[];
}

export function createHelpers(models: SourceModels, evaluator: Evaluator): Helpers {
  const names = new Map<LanguageId, Set<string>>();
  let added = new Map<LanguageId, { readonly names: Set<string>; readonly words: Set<string> }>();
  let openByFunction = new WeakMap<FunctionNode, readonly OpenCall[]>();
  const constructed = new Map<string, MethodCall[]>();
  const methods = new Map<string, Place[]>();
  const noted = new Set<string>();
  const called = new Set<string>();
  let looked = 0;
  let reached: Place[] = [];

  function note(look: Look, call: Call | TaggedText, model: SourceModel): void {
    for (const place of placesOf(look)) {
      const home = place.path === model.file.path ? model : models.of(place.path);
      if (!home) continue;
      const isAround = home === model && place.span.start <= call.span.start && call.span.end <= place.span.end;
      if (!isAround) noteConstructed(keyOf(place.path, place.span.start), call, model);
      const found = isHandedOut(home, place.span.start, evaluator) ? [] : functionNames(home, place.span.start);
      for (const name of isAround ? found : []) addPlace(methods, `${home.file.language} ${name}`, place);
      addNames(home.file.language, found, found.length > 0 ? openersOf(home, place.span.start) : CALLED, isFirst(place));
    }
  }

  function isFirst({ path, span }: Place): boolean {
    const before = noted.size;
    return noted.add(keyOf(path, span.start)).size > before;
  }

  /** Calls of a helper are sought anew where another of its name was known before: `pets.insert(row)`, `visits.insert(row)`. */
  function addNames(language: LanguageId, found: readonly string[], openers: readonly string[], isNew: boolean): void {
    const known = setIn(names, language);
    const fresh = found.filter((name) => name !== SUPER && (isNew || !known.has(name)));
    const isConstructor = found.includes(SUPER);
    const isNameless = isConstructor && found.length === 1 && (isNew || !known.has(SUPER));
    if (fresh.length === 0 && !isNameless) return;
    const taken = added.get(language) ?? { names: new Set(), words: new Set() };
    added.set(language, taken);
    for (const name of isConstructor ? [...fresh, SUPER] : fresh) {
      known.add(name);
      taken.names.add(name);
    }
    if (isNameless) taken.words.add(`${SUPER}(`);
    for (const name of fresh) if (name.length >= SHORTEST_SOUGHT) for (const opener of isConstructor ? [""] : openers) taken.words.add(`${name}${opener}`);
  }

  function noteConstructed(constructor: string, call: Call | TaggedText, model: SourceModel): void {
    const method = methodAround(model, call.span.start);
    if (!method) return;
    const calls = constructed.get(constructor) ?? [];
    constructed.set(constructor, calls);
    const isKnown = calls.some((each) => each.model.file.path === model.file.path && each.call.span.start === call.span.start && each.call.span.end === call.span.end);
    // More of them are not looked at for one call of the constructor.
    if (!isKnown && calls.length < MAX_LOOKS) calls.push({ call, method, model });
  }

  function openCalls({ node, model, receiver }: FunctionValue, look: (call: Call | TaggedText, site: Site) => Look | undefined): readonly OpenCall[] {
    const before = openByFunction.get(node);
    if (before) return before;
    openByFunction.set(node, []);
    if (!node.body || (node.parameters.length === 0 && !node.receiver && !receiver)) return [];
    const open: OpenCall[] = [];
    const site: Site = { model, frame: undefined };
    walkSyntax([node.body], (each) => {
      const found = each.kind === "call" || each.kind === "tagged" ? look(each, site) : undefined;
      if (found && placesOf(found).some((place) => isAt(place, node, model))) open.push(openCall(each as Call | TaggedText, found));
    });
    openByFunction.set(node, open);
    return open;
  }

  function reach({ file: { path } }: SourceModel, { span }: FunctionNode): void {
    called.add(keyOf(path, span.start));
    reached.push({ path, span });
  }

  return {
    note,
    implementing: (abstract) => implementationsAt(methods.get(`${abstract.model.file.language} ${abstract.node.name}`) ?? [], abstract, models),
    takeReached() {
      const taken = reached;
      reached = [];
      return taken;
    },
    openCalls(value, look) {
      const open = openCalls(value, look);
      if (open.length > 0) reach(value.model, value.node);
      return open;
    },
    constructedCalls({ node, model }) {
      const calls = constructed.get(keyOf(model.file.path, node.span.start)) ?? [];
      if (calls.length > 0) reach(model, node);
      for (const { model: home, method } of calls) reached.push({ path: home.file.path, span: method.span });
      return calls;
    },
    beginCall() {
      looked = 0;
    },
    mayLookInside: () => ++looked <= MAX_LOOKS,
    isCalled: (place) => called.has(keyOf(place.path, place.span.start)),
    namesIn: (language) => names.get(language) ?? NONE,
    takeNew() {
      const taken = added;
      added = new Map();
      // A function that calls a helper noted since may be one itself.
      openByFunction = new WeakMap();
      return taken;
    },
  };
}

function openCall(call: Call | TaggedText, { uses }: Look): OpenCall {
  const told = new Set(uses.map(writtenBy));
  return { call, tells: (use) => use.kind === "table" && use.table !== undefined && told.has(writtenBy(use)) };
}

function writtenBy(use: ClientUse): string {
  return use.kind === "table" && use.table ? `${use.operation} ${use.table.name}` : "";
}

/** What follows the name in a call of a function; of a generic one its type arguments may: `store.Clear[Pet](db)`, `clear<Pet>(db)`. */
function openersOf(model: SourceModel, start: number): readonly string[] {
  const openers = new Set(CALLED);
  walkTowards(model.statements, { start, end: start }, (node) => {
    if (node.kind === "function" && node.span.start === start && node.typeParameters?.length) openers.add("[").add("<");
  });
  return [...openers];
}

const CALLED: readonly string[] = ["("];

/** Shorter names would be found everywhere. */
const SHORTEST_SOUGHT = 3;

/** Helpers that call helpers, each of several types, would multiply. */
const MAX_LOOKS = 200;

const NONE: ReadonlySet<string> = new Set();

/** The functions whose parameters decide which table a use accesses. */
export function parametersOf(use: ClientUse): readonly Place[] {
  if (use.kind === "table") return use.parameterOf ? [use.parameterOf] : [];
  return use.texts.flatMap(({ text, pieces, offsets }) =>
    pieces.flatMap((piece, index) => (piece.kind === "hole" && piece.parameterOf && mayNameTable(text, offsets[index]!) ? [piece.parameterOf] : [])),
  );
}

/** Whether a hole stands where a table's name or the whole statement does; anywhere else it leaves the table what it is. */
function mayNameTable(text: string, hole: number): boolean {
  const before = text.slice(Math.max(0, hole - LONGEST_HEAD), hole);
  return (hole <= LONGEST_HEAD && /^\s*["'`[\w.-]*$/.test(before)) || BEFORE_TABLE.test(before);
}

/** How far before a name the keyword for it is looked for. */
const LONGEST_HEAD = 120;

const BEFORE_TABLE = /(?:;\s*|\b(?:into|update|from|join|table|truncate|only|exists|using|delete|copy|merge|view|ignore|replace|overwrite|on)\s+)["'`[\w.-]*$/i;

/** The functions whose parameters decide what a call reaches, or what it does there. */
function placesOf({ callees, uses }: Look): readonly Place[] {
  return [...callees.flatMap((callee) => (callee.kind === "unknown" && callee.parameterOf ? [callee.parameterOf] : [])), ...uses.flatMap(parametersOf)];
}

function isAt(place: Place, node: FunctionNode, model: SourceModel): boolean {
  return place.path === model.file.path && place.span.start === node.span.start;
}

function keyOf(path: string, start: number): string {
  return `${path}:${start}`;
}

function addPlace(places: Map<string, Place[]>, key: string, place: Place): void {
  const known = places.get(key) ?? [];
  if (!known.some((each) => each.path === place.path && each.span.start === place.span.start)) places.set(key, [...known, place]);
}

function setIn<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  let found = sets.get(key);
  if (!found) sets.set(key, (found = new Set()));
  return found;
}
