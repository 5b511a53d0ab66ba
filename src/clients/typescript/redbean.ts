import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, gives, names, runs, is, writes } from "../members.ts";

const loaded: ClientMember = { ...names(0, "Bean"), origin: "loaded" };
const saves: ClientMember = { ...writes("upsert", 0), byOrigin: true };

/** redbean-node (github.com/louislam/redbean-node): rows are beans, which know their table. */
export const redbean: ClientLibrary = {
  id: "typescript/redbean",
  language: "typescript",
  modules: ["redbean-node", "redbean-node/*"],
  exports: { R: is("RedBeanNode"), RedBeanNode: gives("RedBeanNode"), BeanModel: gives("Bean"), Bean: gives("Bean") },
  types: {
    RedBeanNode: {
      members: {
        ...each("dispense duplicate", { ...names(0, "Bean"), origin: "new" }),
        ...each("findOrDispense findOrCreate convertToBean", names(0, "Bean")),
        ...each("load findOne", loaded),
        ...each("find findAll", { ...loaded, returns: "Bean[]" }),
        convertToBeans: names(0, "Bean[]"),
        ...each("store storeAll", saves),
        trash: writes("delete", 0),
        trashAll: writes("delete", 0),
        exec: runs(0),
        ...each("getAll getRow getCell getCol getAssoc", asks(0)),
        begin: gives("RedBeanNode"),
        transaction: { callback: { argument: 0, parameter: "RedBeanNode" } },
        knex: is("knex#Knex"),
      },
    },
    Bean: { members: {} },
  },
};
