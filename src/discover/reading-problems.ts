import type { Problem } from "../model/problem.ts";

/** A file that could not be opened or read; `code` is the system's: `EACCES`. */
export function unreadableFile(path: string, code: string): Problem {
  return { path, ...describe("file", path, code) };
}

/** A folder whose names could not be listed. */
export function unreadableFolder(path: string, code: string): Problem {
  return { path, ...describe("folder", path, code) };
}

export function tooLargeFile(path: string, maxBytes: number): Problem {
  return {
    path,
    message: `The file is larger than ${describeSize(maxBytes)}; it was not read.`,
    help: "Leave it out with .gitignore, or split it.",
  };
}

export function binaryFile(path: string): Problem {
  return {
    path,
    message: "The file is binary (it is full of NUL bytes); it was not read.",
    help: "Save it as UTF-8 text, or leave it out with .gitignore.",
  };
}

function describe(what: "file" | "folder", path: string, code: string): Omit<Problem, "path"> {
  if (path.includes("\uFFFD")) return { message: `The ${what} has a name that is not valid UTF-8; it was not read.`, help: "Rename it, or leave it out with .gitignore." };
  switch (code) {
    case "EACCES":
    case "EPERM":
      return { message: `There is no permission to read the ${what}; it was left out.`, help: "Permit reading it, or leave it out with .gitignore." };
    case "ENOENT":
    case "ENOTDIR":
      return { message: `The ${what} vanished while the project was read.`, help: "Run the check again." };
    default:
      return { message: `The ${what} could not be read (${code}); it was left out.`, help: "Make it readable, or leave it out with .gitignore." };
  }
}

function describeSize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${Number(megabytes.toFixed(1))} MB` : `${bytes} bytes`;
}
