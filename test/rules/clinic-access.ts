import type { OwnerCall, ResolvedAccess, Standing } from "../../src/model/finding.ts";
import type { Api, Service, TableEntry } from "../../src/model/ownership.ts";
import type { Operation, TableName } from "../../src/model/sql-statement.ts";
import type { TableAccess } from "../../src/model/table-access.ts";

const place = { path: "backend/clinic/users.go", span: { start: 0, end: 5 } };

export const main = service("main", { name: "Main API", url: "http://localhost:8000", openapi: undefined });
export const clinic = service("clinic", { name: "Clinic API", url: "http://localhost:8600", openapi: undefined });
/** Owns a table and offers no API. */
export const reminders = service("reminders", undefined);

export const profileCall: OwnerCall = {
  name: "Main API",
  call: "POST /api/profile",
  url: "http://localhost:8000/api/profile",
  api: main.api,
};

/** An access in the clinic's code; `given` replaces what a case is about. */
export function clinicAccess(
  operation: Operation,
  table: string | undefined,
  standing: Standing,
  given: Partial<Omit<ResolvedAccess, "access">> & { readonly access?: Partial<TableAccess> } = {},
): ResolvedAccess {
  return {
    service: clinic,
    standing,
    ...given,
    access: {
      operation,
      table: table === undefined ? undefined : tableName(table),
      place,
      certainty: "certain",
      via: "go/database-sql",
      call: "db.Exec",
      scope: "RenameOwner",
      dialect: "sqlite",
      statement: "",
      ...given.access,
    },
  };
}

export function foreign(owner: Service, api: OwnerCall | undefined): Standing {
  return { kind: "foreign", owner, entry: entry(), api };
}

export function own(said: Partial<TableEntry> = {}): Standing {
  return { kind: "own", entry: { ...entry(), ...said } };
}

export function tableName(path: string): TableName {
  const [name = "", schema, database] = path.split(".").reverse();
  return { name, quoted: false, ...(schema && { schema }), ...(database && { database }) };
}

function entry(): TableEntry {
  return { pattern: "*", schema: undefined, calls: {}, copyOf: undefined, place };
}

function service(name: string, api: Api | undefined): Service {
  return { name, title: name, paths: [`backend/${name}/**`], api, owns: [], databases: [], place };
}
