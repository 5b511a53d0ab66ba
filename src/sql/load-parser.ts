import { createRequire } from "node:module";

/** A build of node-sql-parser: one dialect's grammar. */
export interface ParserBuild {
  parse(text: string): { readonly ast: unknown };
}

/** The names of the builds that dialects ask for, as files of `node-sql-parser/build`. */
export type ParserBuildName = "bigquery" | "mariadb" | "mysql" | "postgresql" | "redshift" | "snowflake" | "sqlite" | "transactsql";

const require = createRequire(import.meta.url);
const loaded = new Map<ParserBuildName, ParserBuild | undefined>();

/**
 * Loads a build when it is first asked for: 14-26 ms each, and only the one. The bundled command has the builds beside it as
 * `parsers/NAME.cjs`; elsewhere they come from the package, whose index (all of them, 160 ms) is never imported. Undefined where there is none.
 */
export function loadParser(name: ParserBuildName): ParserBuild | undefined {
  if (!loaded.has(name)) loaded.set(name, createParser(`./parsers/${name}.cjs`) ?? createParser(`node-sql-parser/build/${name}.js`));
  return loaded.get(name);
}

function createParser(path: string): ParserBuild | undefined {
  try {
    const { Parser } = require(path) as { Parser: new () => ParserBuild };
    return new Parser();
  } catch {
    return undefined;
  }
}
