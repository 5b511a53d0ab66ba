import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { updateTables } from "./readme-tables.ts";

const readme = path.join(import.meta.dirname, "../README.md");
writeFileSync(readme, updateTables(readFileSync(readme, "utf8")));
