import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFixture } from "../fixtures/check-fixture.ts";
import { expectedOf } from "../fixtures/expectations.ts";
import { readFixtureFiles } from "../fixtures/read-fixture-files.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/rules");

describe.each(readdirSync(folder))("fixtures/rules/%s", (name) => {
  const root = path.join(folder, name);
  const files = readFixtureFiles(root);

  it("is judged as its comments want", () => {
    expect(expectedOf(files)).not.toEqual([]);
    expect(checkFixture(path.join(root, "ownership.yaml"), files)).toEqual(expectedOf(files));
  });
});
