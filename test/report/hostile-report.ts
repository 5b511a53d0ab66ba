import type { CheckReport, Finding } from "../../src/model/finding.ts";
import { sampleReport } from "./sample-report.ts";

/** Names that mean something to what prints them: terminals, workflow commands, HTML, Markdown, spreadsheets, SARIF viewers. */
export const hostileNames: readonly string[] = [
  "pets\nowners\r\nbreeds",
  "pets::error file=owners::gone",
  "100%25,line=1:pets",
  "<script>alert('pets')</script>",
  "]]><pets/>&amp;",
  "\u001b[31mpets\u001b[0m\u0007",
  "pets | owners | breeds",
  "pets` @owners <b>",
  "![pets](https://clinic.example/pets.png) [pets](javascript:alert)",
  "=HYPERLINK(\"https://clinic.example\")",
  "+1+cmd|'/C calc'!A0",
  "-pets",
  "@SUM(A1:A9)",
  "pets, \"owners\", 'breeds'",
  "{0} {pets}",
  "pe\u202ets\ufffe",
  "診療所 🐕",
];

/** One finding a name; the name is the table's, the file's, the scope's and part of the message. */
export const hostileReport: CheckReport = {
  findings: hostileNames.map(hostileFinding),
  problems: [],
  summary: { files: 1, accesses: 1, writes: 1, unresolved: 0, byRule: {}, byService: {} },
};

function hostileFinding(name: string, index: number): Finding {
  const sample = sampleReport.findings[0]!;
  const place = { path: `backend/${name}.sql`, span: { start: 0, end: 0 } };
  return {
    ...sample,
    rule: "no-foreign-write",
    code: "CW002",
    message: `clinic updates \`${name}\`, which main owns.`,
    help: `Ask ${name} for an API.`,
    place,
    table: name,
    owner: name,
    api: undefined,
    access: { ...sample.access!, place, scope: name },
    fingerprint: `hostile-${index}`,
  };
}
