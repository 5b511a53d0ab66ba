import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { updateParts } from "./readme-parts.ts";

const readme = path.join(import.meta.dirname, "../README.md");
writeFileSync(readme, updateParts(readFileSync(readme, "utf8")));
