import { readFileSync, readdirSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ownershipJsonSchema } from "../../src/ownership/json-schema.ts";

const folder = new URL("../../fixtures/ownership/", import.meta.url);
const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(ownershipJsonSchema());

function yamlFilesIn(path: string): readonly string[] {
  return readdirSync(new URL(path, folder)).filter((file) => file.endsWith(".yaml"));
}

function accepted(path: string): boolean {
  return accepts(parse(readFileSync(new URL(path, folder), "utf8"), { merge: true, logLevel: "silent" }));
}

describe("the JSON Schema", () => {
  it.each(yamlFilesIn("valid/"))("accepts %s", (file) => {
    expect(accepted(`valid/${file}`)).toBe(true);
  });

  it.each(yamlFilesIn("mistakes/structure/"))("rejects %s", (file) => {
    expect(accepted(`mistakes/structure/${file}`)).toBe(false);
  });

  it.each(yamlFilesIn("mistakes/meaning/"))("leaves the meaning of %s to the command", (file) => {
    expect(accepted(`mistakes/meaning/${file}`)).toBe(true);
  });

  it("describes every key", () => {
    expect(keysWithoutDescription(ownershipJsonSchema(), "")).toEqual([]);
  });
});

function keysWithoutDescription(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => {
    if (name !== "properties") return keysWithoutDescription(value, path);
    return Object.entries(value as object).flatMap(([key, property]: [string, object]) => {
      const missing = "description" in property ? [] : [`${path}.${key}`];
      return [...missing, ...keysWithoutDescription(property, `${path}.${key}`)];
    });
  });
}
