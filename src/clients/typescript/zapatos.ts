import type { ClientLibrary } from "../../model/client.ts";
import { builds, chain, each, gives, writes } from "../members.ts";

const returns = "Fragment";

/** Shortcut functions and the tag, in which a plain text is a name (jawj.github.io/zapatos, "Shortcut functions and lateral joins", "sql template strings"). */
export const zapatos: ClientLibrary = {
  id: "typescript/zapatos",
  language: "typescript",
  modules: ["zapatos/db", "zapatos"],
  dialect: "postgres",
  exports: {
    insert: writes("insert", 0, { returns }),
    upsert: writes("upsert", 0, { returns }),
    update: writes("update", 0, { returns }),
    deletes: writes("delete", 0, { returns }),
    truncate: writes("truncate", { argument: 0, list: true }, { returns }),
    sql: builds({ returns }),
    raw: { text: { kind: "same", text: 0 } },
    transaction: { callback: { argument: 2, parameter: "pg#PoolClient" } },
    ...each("serializable repeatableRead readCommitted serializableRO repeatableReadRO readCommittedRO serializableRODeferrable", { callback: { argument: 1, parameter: "pg#PoolClient" } }),
    ...each("param cols vals parent mapWithSeparator", {}),
    ...each("select selectOne selectExactlyOne count sum avg min max", gives(returns)),
  },
  types: {
    ...Object.fromEntries(["TxnClient", "TxnClientForSerializable", "TxnClientForRepeatableRead", "TxnClientForReadCommitted"].map((name) => [name, { extends: ["pg#PoolClient"], members: {} }])),
    Fragment: { members: {}, otherMembers: chain },
  },
};
