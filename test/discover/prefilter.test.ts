import { describe, expect, it } from "vitest";
import { createPrefilter } from "../../src/discover/prefilter.ts";

const filler = "x ".repeat(200);

/** Source texts that may write a table. */
const writes: readonly string[] = [
  'db.Exec("INSERT INTO users (name) VALUES (?)")',
  'db.Exec("insert into users (name) values (?)")',
  'db.Exec("Update users Set name = ?")',
  "UPDATE\nusers\nSET name = 1",
  '"UPDATE users "+\n  "SET name = ?"',
  '"delete " + "from " + table',
  'verb := "DELETE"; query := verb + " FROM users"',
  `const insert = "INSERT "; // ${filler}\nconst into = "INTO users"`,
  `const verb = "update";\n${filler.slice(0, 400)}\nconst rest = " users set name = 1"`,
  '"\\nUPDATE users SET name = ?"',
  '"\\tdelete\\tfrom\\tusers"',
  'fmt.Sprintf("%sUPDATE %s SET name = ?", hint, table)',
  "`${prefix}update${table} set name = 1`",
  "'UPDATE\"users\"SET name=1'",
  "`UPDATE[users]SET name=1`",
  "UPDATE/* all */users SET name=1",
  "UPDATE--all\nusers SET name=1",
  "DO $$UPDATE users SET name = 1$$",
  "WITH gone AS (delete from users returning *) select * from gone",
  "with a as (select 1) insert into users select * from a",
  "SELECT id INTO old_users FROM users",
  "REPLACE INTO users VALUES (1)",
  "merge into users using pets on true",
  "upsert into users values (1)",
  "TRUNCATE users",
  "truncate table users",
  "copy users (id, name) from stdin",
  "LOAD DATA INFILE 'users.csv' INTO TABLE users",
  "create temporary table if not exists users (id int)",
  "ALTER TABLE users ADD name text",
  "drop table users",
  "rename table users to people",
  "create unique index users_name on users (name)",
  "comment on table users is 'people'",
  "grant update on users to clinic",
  "//go:embed queries\nUPDATE",
  "\uFEFFUPDATE users SET name = 1",
  "« DELETE FROM users »",
];

/** Source texts that cannot. */
const others: readonly string[] = [
  "",
  "package clinic",
  "// Creates the handler and updates its state.",
  "users.update(pet); pets.set(1, 2)",
  "hash.update(data)",
  'router.delete("/users", from)',
  'http.NewRequest("DELETE", url, nil)',
  "const UPDATE_USERS = 1; export { INSERTED }",
  "export async function DELETE(request) {}",
  "delete cache[key]; cache.delete(key)",
  'emit("users.insert", pet)',
  "insertUser(name); createTable(users)",
  `// update it.\n${"word ".repeat(200)}\n// set it.`,
  "// We update the pet. The setter sets it.",
  "SELECT name FROM users WHERE id = ?",
  "select * from users",
  "drop the table's rows".replace("table", "tablet"),
];

describe("the prefilter", () => {
  const mayWrite = createPrefilter({ markers: ["CopyFrom", "database/sql"], reads: false });

  it.each(writes)("keeps %j", (text) => expect(mayWrite(Buffer.from(text))).toBe(true));

  it.each(others)("drops %j", (text) => expect(mayWrite(Buffer.from(text))).toBe(false));

  it.each(['import "database/sql"', "tx.CopyFrom(ctx, rows)"])("keeps what names a client: %j", (text) => expect(mayWrite(Buffer.from(text))).toBe(true));

  it.each(["import database from 'sql'", "copyfrom(rows)"])("reads the names of clients letter by letter: %j", (text) => expect(mayWrite(Buffer.from(text))).toBe(false));

  it("forgets one file before the next", () => {
    expect([mayWrite(Buffer.from("update it")), mayWrite(Buffer.from("update users set name = 1")), mayWrite(Buffer.from("update it"))]).toEqual([false, true, false]);
  });

  it("keeps files that only read when reads are asked for", () => {
    const mayAccess = createPrefilter({ markers: [], reads: true });
    const texts = ["SELECT name FROM users", `select ${"name, ".repeat(300)} from users`, "// select one of them", ...writes];
    expect(texts.filter((text) => !mayAccess(Buffer.from(text)))).toEqual(["// select one of them"]);
  });

  it("takes time in proportion to the file", () => {
    const started = performance.now();
    expect(mayWrite(Buffer.from("update delete replace ".repeat(400_000)))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
