import type { ClientLibrary } from "../../model/client.ts";
import { asks, each, gives, runs } from "../members.ts";

const PARAMETERIZED = ["Query"];
const statements = (argument: number, keys?: readonly string[]) => ({ sql: { argument, list: true, writes: true, ...(keys ? { keys } : {}) } });

/** Statements alone, in lists and with parameters (pkg.go.dev/github.com/rqlite/gorqlite). */
export const gorqlite: ClientLibrary = {
  id: "go/gorqlite",
  language: "go",
  modules: ["github.com/rqlite/gorqlite"],
  dialect: "sqlite",
  exports: { ...each("Open OpenWithClient", gives("Connection")) },
  types: {
    Connection: {
      members: {
        ...each("WriteOne QueueOne", runs(0)),
        ...each("WriteOneContext QueueOneContext", runs(1)),
        ...each("WriteOneParameterized QueueOneParameterized", runs(0, {}, PARAMETERIZED)),
        ...each("WriteOneParameterizedContext QueueOneParameterizedContext", runs(1, {}, PARAMETERIZED)),
        ...each("Write Queue", statements(0)),
        ...each("WriteContext QueueContext", statements(1)),
        ...each("WriteParameterized QueueParameterized RequestParameterized", statements(0, PARAMETERIZED)),
        ...each("WriteParameterizedContext QueueParameterizedContext RequestParameterizedContext", statements(1, PARAMETERIZED)),
        QueryOne: asks(0),
        QueryOneContext: asks(1),
      },
    },
  },
};
