import type { ResolvedAccess } from "../../src/model/finding.ts";
import type { Service } from "../../src/model/ownership.ts";
import { action } from "./action.ts";

/** An access of one service to a table that others own. */
export interface ForeignAccess {
  readonly service: Service;
  readonly standing: Extract<ResolvedAccess["standing"], { kind: "foreign" | "ambiguous" }>;
  /** For messages: `service`, `action` ("updates `users`"), `owner` ("main", "main or petbase"). */
  readonly data: { readonly service: string; readonly action: string; readonly owner: string };
}

/**
 * The access when its table is another service's. With owners in several databases it is foreign when the writer is none
 * of them. Tables of a session are nobody's but the writer's; what comes about through others is no access of the service itself.
 */
export function foreignAccess({ access, service, standing }: ResolvedAccess): ForeignAccess | undefined {
  if (service === undefined || access.temporary || access.chain) return undefined;
  if (standing.kind !== "foreign" && standing.kind !== "ambiguous") return undefined;
  const owners = ownersOf(standing);
  if (owners.length === 0 || owners.includes(service.name)) return undefined;
  return { service, standing, data: { service: service.name, action: action(access), owner: owners.join(" or ") } };
}

/** The names of the services that a table may belong to. */
export function ownersOf(standing: ResolvedAccess["standing"]): readonly string[] {
  switch (standing.kind) {
    case "foreign":
      return [standing.owner.name];
    case "ambiguous":
      return standing.owners.map((owner) => owner.name);
    default:
      return [];
  }
}
