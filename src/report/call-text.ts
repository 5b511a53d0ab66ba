import type { OwnerCall } from "../model/finding.ts";

/** What to call instead of a write, as it is sent where that is known: `Main API: PUT http://localhost:8000/api/pets/{id}`. Empty for none. */
export function callText(api: Pick<OwnerCall, "name" | "call" | "url"> | undefined): string {
  if (!api) return "";
  const method = api.call !== undefined && api.url !== undefined ? /^[a-z]+(?=\s)/i.exec(api.call)?.[0] : undefined;
  const request = [method, api.url ?? api.call].filter((part) => part !== undefined).join(" ");
  return request === "" ? api.name : `${api.name}: ${request}`;
}
