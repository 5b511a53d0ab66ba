import type { ClientUse } from "../clients/client-use.ts";
import { findClientUses, findHelperUses } from "../clients/find-client-uses.ts";
import { generatorOfFile } from "../evaluate/orm/generated-code.ts";
import { findLooseTexts } from "../clients/find-loose-texts.ts";
import { parametersOf } from "../clients/helper-functions.ts";
import { comparePlaces } from "../model/compare-places.ts";
import type { Dialect, Operation } from "../model/sql-statement.ts";
import type { Place } from "../model/place.ts";
import type { LanguageId } from "../model/source-file.ts";
import type { SqlText } from "../model/sql-text.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { TableAccess } from "../model/table-access.ts";
import type { Analysis } from "./analysis.ts";
import { createFileLinks, type FileLinks } from "./file-links.ts";
import { readClientUse, readLooseText } from "./read-accesses.ts";

/** Gathers the accesses of files; `accesses` is asked for when all files are in. */
export interface AccessCollector {
  /** Looks for calls of database libraries and for texts that have the form of a statement. */
  add(model: SourceModel): void;
  /** Looks for texts that are made of constants with these names. */
  addUsersOf(constants: ReadonlySet<string>, model: SourceModel): void;
  /** Looks for calls of helpers by their names. */
  addCallsOf(names: ReadonlySet<string>, model: SourceModel): void;
  /** Names of constants that hold statements with a table left open, by language: files that mention them may fill it in. */
  openConstants(): ReadonlyMap<LanguageId, ReadonlySet<string>>;
  accesses(): readonly TableAccess[];
  /** Every text that a call takes, in order. */
  readonly scripts: readonly ReadScript[];
  /** Which files decided on what was found in which. */
  readonly links: FileLinks;
}

/** A text that a call takes. What JSON can hold. */
export interface ReadScript {
  /** The file with the call. */
  readonly path: string;
  readonly sql: SqlText;
  readonly dialect: Dialect;
  readonly certainty: TableAccess["certainty"];
  readonly via: string;
  readonly call: string | undefined;
  readonly scope: string;
}

interface LooseAccess {
  readonly access: TableAccess;
  readonly text: SqlText;
  readonly language: LanguageId;
  /** The constant that holds the text. */
  readonly name?: string | undefined;
}

/** An access whose table stands in another file than the call that takes the text. */
interface MadeAccess {
  readonly access: TableAccess;
  readonly call: Place;
}

interface OpenQuestion {
  readonly access: TableAccess;
  readonly helpers: readonly Place[];
  /** What it does, of which statement or call. */
  readonly work: string;
  /** The same, where it was not seen through a call of the helper. */
  readonly asked?: string;
}

/** What ownership.yaml says of files. */
export interface FilesOfServices {
  readonly dialectOf: (path: string) => Dialect | undefined;
  readonly serviceOf: (path: string) => string | undefined;
}

/**
 * One write, one access: a text that a call takes is judged by the call, wherever the call stands; a text that a helper of
 * the project takes as a parameter, by the helper's callers.
 */
