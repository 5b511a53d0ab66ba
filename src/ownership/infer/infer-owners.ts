import { compareTexts } from "../../model/compare-texts.ts";

/** How often the code of one service creates and writes a table, in places. */
export interface ServiceUse {
  readonly service: string;
  readonly creates: number;
  readonly writes: number;
}

export interface OwnerGuess {
  readonly owner: string;
  /** To follow the owner's name. */
  readonly reason: string;
  /** Whether as much speaks for another. */
  readonly unsure: boolean;
}

/** The owner of a table that services create or write; undefined where none does. The first of these holds: one alone writes it, it is named after one, one creates it and writes a third of it, one writes most of it. */
export function inferOwner(table: string, uses: readonly ServiceUse[]): OwnerGuess | undefined {
  const ranked = [...uses].filter(({ creates, writes }) => creates + writes > 0).sort((a, b) => b.writes - a.writes || b.creates - a.creates || compareTexts(a.service, b.service));
  const [first, second] = ranked;
  if (!first) return undefined;
  const total = ranked.reduce((sum, { writes }) => sum + writes, 0);
  const creators = ranked.filter(({ creates }) => creates > 0);
  const share = ({ writes }: ServiceUse): string => `writes it in ${writes} of ${total} ${places(total)}`;
  const guess = ({ service }: ServiceUse, reason: string, unsure = false): OwnerGuess => ({ owner: service, reason, unsure });

  if (total === 0) return guess(creators[0]!, creators.length === 1 ? "creates it; nothing was found that writes it" : `creates it, as ${others(creators, creators[0]!)} does`, creators.length > 1);
  const creator = creators.length === 1 ? creators[0] : undefined;
  if (first.writes === total) return guess(first, creator === first ? `creates it, and alone writes it (${total} ${places(total)})` : `alone writes it (${total} ${places(total)})`);
  const namesake = ranked.find(({ service }) => isNamedAfter(table, service));
  if (namesake) return guess(namesake, `is in its name, and ${share(namesake)}`);
  if (creator && creator.writes * 3 >= total) return guess(creator, `creates it, and ${share(creator)}`);
  if (first.writes > total / 2 && first.writes >= 2 * second!.writes) return guess(first, share(first));
  const likely = creator ?? first;
  return guess(likely, `${creator ? "creates it, and " : ""}${share(likely)}, ${others(ranked, likely)} in the others`, true);
}

/** `clinic_patients` after a service `clinic` or `clinic-api`. */
function isNamedAfter(table: string, service: string): boolean {
  const words = service.toLowerCase().split(/[^a-z0-9]+/);
  const name = (words.length > 1 && KINDS.has(words.at(-1)!) ? words.slice(0, -1) : words).join("_");
  return name.length > 2 && table.toLowerCase().startsWith(`${name}_`);
}

const KINDS: ReadonlySet<string> = new Set(["api", "app", "backend", "server", "service", "svc", "worker"]);

function others(all: readonly ServiceUse[], except: ServiceUse): string {
  return all.flatMap((use) => (use === except || (use.writes === 0 && use.creates === 0) ? [] : [use.service])).join(", ");
}

function places(count: number): string {
  return count === 1 ? "place" : "places";
}
