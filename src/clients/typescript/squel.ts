import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { begins, chain, each, gives, is, names } from "../members.ts";

const statements: Readonly<Record<string, ClientMember>> = {
  insert: begins("insert", "Statement"),
  replace: begins("replace", "Statement"),
  update: begins("update", "Statement"),
  ...each("delete remove", begins("delete", "Statement")),
  useFlavour: gives("Squel"),
};

/** squel: a statement begins with what it does, and names its table later (hiddentao.github.io/squel/api.html). */
export const squel: ClientLibrary = {
  id: "typescript/squel",
  language: "typescript",
  modules: ["squel", "safe-squel"],
  exports: { ...statements, default: is("Squel"), "*": is("Squel") },
  types: {
    Squel: { members: statements },
    Statement: { members: each("into table from", { ...names(0), beside: "squel" }), otherMembers: chain },
  },
};
