import type { Service } from "../model/ownership.ts";
import { ambiguousMarkers, commonNouns, connectingWords, copyMarkers, fillerWords, titleFillers } from "./copy-words.ts";
import { abbreviates, sameWord, singularOf, wordsOf } from "./name-words.ts";

/** Why a created table's name says that it copies another. */
export interface NamedAfter {
  /** A clause that follows "it". */
  readonly evidence: string;
  /** `marker`: a word calls it a copy; `qualified`: a service's name does; `weak`: only with columns that both have. */
  readonly strength: "marker" | "qualified" | "weak";
  /** The name has the original's without its owner's: `clinic_accounts` beside `auth_accounts`. */
  readonly unqualified?: boolean;
}

/**
 * Whether a created table's name says that it copies an original. Undefined where the names only
 * share words: `pet_cards` beside `pets`, `user_reminders` of the reminders beside `users`.
 */
export function matchCopyName(created: string, original: string, creator: Service, owner: Service): NamedAfter | undefined {
  const words = wordsOf(original);
  const parts = splitAround(wordsOf(created), words, words.length === 1);
  if (parts) return judgeParts(parts, original, creator, owner);
  const bare = splitAround(wordsOf(created), withoutOwner(words, owner), true);
  const named = bare && bare.before.length + bare.after.length > 0 ? judgeParts(bare, original, creator, owner) : undefined;
  return named && { ...named, unqualified: true };
}

function judgeParts(parts: NameParts, original: string, creator: Service, owner: Service): NamedAfter | undefined {
  const around = [...parts.before, ...parts.after].map(singularOf);
  const evidence = describe(parts, original);
  if (saysCopy(parts, creator, owner)) return { evidence, strength: around.some((word) => copyMarkers.has(word)) ? "marker" : "qualified" };
  const mayBe = around.length > 0 && around.every((word) => copyMarkers.has(word) || ambiguousMarkers.has(word));
  return mayBe ? { evidence, strength: "weak" } : undefined;
}

/** A created table's name around the original's. */
interface NameParts {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The original's words stand there as it has them, not in another number. */
  readonly asWritten: boolean;
  /** The original is called by a noun of which most services have their own. */
  readonly ofCommonNoun: boolean;
}

/** `unqualified`: nothing in the original's words says whose they are. */
function splitAround(created: readonly string[], original: readonly string[], unqualified: boolean): NameParts | undefined {
  if (original.length === 0 || original.length > created.length) return undefined;
  const at = created.findIndex((_, start) => original.every((word, index) => sameWord(word, created[start + index] ?? "")));
  if (at < 0) return undefined;
  const end = at + original.length;
  return {
    before: created.slice(0, at),
    after: created.slice(end),
    asWritten: original.every((word, index) => word === created[at + index]),
    ofCommonNoun: unqualified && original.some((word) => commonNouns.has(singularOf(word))),
  };
}

/** The words of `auth_users` without its owner's, `auth`; none where nothing else is left or nothing was taken. */
function withoutOwner(words: readonly string[], owner: Service): readonly string[] {
  const own = wordsOfService(owner);
  const first = words.findIndex((word) => !own.some((other) => sameWord(word, other)));
  return first > 0 && !words.slice(first).every((word) => /^v?\d+$/.test(word)) ? words.slice(first) : [];
}

/** Every word around the original's must be known, and one of them, or another number of the original's, must speak of a copy. */
function saysCopy(parts: NameParts, creator: Service, owner: Service): boolean {
  const { before, after, asWritten, ofCommonNoun } = parts;
  if (before.length + after.length === 0) return !asWritten && !ofCommonNoun;
  const isService = (word: string): boolean => namesService(word, creator) || namesService(word, owner);
  if (![...before, ...after].every((word) => isKnown(word) || isService(word))) return false;
  if ([...before, ...after].some((word) => copyMarkers.has(singularOf(word)) || (asWritten && ambiguousMarkers.has(singularOf(word))))) return true;
  if (ofCommonNoun) return false;
  return before.some(isService) || after.some((word, index) => isService(word) && followsOriginal(word, after[index - 1], asWritten));
}

/** `users_clinic` and `customers_for_orders` are the service's users and customers; `user_reminders` are reminders. */
function followsOriginal(word: string, previous: string | undefined, asWritten: boolean): boolean {
  return (previous !== undefined && connectingWords.has(previous)) || (asWritten && singularOf(word) === word);
}

function isKnown(word: string): boolean {
  const singular = singularOf(word);
  return fillerWords.has(word) || connectingWords.has(word) || copyMarkers.has(singular) || ambiguousMarkers.has(singular);
}

function namesService(word: string, service: Service): boolean {
  const words = wordsOfService(service);
  return words.some((other) => sameWord(word, other)) || word === words.map((other) => other[0]).join("") || abbreviates(word, wordsOf(service.name).join(""));
}

/** Every pair of tables asks for those of two services. */
const serviceWords = new WeakMap<Service, readonly string[]>();

function wordsOfService(service: Service): readonly string[] {
  let words = serviceWords.get(service);
  if (!words) serviceWords.set(service, (words = [...wordsOf(service.name), ...wordsOf(service.title).filter((word) => !titleFillers.has(word))]));
  return words;
}

function describe({ before, after, asWritten }: NameParts, original: string): string {
  const around = [before.length > 0 ? `\`${before.join("_")}\` before` : "", after.length > 0 ? `\`${after.join("_")}\` after` : ""].filter((part) => part !== "");
  if (around.length > 0) return `is named \`${original}\` with ${around.join(" and ")} it`;
  return asWritten ? `is named \`${original}\`` : `is named \`${original}\` in another form`;
}
