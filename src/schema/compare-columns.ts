import type { TableName } from "../model/sql-statement.ts";
import type { ColumnDefinition } from "../model/table-definition.ts";
import { singularOf, wordsOf } from "./name-words.ts";

/** A table's name and columns, as far as they are known. */
export interface TableShape {
  readonly name: TableName;
  readonly columns: readonly Pick<ColumnDefinition, "name">[];
}

/** What the columns of a created table say of another's. Names are those of the created table, as written. */
export interface SharedColumns {
  /** Shared columns that describe an entity: `email`, `title`; neither keys nor links nor bookkeeping nor states. */
  readonly describing: readonly string[];
  /** Whether one of these is of few kinds of entities: `email`, not `title`. */
  readonly distinctive: boolean;
  /** Shared columns that are no bookkeeping: the above, links to others, states. */
  readonly telling: readonly string[];
  /** Columns of the created table that are no bookkeeping and no link. */
  readonly attributes: number;
  /** How many of the created table's columns without bookkeeping the other has: 0 to 1. */
  readonly contained: number;
  /** Shared columns among all columns of both: 0 to 1. */
  readonly overlap: number;
}

/** Compares by name, whatever its case and underscores; `user_email` of a created table is the `email` of `users`. */
export function compareColumns(created: TableShape, original: TableShape): SharedColumns {
  const entity = singularOf(wordsOf(original.name.name).at(-1) ?? "");
  const theirs = bareNamesOf(original.columns);
  const own = [...new Map(created.columns.map(({ name }) => [bare(name), name])).values()];
  const shared = own.filter((name) => theirs.has(bare(name)) || theirs.has(bare(withoutEntity(name, entity))));
  const isLink = (name: string): boolean => linksById(name) || isNaturalKey(name, entity, own);
  const telling = shared.filter((name) => !isBookkeeping(withoutEntity(name, entity)));
  const counted = own.filter((name) => !isBookkeeping(withoutEntity(name, entity)));
  const describing = isKeyAndValue(own) ? [] : telling.filter((name) => !isLink(name) && !isState(name) && !isBag(name));
  return {
    describing,
    distinctive: describing.some((name) => !ofManyEntities.has(wordsOf(name).at(-1)!)),
    telling,
    attributes: counted.filter((name) => !isLink(name)).length,
    contained: counted.length === 0 ? 0 : telling.length / counted.length,
    overlap: shared.length / Math.max(1, own.length + theirs.size - shared.length),
  };
}

/** Each table is held against many others. */
const bareNames = new WeakMap<TableShape["columns"], ReadonlySet<string>>();

function bareNamesOf(columns: TableShape["columns"]): ReadonlySet<string> {
  let names = bareNames.get(columns);
  if (!names) bareNames.set(columns, (names = new Set(columns.map(({ name }) => bare(name)))));
  return names;
}

function bare(name: string): string {
  return wordsOf(name).join("");
}

function withoutEntity(name: string, entity: string): string {
  const [first, ...rest] = wordsOf(name);
  return first === entity && rest.length > 0 ? rest.join("_") : name;
}

/** Columns that any table has, whatever it keeps: its key, when a row came and changed. */
function isBookkeeping(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (words.length === 1) return bookkeeping.has(last);
  return (rowEvents.has(words[0]!) && eventEndings.has(last)) || last === "sync" || last === "synced";
}

const eventEndings: ReadonlySet<string> = new Set(["at", "on", "by", "time", "date", "ts", "timestamp", "datetime"]);
const rowEvents: ReadonlySet<string> = new Set(["created", "creation", "create", "updated", "update", "modified", "modification", "deleted", "deletion", "inserted", "synced", "loaded", "copied", "imported", "last", "changed", "upstream", "expires", "revoked"]);
const bookkeeping: ReadonlySet<string> = new Set(["id", "uuid", "guid", "oid", "created", "updated", "modified", "deleted", "version", "timestamp", "createdat", "updatedat", "deletedat"]);

function linksById(name: string): boolean {
  return /(?:^|_)(?:id|ids|uid|uuid|guid|fk|ref)$/.test(wordsOf(name).join("_"));
}

/** `currency_code` points to `currencies`, and so does `environment_name` where no `environment_id` stands beside it. */
function isNaturalKey(name: string, entity: string, columns: readonly string[]): boolean {
  const rest = withoutEntity(name, entity);
  if (rest === name) return false;
  return naturalKeys.has(rest) || (rest === "name" && !columns.some((other) => other !== name && linksById(other) && withoutEntity(other, entity) !== other));
}

const naturalKeys: ReadonlySet<string> = new Set(["code", "key", "slug"]);

const ofManyEntities: ReadonlySet<string> = new Set(["body", "caption", "code", "color", "comment", "content", "date", "day", "description", "label", "message", "name", "note", "notes", "path", "size", "slug", "summary", "text", "title", "url"]);

/** Columns into which anything may go. */
function isBag(name: string): boolean {
  return bags.has(bare(name));
}

const bags: ReadonlySet<string> = new Set(["attributes", "config", "configuration", "customfields", "data", "extra", "extraattrs", "json", "meta", "metadata", "options", "params", "payload", "properties", "props", "settings"]);

/** A table of names and values says of itself nothing but whose they are. */
function isKeyAndValue(columns: readonly string[]): boolean {
  const own = columns.filter((name) => !linksById(name) && !isBookkeeping(name)).map(bare);
  return own.includes("value") && own.every((name) => ["name", "key", "value", "locale", "type"].includes(name));
}

/** Columns of which every kind of entity has its own: they tell nothing of what it is. */
function isState(name: string): boolean {
  const words = wordsOf(name);
  return words[0] === "is" || words[0] === "has" || states.has(words.at(-1)!) || words.at(-1) === "at";
}

const states: ReadonlySet<string> = new Set(["status", "state", "role", "type", "kind", "active", "enabled", "position", "order", "count", "source", "event"]);
