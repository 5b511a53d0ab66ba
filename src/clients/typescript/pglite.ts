import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { builds, each, gives, runs, tags } from "../members.ts";

const members: Readonly<Record<string, ClientMember>> = {
  query: runs(0),
  exec: runs(0),
  sql: tags(),
};

/** PGlite (pglite.dev/docs/api); the tags of its templates (pglite.dev/docs/api#template) put names and raw text in. */
export const pglite: ClientLibrary = {
  id: "typescript/pglite",
  language: "typescript",
  modules: ["@electric-sql/pglite", "@electric-sql/pglite/*", "@electric-sql/pglite-react", "@electric-sql/pglite-vue"],
  dialect: "postgres",
  exports: {
    ...each("PGlite PGliteWorker usePGlite injectPGlite", gives("PGlite")),
    ...each("sql identifier raw query", builds()),
  },
  types: {
    PGlite: { members: { ...members, create: gives("PGlite"), transaction: { callback: { argument: 0, parameter: "Transaction" } } } },
    ...Object.fromEntries(["PGliteWorker", "PGliteInterface", "PGliteWithLive"].map((name) => [name, { extends: ["PGlite"], members: {} }])),
    Transaction: { members },
  },
};