export function collectorOf(analysis: Analysis, { dialectOf, serviceOf }: FilesOfServices): AccessCollector {
  const taken: TableAccess[] = [];
  const made: MadeAccess[] = [];
  const throughHelpers: TableAccess[] = [];
  const open: OpenQuestion[] = [];
  const seenThrough = new Set<string>();
  const toldInHelpers = new Map<string, Place[]>();
  const loose: LooseAccess[] = [];
  const read = new Set<string>();
  const filledIn = new Set<string>();
  const leftOpen = new Set<string>();
  const seen = new Set<string>();
  const scripts: ReadScript[] = [];
  const links = createFileLinks(undefined, serviceOf);
  const callers = new Map<string, Set<string>>();

  /** What a library's tool has written does what its callers ask for: they are shown. */
  const isGenerated = (model: SourceModel): boolean => generatorOfFile(analysis.libraries, model) !== undefined;

  function take(uses: readonly ClientUse[], path: string): void {
    const dialect = dialectOf(path);
    for (const place of analysis.helpers.takeReached()) {
      links.noteCall(place, path);
      callers.set(keyOf(place), (callers.get(keyOf(place)) ?? new Set()).add(path));
    }
    for (const use of uses) {
      const spoken = speaks(use.dialect, dialect);
      const result = readClientUse(use, spoken);
      if (use.through && result.accesses.length > 0) seenThrough.add(keyOf(use.place));
      const { via, call, scope } = use;
      if (use.kind !== "table") for (const sql of use.texts) scripts.push({ path, sql, dialect: spoken, certainty: "certain", via, call, scope });
      for (const text of result.read) {
        for (const key of literalKeys(text)) read.add(key);
        noteText(text, path);
      }
      for (const access of result.accesses) {
        links.noteTeller(access.place.path, path);
        const helpers = access.table ? [] : parametersOf(use);
        if (helpers.length > 0) open.push({ access, helpers, work: workOf(access, use.place), ...(use.through ? {} : { asked: keyOf(use.place) }) });
        else if (use.kind === "statement" && !use.through && access.place.path !== use.place.path) made.push({ access, call: { path: use.place.path, span: use.span } });
        else taken.push(access);
        if (!use.through) continue;
        throughHelpers.push(access);
        const work = workOf(access, use.place);
        if (access.table) toldInHelpers.set(work, [...(toldInHelpers.get(work) ?? []), access.place]);
      }
    }
  }

  function noteText({ pieces }: SqlText, path: string): void {
    for (const piece of pieces) if (piece.kind === "known") links.noteTeller(piece.place.path, path);
  }

  function add(model: SourceModel): void {
    const { path } = model.file;
    if (isGenerated(model)) return;
    take(findClientUses(model, analysis), path);
    if (model.script) return;
    for (const text of findLooseTexts(model, analysis.evaluator)) {
      const { accesses, read: texts } = readLooseText(text, model.file.language, dialectOf(path) ?? "generic");
      for (const access of accesses) {
        links.noteTeller(access.place.path, path);
        loose.push({ access, text: texts[0]!, language: model.file.language, name: text.name });
        if (!access.table) seen.add(identityOf(texts[0]!));
      }
    }
  }

  /** Whether a text is one that the first look at its file found, just as it was. */
  const isSeen = (text: SqlText): boolean => seen.has(identityOf(text));

  return {
    add,
    links,
    scripts,
    addUsersOf(constants, model) {
      const { path, language } = model.file;
      if (isGenerated(model)) return;
      take(findClientUses(model, analysis), path);
      for (const text of findLooseTexts(model, analysis.evaluator, constants)) {
        const { accesses, read: texts } = readLooseText(text, language, dialectOf(path) ?? "generic");
        if (texts.every(isSeen)) continue;
        for (const access of accesses) {
          if (!access.table) {
            leftOpen.add(workOf(access));
            continue;
          }
          loose.push({ access, text: texts[0]!, language });
          noteText(texts[0]!, path);
          for (const key of literalKeys(texts[0]!)) filledIn.add(key);
        }
      }
    },
    openConstants() {
      const names = new Map<LanguageId, Set<string>>();
      for (const { access, text, language, name } of loose) {
        if (access.table || name === undefined || literalKeys(text).some((key) => read.has(key))) continue;
        names.set(language, (names.get(language) ?? new Set()).add(name));
      }
      return names;
    },
    addCallsOf(names, model) {
      if (!isGenerated(model)) take(findHelperUses(names, model, analysis), model.file.path);
    },
    accesses() {
      const isAnswered = ({ helpers, asked }: OpenQuestion): boolean => helpers.some(analysis.helpers.isCalled) && (asked === undefined || seenThrough.has(asked));
      const unanswered = open.filter((question) => !isAnswered(question)).map(({ access }) => access);
      const told = new Set([...taken, ...throughHelpers].flatMap(({ table, place }) => (table ? [keyOf(place)] : [])));
      const isToldThere = ({ helpers, work }: OpenQuestion): boolean => toldInHelpers.get(work)?.some((place) => helpers.some((helper) => isWithin(place, helper))) === true;
      const callersOf = (helpers: readonly Place[]): readonly string[] => [...new Set(helpers.flatMap((place) => [...(callers.get(keyOf(place)) ?? [])]))];
      const toldElsewhere = open.flatMap((question): TableAccess[] => (isAnswered(question) && !told.has(keyOf(question.access.place)) && !isToldThere(question) ? [{ ...question.access, toldBy: callersOf(question.helpers) }] : []));
      const isJudged = (each: LooseAccess): boolean => homeKeys(each).every((key) => read.has(key)) || (!each.access.table && !leftOpen.has(workOf(each.access)) && literalKeys(each.text).some((key) => filledIn.has(key)));
      const byForm = loose.filter((each) => !isJudged(each)).map(({ access }) => access);
      const madeHere = made.filter((each) => !throughHelpers.some((access) => isSaidBy(each, access))).map(({ access }) => access);
      return distinct([...taken, ...madeHere, ...unanswered, ...toldElsewhere, ...byForm]);
    },
  };
}

