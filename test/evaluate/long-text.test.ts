import { expect, it } from "vitest";
import { collectAccesses } from "../../src/check/check-project.ts";
import { inMemoryProject } from "../in-memory-project.ts";

it("takes a literal of a hundred thousand escapes in its stride", () => {
  const dump = `export const dump = "DELETE FROM users WHERE name IN (${"'\\u0041',".repeat(100_000)}'')";`;
  const { project, candidates } = inMemoryProject({ "dump.ts": dump });
  const { accesses } = collectAccesses({ project, candidates, book: undefined });
  expect(accesses.map(({ access }) => `${access.operation} ${access.table?.name}`)).toEqual(["delete users"]);
});
