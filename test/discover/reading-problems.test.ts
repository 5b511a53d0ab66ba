import { expect, it } from "vitest";
import { unreadableFile, unreadableFolder } from "../../src/discover/reading-problems.ts";

it.each([
  ["EACCES", "There is no permission to read the file; it was left out."],
  ["EPERM", "There is no permission to read the file; it was left out."],
  ["ENOENT", "The file vanished while the project was read."],
  ["ENOTDIR", "The file vanished while the project was read."],
  ["EIO", "The file could not be read (EIO); it was left out."],
])("%s of a file", (code, message) => expect(unreadableFile("clinic/users.go", code)).toMatchObject({ path: "clinic/users.go", message }));

it("a folder is called one", () => expect(unreadableFolder("clinic", "EACCES").message).toBe("There is no permission to read the folder; it was left out."));

it("every problem has a way out", () => {
  const problems = ["EACCES", "ENOENT", "EIO"].map((code) => unreadableFile("users.go", code));
  expect(problems.filter(({ help }) => !help)).toEqual([]);
});
