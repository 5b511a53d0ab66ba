import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, runs } from "../members.ts";

const members: Readonly<Record<string, ClientMember>> = each("execute executeBatch executeRaw", runs(0));

/** PowerSync: a database on the device (powersync-ja.github.io/powersync-js/common/interfaces/CommonPowerSyncDatabase). */
export const powersync: ClientLibrary = {
  id: "typescript/powersync",
  language: "typescript",
  modules: ["@powersync/*", "@journeyapps/powersync-sdk-web", "@journeyapps/powersync-sdk-react-native", "@journeyapps/powersync-react"],
  dialect: "sqlite",
  exports: each("PowerSyncDatabase WASQLitePowerSyncDatabaseOpenFactory usePowerSync", gives("PowerSyncDatabase")),
  types: {
    PowerSyncDatabase: {
      members: {
        ...members,
        ...each("writeTransaction readTransaction writeLock readLock", { callback: { argument: 0, parameter: "Transaction" } }),
        getInstance: gives("PowerSyncDatabase"),
      },
    },
    ...Object.fromEntries(["AbstractPowerSyncDatabase", "CommonPowerSyncDatabase"].map((name) => [name, { extends: ["PowerSyncDatabase"], members: {} }])),
    Transaction: { members },
    LockContext: { members },
  },
};
