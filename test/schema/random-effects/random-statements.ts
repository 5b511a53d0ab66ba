import fc from "fast-check";
import { column, table, target, written } from "./random-names.ts";
import { oneOf, several, sometimes, text } from "./random-text.ts";

const link = oneOf("1", "2", "NULL", "abs(2)", "(SELECT min(id) FROM notes)");
const key = oneOf("7", "8", "9", "2", "(SELECT max(id) + 5 FROM notes)");
const condition = oneOf("id = 1", "id < 3", "code = 2", "owner_id IS NOT NULL", "parent_id IN (SELECT id FROM pets)", "name IS NOT NULL");
const where = sometimes(2, text`WHERE ${condition}`);
const assignment = text`${column} = ${oneOf("id + 10", "id + 20", "NULL", "id")}`;
const assignments = oneOf(several(assignment, 1, 2, ", "), text`(name, owner_id) = (${link}, ${link})`);
const onConflict = oneOf("DO NOTHING", text`DO UPDATE SET ${assignments}`, text`(id) DO UPDATE SET ${assignments} ${where}`, text`(code) DO UPDATE SET ${assignments} ${where}`);
const orAction = sometimes(2, oneOf("OR REPLACE", "OR IGNORE", "OR ABORT", "OR FAIL"));
const rows = oneOf(text`(id, code, name, owner_id, parent_id) VALUES (${key}, ${key}, 'a', ${link}, ${link})`, text`(code, name) VALUES (${key}, 'b')`, text`(id, code, owner_id) SELECT id + 10, code + 10, 1 FROM ${table} WHERE ${condition}`);

/** How the statements of trigger bodies and those of services differ: bodies know no names with a schema, WITH and DEFAULT VALUES. */
interface Form {
  readonly target: fc.Arbitrary<string>;
  readonly before: fc.Arbitrary<string> | string;
  readonly after: fc.Arbitrary<string> | string;
}

const inBody: Form = { target, before: "", after: "" };
const inService: Form = {
  target: written(target),
  before: sometimes(5, oneOf("WITH recent AS (SELECT * FROM pets)", "WITH users AS (SELECT 1 AS id) ", "WITH RECURSIVE steps(n) AS (SELECT 1 UNION SELECT n + 1 FROM steps WHERE n < 3)")),
  after: sometimes(6, "RETURNING id"),
};

function changesOfRows(form: Form): readonly fc.Arbitrary<string>[] {
  const { before, after } = form;
  return [
    text`${before} DELETE FROM ${form.target} ${where} ${after}`,
    text`${before} UPDATE ${orAction} ${form.target} SET ${assignments} ${where} ${after}`,
    text`${before} INSERT ${orAction} INTO ${form.target} ${rows} ${after}`,
    text`${before} REPLACE INTO ${form.target} ${rows} ${after}`,
    text`${before} INSERT INTO ${form.target} (id, code, name) VALUES (${key}, ${key}, 'c') ON CONFLICT ${onConflict} ${after}`,
    text`${before} UPDATE ${form.target} SET ${assignments} FROM notes AS other WHERE other.id = 1 ${after}`,
  ];
}

/** A statement in the body of a trigger. */
export const bodyStatement: fc.Arbitrary<string> = oneOf(...changesOfRows(inBody), "SELECT count(*) FROM users", text`SELECT CASE WHEN NEW.id = 3 THEN RAISE(IGNORE) END`);

const serviceStatement: fc.Arbitrary<string> = oneOf(...changesOfRows(inService), text`INSERT INTO ${written(table)} DEFAULT VALUES`);

/** What a service runs, each on the same schema: DROP TABLE changes the schema, and stands alone. */
export const serviceStatements: fc.Arbitrary<readonly string[]> = fc.oneof(
  { arbitrary: fc.array(serviceStatement, { minLength: 1, maxLength: 4 }), weight: 8 },
  { arbitrary: text`DROP TABLE ${written(table)}`.map((statement) => [statement]), weight: 1 },
);
