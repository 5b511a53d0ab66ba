import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/check/word-set.ts";

describe("the words of a text", () => {
  const words = wordsOf("func (s *Store) feedPet(id int) { s.db.Exec(`UPDATE pets SET fed_at = $1`) } // für Größe");

  it.each(["func", "Store", "feedPet", "pets", "fed_at", "$1", "für", "Größe"])("hold %s", (word) => {
    expect(words.has(word)).toBe(true);
  });

  it.each(["feed", "Pet", "owners", "pet", "fed"])("hold no %s", (word) => {
    expect(words.has(word)).toBe(false);
  });

  it.each(["s.db", "", "feedPet(", "#id", "für Größe"])("cannot tell of `%s`, which is no word", (word) => {
    expect(words.has(word)).toBeUndefined();
  });

  it("are all of them, of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z_$é][\w$é]{0,12}$/), { maxLength: 400 }), fc.constantFrom(" ", "\n", ".", "(", '"'), (each, between) => {
        const held = wordsOf(each.join(between));
        expect(each.filter((word) => held.has(word) !== true)).toEqual([]);
      }),
    );
  });
});
