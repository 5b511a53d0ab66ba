import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameCode } from "../../src/report/code-frame.ts";

function frame(line: string, part: string): string[] {
  const column = line.indexOf(part) + 1;
  const { code, underline } = frameCode(line, { start: { line: 1, column }, end: { line: 1, column: column + part.length } });
  return [code, underline];
}

describe("frameCode", () => {
  it("underlines a table inside a string", () => {
    expect(frame('db.Exec("DELETE FROM users")', "users")).toEqual(['db.Exec("DELETE FROM users")', "                     ^^^^^"]);
  });
  it("keeps tabs aligned, before and inside the line", () => {
    expect(frame('\tdb.Exec(\t"users")', "users")).toEqual(['    db.Exec(    "users")', "                 ^^^^^"]);
  });
  it("gives wide characters two cells, combining ones none", () => {
    expect(frame("/* 診療 e\u0301 */ users", "users")).toEqual(["/* 診療 e\u0301 */ users", "             ^^^^^"]);
  });
  it("escapes what a terminal obeys and stays aligned", () => {
    expect(frame("\u001b[2J \u202e users", "users")).toEqual(["\\x1b[2J \\u202e users", "               ^^^^^"]);
  });
  it("cuts a long line around the range", () => {
    const [code, underline] = frame(`${"a".repeat(1000)} users ${"b".repeat(1000)}`, "users");
    expect(code).toHaveLength(122);
    expect(code).toMatch(/^…a+ users b+…$/);
    expect(code!.slice(underline!.indexOf("^"), underline!.lastIndexOf("^") + 1)).toBe("users");
  });
  it("underlines to the end of the line where the range goes on", () => {
    expect(frameCode("UPDATE", { start: { line: 1, column: 3 }, end: { line: 2, column: 2 } })).toEqual({ code: "UPDATE", underline: "  ^^^^" });
  });
  it("gives an empty range one caret, also behind the line's end", () => {
    expect(frameCode("ab", { start: { line: 1, column: 3 }, end: { line: 1, column: 3 } })).toEqual({ code: "ab", underline: "  ^" });
  });
  it("underlines exactly the range in lines of plain characters, however long", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 30 }), fc.nat(400), (before, length, after) => {
        const [code, underline] = frame("a".repeat(before) + "U".repeat(length) + "b".repeat(after), "U".repeat(length));
        expect(code!.slice(underline!.indexOf("^"), underline!.length)).toBe("U".repeat(length));
      }),
    );
  });
});
