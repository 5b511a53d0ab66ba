import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexLines } from "../../src/report/line-index.ts";

describe("indexLines", () => {
  it.each([
    { title: "LF", text: "a\nusers", line: 2, column: 1 },
    { title: "CRLF, one line end", text: "a\r\nusers", line: 2, column: 1 },
    { title: "a lone CR", text: "a\rusers", line: 2, column: 1 },
    { title: "CR CR LF, two line ends", text: "a\r\r\nusers", line: 3, column: 1 },
    { title: "U+2028 and U+2029, no line ends", text: "a\u2028\u2029users", line: 1, column: 4 },
    { title: "vertical tab, form feed and NEL, no line ends", text: "\v\f\u0085users", line: 1, column: 4 },
    { title: "a character beyond the basic plane, two columns", text: "🐕users", line: 1, column: 3 },
  ])("counts after $title", ({ text, line, column }) => {
    const start = text.indexOf("users");
    expect(indexLines(text).rangeOf({ start, end: start + 5 })).toEqual({ start: { line, column }, end: { line, column: column + 5 } });
  });

  it("agrees with counting line ends one by one", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u2028", "é") }), fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const before = text.slice(0, offset).replace(/\r$/, (cr) => (text[offset] === "\n" ? "" : cr));
        const line = before.split(/\r\n|\r|\n/).length;
        expect(indexLines(text).rangeOf({ start: offset, end: offset }).start.line).toBe(line);
      }),
    );
  });

  it("gives each line without its end, and nothing beyond the last", () => {
    const lines = indexLines("one\r\ntwo\rthree\n");
    expect([1, 2, 3, 4, 5].map((line) => lines.lineText(line))).toEqual(["one", "two", "three", "", ""]);
  });

  it("keeps offsets outside the text inside it", () => {
    expect(indexLines("ab").rangeOf({ start: -5, end: 99 })).toEqual({ start: { line: 1, column: 1 }, end: { line: 1, column: 3 } });
  });
});
