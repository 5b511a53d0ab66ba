// Prints how many tests of a vitest JSON report passed and failed; fails when one failed or none ran.
import { readFileSync } from "node:fs";

const text = readFileSync(process.argv[2], "utf8");
const { numPassedTests: passed, numFailedTests: failed } = text === "" ? { numPassedTests: 0, numFailedTests: 0 } : JSON.parse(text);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
