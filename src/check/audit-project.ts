import { auditAccesses } from "../judge/audit/audit-accesses.ts";
import type { KeyBetween } from "../judge/audit/cross-keys.ts";
import type { Audit } from "../model/audit.ts";
import { parseTableKey, type ReferentialAction } from "../schema/effects/effect-schema.ts";
import { schemaOfWhole, type CheckInput } from "./check-project.ts";
import { judgeWithAccesses } from "./judge-reading.ts";
import type { KeptReading } from "./kept-reading.ts";
import { readAsked } from "./read-asked.ts";
import type { ProjectReading } from "./read-project.ts";

/** What a project does to whose tables: all that a check finds, and what it passes over. The candidates hold the files that only read. */
export function auditProject(input: CheckInput, kept?: KeptReading): Audit {
  const asked = readAsked(input, kept);
  const judged = judgeWithAccesses(asked.reading, { ...input, ...schemaOfWhole(asked, input) });
  return auditAccesses({ ...judged, keys: keysOf(asked.reading, input), book: input.book });
}

/** The foreign keys of every database that the files read may reach. */
function keysOf({ accesses, declared, effects }: ProjectReading, { asked }: CheckInput): readonly KeyBetween[] {
  const read = effects();
  const paths = new Set([...accesses.map(({ access }) => access.place.path), ...declared.map(({ place }) => place.path)]);
  const schemas = new Set([...paths].flatMap((path) => read.of(path)).map(({ schema }) => schema));
  const keys = [...schemas].flatMap(({ foreignKeys }) => foreignKeys).filter(({ place }) => asked?.(place.path) !== false);
  return keys.map(({ child, childColumns, parent, onDelete, onUpdate, place }) => ({ child, columns: childColumns, parent: parseTableKey(parent), onDelete: inSql(onDelete), onUpdate: inSql(onUpdate), place }));
}

function inSql(action: ReferentialAction): string | undefined {
  return action === "none" ? undefined : action.replace("-", " ").toUpperCase();
}
