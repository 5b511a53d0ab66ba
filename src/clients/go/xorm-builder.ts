import type { ClientLibrary } from "../../model/client.ts";
import { begins, chain, names } from "../members.ts";

/** pkg.go.dev/xorm.io/builder: `builder.Update(Eq{…}).From("users")`. */
export const xormBuilder: ClientLibrary = {
  id: "go/xorm-builder",
  language: "go",
  modules: ["xorm.io/builder", "github.com/go-xorm/builder"],
  exports: { Insert: begins("insert", "Builder"), Update: begins("update", "Builder"), Delete: begins("delete", "Builder") },
  types: { Builder: { members: { Into: names(0), From: names(0) }, otherMembers: chain } },
};
