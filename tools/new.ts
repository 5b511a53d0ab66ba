import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addToList } from "./add-to-list.ts";
import { scaffolds } from "./scaffolds.ts";

const packageFolder = path.dirname(import.meta.dirname);
const [kind = "", name = ""] = process.argv.slice(2);
const scaffold = Object.hasOwn(scaffolds, kind) ? scaffolds[kind] : undefined;

if (scaffold === undefined || !/^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/.test(name)) {
  console.error(`npm run new ${Object.keys(scaffolds).join("|")} name-in-small-letters`);
  process.exitCode = 2;
} else {
  const { files, lists, next } = scaffold(name, read);
  const present = Object.keys(files).find((file) => existsSync(absolute(file)));
  if (present !== undefined) throw new Error(`${present} is there already`);
  for (const [file, text] of Object.entries(files)) write(file, text);
  for (const line of lists) write(line.file, addToList(read(line.file), line));
  console.log(next);
}

function read(file: string): string {
  return readFileSync(absolute(file), "utf8");
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(absolute(file)), { recursive: true });
  writeFileSync(absolute(file), text);
  console.log(file);
}

function absolute(file: string): string {
  return path.join(packageFolder, file);
}
