import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBaseline } from "../../../src/judge/baseline/format-baseline.ts";
import { parseBaseline } from "../../../src/judge/baseline/parse-baseline.ts";
import type { BaselineEntry } from "../../../src/model/baseline.ts";

const broken = path.join(import.meta.dirname, "../../../fixtures/baseline/broken");

const rename: BaselineEntry = { path: "backend/clinic/owners.go", scope: "Rename", rule: "use-owner-api", operation: "update", table: "users", service: "clinic", fingerprint: "5f1c" };
const move: BaselineEntry = { ...rename, path: "backend/admin/owners.go", fingerprint: "7a2b" };
const unresolved: BaselineEntry = { ...rename, rule: "no-unresolved-write", table: undefined, service: undefined, fingerprint: "9c3d" };

describe("the baseline's file", () => {
  it("has a line an entry, sorted, each ending as the others do", () => {
    expect(formatBaseline([unresolved, rename, move])).toBe(`{"version":1,"findings":[
{"path":"backend/admin/owners.go","scope":"Rename","rule":"use-owner-api","operation":"update","table":"users","service":"clinic","fingerprint":"7a2b"},
{"path":"backend/clinic/owners.go","scope":"Rename","rule":"no-unresolved-write","operation":"update","table":null,"service":null,"fingerprint":"9c3d"},
{"path":"backend/clinic/owners.go","scope":"Rename","rule":"use-owner-api","operation":"update","table":"users","service":"clinic","fingerprint":"5f1c"},
null]}
`);
  });

  it("is the same whatever the order of the findings", () => {
    expect(formatBaseline([move, unresolved, rename])).toBe(formatBaseline([rename, move, unresolved]));
  });

  it("changes one line when one entry goes", () => {
    const [before, after] = [[rename, move, unresolved], [rename, move]].map((entries) => formatBaseline(entries).split("\n"));
    expect(before!.filter((line) => !after!.includes(line))).toHaveLength(1);
    expect(after!.filter((line) => !before!.includes(line))).toEqual([]);
  });

  it("gives back every entry, whatever the names", () => {
    const text = fc.string({ unit: "binary" });
    const entry = fc.record({ path: text, scope: text, rule: text, operation: fc.constant("update" as const), table: fc.option(text, { nil: undefined }), service: fc.option(text, { nil: undefined }), fingerprint: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ fingerprint }) => fingerprint, maxLength: 5 }), (entries) => {
        const written = formatBaseline(entries);
        const reading = parseBaseline(written);
        expect(reading.kind === "entries" && formatBaseline(reading.entries)).toBe(written);
        expect(written.split("\n")).toHaveLength(entries.length + 3);
      }),
    );
  });

  it("may have lines twice, as merges leave them, and be laid out by a formatter", () => {
    const doubled = formatBaseline([rename]).replace(/^\{"path.*\n/m, (line) => line + line);
    expect(parseBaseline(doubled)).toEqual({ kind: "entries", entries: [rename] });
    expect(parseBaseline(JSON.stringify(JSON.parse(formatBaseline([rename])), undefined, 2))).toEqual({ kind: "entries", entries: [rename] });
  });

  it.each(readdirSync(broken).filter((name) => name.endsWith(".json")))("%s is told what is wrong with it", (name) => {
    const reading = parseBaseline(readFileSync(path.join(broken, name), "utf8"));
    const told = reading.kind === "mistake" ? `${reading.line === undefined ? "" : `line ${reading.line}: `}${reading.message}\n` : "read";
    expect(told).toBe(readFileSync(path.join(broken, name.replace(/json$/, "txt")), "utf8"));
  });
});
