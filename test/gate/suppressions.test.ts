import path from "node:path";
import { expect, it } from "vitest";
import { checkFixture } from "../fixtures/check-fixture.ts";
import { expectedOf } from "../fixtures/expectations.ts";
import { readFixtureFiles } from "../fixtures/read-fixture-files.ts";

const root = path.join(import.meta.dirname, "../../fixtures/suppressions");

it("suppresses in fixtures/suppressions what the comments there say, and tells which of them are of no use", () => {
  const files = readFixtureFiles(root);
  expect(checkFixture(path.join(root, "ownership.yaml"), files)).toEqual(expectedOf(files));
});