/** Whether a helper's call inside of the arguments is that write already: `` run(sql`${insert(pet)} RETURNING id`) ``. */
function isSaidBy({ access, call: { path, span } }: MadeAccess, other: TableAccess): boolean {
  const { place } = other;
  return isWithin(place, { path, span }) && other.operation === access.operation && other.table?.name === access.table?.name;
}

function isWithin(inner: Place, { path, span }: Place): boolean {
  return inner.path === path && span.start <= inner.span.start && inner.span.end <= span.end;
}

/** A client of one database speaks its language, whatever ownership.yaml says of the others; only the exact kind of it may come from there. */
function speaks(client: Dialect | undefined, configured: Dialect | undefined): Dialect {
  if (client === undefined || (configured !== undefined && FAMILIES.some((family) => family.includes(client) && family.includes(configured)))) {
    return configured ?? "generic";
  }
  return client;
}

const FAMILIES: readonly (readonly Dialect[])[] = [
  ["mysql", "mariadb"],
  ["postgres", "redshift"],
];

/** Where the literals stand that hold the verb and the table: others, such as a list of columns, are parts of many statements. */
function homeKeys({ access: { place, statementPlace = place }, text }: LooseAccess): readonly string[] {
  const holds = (piece: Place, { path, span }: Place): boolean => piece.path === path && piece.span.start <= span.start && span.start < piece.span.end;
  const homes = text.pieces.flatMap((piece) => (piece.kind === "known" && [place, statementPlace].some((each) => holds(piece.place, each)) ? [keyOf(piece.place)] : []));
  return homes.length > 0 ? homes : literalKeys(text);
}

function keyOf({ path, span }: Place): string {
  return `${path}:${span.start}`;
}

/** Where the literals of a text stand: what is read as part of a call's text needs no judgement of its own. */
function literalKeys(text: SqlText): readonly string[] {
  return text.pieces.flatMap((piece) => (piece.kind === "known" ? [keyOf(piece.place)] : []));
}

/** What a statement does, or a call that has none, wherever the name of its table comes from. */
function workOf({ operation, place, statementPlace }: TableAccess, call = place): string {
  return `${operation} ${keyOf(statementPlace ?? call)}`;
}

/** The same for texts of the same parts. */
function identityOf({ pieces }: SqlText): string {
  return pieces.map(({ kind, place }) => `${kind} ${keyOf(place)}`).join(" ");
}

/** Each access once, the certain one of several, in order of path and place; an upsert covers the insert that it began as. */
function distinct(accesses: readonly TableAccess[]): readonly TableAccess[] {
  const byKey = new Map<string, TableAccess>();
  for (const access of accesses) {
    const key = accessKey(access, access.operation);
    const known = byKey.get(key);
    if (!known || (known.certainty !== "certain" && access.certainty === "certain")) byKey.set(key, access);
  }
  const each = [...byKey.values()].filter((access) => access.operation !== "insert" || !byKey.has(accessKey(access, "upsert")));
  return each.sort((a, b) => comparePlaces(a.place, b.place));
}

function accessKey({ place: { path, span }, table }: TableAccess, operation: Operation): string {
  return `${path}:${span.start}:${span.end}:${operation}:${table?.name ?? ""}`;
}
