import fc from "fast-check";
import { expect, it } from "vitest";
import { createWordFinder } from "../../src/discover/find-words.ts";

const words = [
  { word: "update", anyCase: true },
  { word: "copy", anyCase: true },
  { word: "CopyFrom", anyCase: false },
  { word: "database/sql", anyCase: false },
  { word: "data", anyCase: true },
  { word: "up", anyCase: true },
  { word: "C", anyCase: false },
  { word: "", anyCase: false },
];

const find = createWordFinder(words);

it("finds every occurrence of every word, wherever it stands", () => {
  const piece = fc.constantFrom("update", "UPDATE", "uPdAtE", "upd", "ate", "copy", "CopyFrom", "copyfrom", "COPYFROM", "database/sql", "Database/SQL", "a", "é", " ", "\u0000", "");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(5), (pieces, offset) => {
      const text = pieces.join("");
      const found: (readonly [number, number])[] = [];
      find(shifted(text, offset), (word, at) => {
        found.push([at, word]);
        return false;
      });
      expect(new Set(found.map(String))).toEqual(new Set(occurrences(text).map(String)));
    }),
    { numRuns: 2000 },
  );
});

it("stops at the first occurrence that is accepted", () => {
  const asked: number[] = [];
  const accepted = find(Buffer.from("UPDATE copy update copy"), (_, at) => asked.push(at) === 2);
  expect([accepted, asked]).toEqual([true, [0, 7]]);
});

/** Bytes that begin anywhere in their buffer, between others. */
function shifted(text: string, offset: number): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.alloc(offset, "update"), bytes, Buffer.from("update")]).subarray(offset, offset + bytes.length);
}

function occurrences(text: string): readonly (readonly [number, number])[] {
  const bytes = Buffer.from(text).toString("latin1");
  const small = bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return words.flatMap(({ word, anyCase }, index) => {
    if (word === "") return [];
    const places: (readonly [number, number])[] = [];
    const searched = anyCase ? small : bytes;
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + 1)) places.push([at, index]);
    return places;
  });
}
