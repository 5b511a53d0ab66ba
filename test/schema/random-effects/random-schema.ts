import fc from "fast-check";
import { bodyStatement } from "./random-statements.ts";
import { column, columns, table, tables, views } from "./random-names.ts";
import { oneOf, several, sometimes, text } from "./random-text.ts";

const action = oneOf("CASCADE", "CASCADE", "SET NULL", "SET DEFAULT", "CASCADE", oneOf("RESTRICT", "NO ACTION"));
const reactions = oneOf(text`ON DELETE ${action}`, text`ON UPDATE ${action}`, text`ON DELETE ${action} ON UPDATE ${action}`, text`ON UPDATE ${action} ON DELETE ${action}`, "");
const actions = text`${reactions} ${sometimes(4, "DEFERRABLE INITIALLY DEFERRED")}`;
const parent = text`REFERENCES ${table} ${sometimes(2, oneOf("(id)", "(code)"))} ${actions}`;
const onConflict = sometimes(8, oneOf("ON CONFLICT REPLACE", "ON CONFLICT IGNORE"));
const link = oneOf(parent, "");

function createTable(name: string): fc.Arbitrary<string> {
  const definitions = text`id INTEGER PRIMARY KEY ${onConflict}, code INT UNIQUE ${onConflict}, name TEXT ${sometimes(8, "NOT NULL ON CONFLICT REPLACE DEFAULT 'none'")}, owner_id INT DEFAULT 1 ${link}, parent_id INT ${link}`;
  const keys = sometimes(6, oneOf(text`, FOREIGN KEY (owner_id, parent_id) REFERENCES ${table} (id, code) ${actions}`, text`, CONSTRAINT owned FOREIGN KEY (owner_id) ${parent}`));
  return text`CREATE TABLE ${name} (${definitions}, UNIQUE (id, code) ${keys}) ${sometimes(8, "WITHOUT ROWID")}`;
}

function createView(name: string, from: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text`CREATE VIEW ${name} AS SELECT ${columns.join(", ")} FROM ${from}`;
}

const event = oneOf("INSERT", "DELETE", "UPDATE", text`UPDATE OF ${column}`, text`UPDATE OF ${column}, ${column}`);
const body = several(bodyStatement, 1, 3, "; ");
const condition = sometimes(4, oneOf("WHEN 1 = 1", "WHEN 1 = 0", "WHEN (SELECT count(*) FROM notes) > 1"));
const onTable = text`${oneOf("AFTER", "BEFORE", "")} ${event} ON ${table}`;
const onView = text`INSTEAD OF ${event} ON ${oneOf(...views)}`;

function createTrigger(name: string): fc.Arbitrary<string> {
  return text`CREATE ${sometimes(8, "TEMP")} TRIGGER ${sometimes(4, "IF NOT EXISTS")} ${name} ${oneOf(onTable, onTable, onView)} ${sometimes(3, "FOR EACH ROW")} ${condition} BEGIN ${body}; END`;
}

const triggers = fc.array(fc.constant(undefined), { minLength: 1, maxLength: 6 }).chain((each) => fc.tuple(...each.map((_, index) => createTrigger(`after_${index}`))));

/** A table that is built anew, the way in which SQLite's documentation changes what ALTER TABLE cannot: https://sqlite.org/lang_altertable.html#otheralter */
const rebuild = fc.constantFrom(...tables).chain((name) => text`PRAGMA legacy_alter_table = ON; ${createTable(`new_${name}`)}; INSERT INTO new_${name} SELECT * FROM ${name}; DROP TABLE ${name}; ALTER TABLE new_${name} RENAME TO ${name}; PRAGMA legacy_alter_table = OFF`);
const change = oneOf("ALTER TABLE pets RENAME TO animals", "DROP TRIGGER IF EXISTS after_0", "DROP VIEW IF EXISTS patients", "ALTER TABLE users RENAME COLUMN name TO title", rebuild);

/** The statements that build a database, in order; rows are filled in before the triggers. */
export interface RandomSchema {
  readonly tables: readonly string[];
  readonly triggers: readonly string[];
  readonly later: readonly string[];
}

export const schema: fc.Arbitrary<RandomSchema> = fc.record({
  tables: fc.tuple(...tables.map(createTable), createView("owners", oneOf(...tables)), createView("patients", oneOf(...tables, "owners"))),
  triggers,
  later: fc.tuple(sometimes(2, "PRAGMA recursive_triggers = ON"), sometimes(4, change)).map((each) => each.filter((statement) => statement !== "")),
});

/** Four rows in each table, each pointing at rows of the same ids. */
export const filling: readonly string[] = tables.map((name) => `INSERT INTO ${name} VALUES (1, 1, 'Rex', 1, 2), (2, 2, 'Mia', 2, 1), (3, 3, 'Tom', 2, 3), (4, 4, 'Kim', NULL, 3)`);

