import fc from "fast-check";

/** A column of one of the tables that a query lists, told by their places: its alias is known when the list is. */
export interface ColumnReference {
  readonly table: number;
  readonly column: string;
}

/** A part of a statement: words in order. */
export type Words = readonly (string | ColumnReference)[];

export type Grammar = "sqlite" | "postgres";

/** Every table has these columns, so that every reference to one compiles. */
export const columns = ["id", "name", "owner_id"] as const;

/** The tables of the clinic, some named by keywords; the last two are also the names of common table expressions. */
export const tables = ["users", "pets", "clinic_appointments", "order", "user", "window", "like", "Odd name", "recent", "kept"] as const;

/** What the judge needs to know before it can compile the statements. */
export const schema: string = [
  ...tables.map((table) => `CREATE TABLE "${table}" (id INTEGER PRIMARY KEY, name TEXT, owner_id INTEGER);`),
  "CREATE TABLE tags (id INTEGER);",
  "CREATE VIEW pet_names AS SELECT id, name, owner_id FROM pets;",
].join("\n");

/** The names of common table expressions. */
export const commonNames = ["recent", "kept", "users"] as const;
const aliases = ["a", "b", "p", "users", "pets", "t"] as const;

/** Statements of a dialect as one text, with blanks and comments of all kinds between their words. */
export function statements(grammar: Grammar): fc.Arbitrary<string> {
  const separators = fc.array(fc.constantFrom(...blanks[grammar]), { minLength: 1, maxLength: 6 });
  const { statement } = rules(grammar);
  return fc.tuple(statement, separators, fc.boolean()).map(([words, blank, upper]) => join(words, blank, upper));
}

const blanks = {
  sqlite: [" ", " ", "\n", "\t ", " /* DELETE FROM users */ ", " -- it's; UPDATE pets SET name = 1\n", "/**/ ", "\r\n"],
  postgres: [" ", " ", "\n", "\t ", " /* DELETE /* FROM */ users */ ", " -- it's; UPDATE pets SET name = 1\n", "/**/ ", "\r\n"],
} as const;

/** Words that end up as text; a keyword is written in capitals or not, as the statement has it. */
function join(words: Words, separators: readonly string[], upper: boolean): string {
  let text = "";
  let place = 0;
  for (const word of words) {
    const shown = typeof word === "string" ? word : word.column;
    const glued = shown === "." || shown === "," || shown === "(" || shown === ")" || text.endsWith(".");
    if (text !== "" && !glued) text += separators[place++ % separators.length]!;
    text += upper ? shown : shown.replace(/^[A-Z]+$/, (keyword) => keyword.toLowerCase());
  }
  return text;
}

const w = (...words: string[]): Words => words;
const seq = (...parts: fc.Arbitrary<Words>[]): fc.Arbitrary<Words> => fc.tuple(...parts).map((found) => found.flat());
const some = (part: fc.Arbitrary<Words>): fc.Arbitrary<Words> => fc.oneof(fc.constant<Words>([]), part);
const one = (...choices: (readonly string[])[]): fc.Arbitrary<Words> => fc.constantFrom(...choices);
const list = (part: fc.Arbitrary<Words>, maxLength: number): fc.Arbitrary<Words> =>
  fc.array(part, { minLength: 1, maxLength }).map((parts) => parts.flatMap((words, place) => (place === 0 ? words : [",", ...words])));
const inParentheses = (part: fc.Arbitrary<Words>): fc.Arbitrary<Words> => part.map((words) => ["(", ...words, ")"]);

function rules(grammar: Grammar): { readonly statement: fc.Arbitrary<Words> } {
  const isPostgres = grammar === "postgres";
  const only = (arbitrary: () => fc.Arbitrary<Words>, isHere: boolean): fc.Arbitrary<Words>[] => (isHere ? [arbitrary()] : []);

  const quotes = isPostgres ? (['""'] as const) : (['""', "[]", "``"] as const);
  const quoted = (name: string): fc.Arbitrary<Words> => fc.constantFrom(...quotes).map((pair) => w(pair.charAt(0) + name + pair.charAt(1)));
  const plainNames = isPostgres ? ["users", "Pets", "clinic_appointments", "recent", "kept"] : ["users", "PETS", "clinic_appointments", "user", "window", "like", "recent", "Kept"];
  const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...plainNames).map((plain) => w(plain)) }, fc.constantFrom(...tables).chain(quoted));
  const schemaName = fc.constantFrom<Words>(w(isPostgres ? "public" : "main", "."), w(isPostgres ? '"public"' : '"main"', "."));
  const table = fc.oneof({ weight: 4, arbitrary: name }, seq(schemaName, name));
  const target = isPostgres ? seq(some(one(["ONLY"])), table) : fc.oneof({ weight: 8, arbitrary: table }, fc.constantFrom(w("'users'"), w("'pets'")));

  const literal = fc.constantFrom<Words>(
    w("1"),
    w("-2.5e3"),
    w("'it''s; DELETE FROM pets'"),
    w("NULL"),
    w("''"),
    ...(isPostgres ? [w("E'\\'; DROP TABLE users; --'"), w("$tag$ UPDATE users SET x = 'y $tag$"), w("$1"), w("'{a,b}'::text[]"), w("U&'d\\0061t'"), w("B'101'")] : [w("?"), w("?1"), w(":name"), w("@p1"), w("$v"), w("x'4142'"), w("1e3")]),
  );
  const column = fc.tuple(fc.nat(3), fc.constantFrom(...columns)).map(([place, found]): Words => [{ table: place, column: found }]);

  const { statement } = fc.letrec<Record<string, Words>>((tie) => {
    const expression = tie("expression");
    const rows = (count: 1 | 3): fc.Arbitrary<Words> => tie(count === 1 ? "scalarQuery" : "rowQuery");
    const common = (): fc.Arbitrary<Words> => tie("commonTables");
    const returning = some(one(["RETURNING", "id"], ["RETURNING", "*"]));
    const assignments = fc.oneof(
      { weight: 4, arbitrary: fc.uniqueArray(fc.tuple(fc.constantFrom(...columns), expression), { minLength: 1, maxLength: 3, selector: ([found]) => found }).map(assign) },
      seq(one(["(", "name", ",", "owner_id", ")", "="]), inParentheses(seq(expression, one([","]), expression))),
    );
    const where = some(seq(one(["WHERE"]), tie("condition")));

    return {
      expression: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 4, arbitrary: literal },
        { weight: 4, arbitrary: column },
        seq(expression, one(["+"], ["||"], ["="], ["<>"]), literal),
        inParentheses(expression),
        inParentheses(rows(1)),
        seq(one(["coalesce", "("], ["max", "("]), expression, one([","]), literal, one([")"])).map((words) => (words[0] === "max" && isPostgres ? ["greatest", ...words.slice(1)] : words)),
        seq(one(["CASE", "WHEN"]), tie("condition"), one(["THEN"]), expression, one(["ELSE"]), literal, one(["END"])),
        seq(one(["CAST", "("]), expression, one(["AS", "TEXT", ")"])),
        ...only(() => seq(one(["extract", "(", "epoch", "FROM"], ["substring", "(", "'abc'", "FROM"], ["trim", "(", "both", "'x'", "FROM"]), expression, one([")"])), isPostgres),
        ...only(() => one(["position", "(", "'a'", "IN", "'bar'", ")"]), isPostgres),
      ),
      condition: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 3, arbitrary: seq(column, one(["="], ["<"], ["LIKE"], ["IS", "NOT"]), literal).map((words) => (isPostgres ? words.map((word) => (word === "IS" ? "<>" : word)).filter((word) => word !== "NOT") : words)) },
        seq(column, one(["IS", "DISTINCT", "FROM"], ["IS", "NOT", "DISTINCT", "FROM"]), column),
        seq(column, one(["IN"], ["NOT", "IN"]), inParentheses(rows(1))),
        seq(column, one(["IN"]), inParentheses(list(literal, 3))),
        // SQLite never looks at what a query in EXISTS selects.
        seq(one(["EXISTS"], ["NOT", "EXISTS"]), inParentheses(query(tie, [literal], isPostgres))),
        seq(column, one(["BETWEEN"]), literal, one(["AND"]), literal),
        seq(tie("condition"), one(["AND"], ["OR"]), tie("condition")),
        inParentheses(tie("condition")),
        ...only(() => seq(column, one(["IN", "tags"], ["NOT", "IN", "main", ".", "tags"])), !isPostgres),
      ),
      tableItem: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 6, arbitrary: seq(isPostgres ? some(one(["ONLY"])) : fc.constant<Words>([]), table) },
        // SQLite never looks at the columns of a query that nothing uses.
        inParentheses(isPostgres ? rows(3) : query(tie, [column, literal, column], isPostgres)),
        // SQLite reads the tables behind a view.
        ...only(() => one(["pet_names"]), isPostgres),
        ...only(() => seq(one(["LATERAL"]), inParentheses(rows(3))), isPostgres),
        ...only(() => one(["generate_series", "(", "1", ",", "3", ")"]), isPostgres),
      ),
      commonTable: fc.constantFrom(...commonNames).chain((found) =>
        seq(
          one([found, "(", "id", ",", "name", ",", "owner_id", ")", "AS"], [`"${found}"`, "(", "id", ",", "name", ",", "owner_id", ")", "AS"]),
          some(one(["MATERIALIZED"], ["NOT", "MATERIALIZED"])),
          inParentheses(isPostgres ? fc.oneof({ weight: 3, arbitrary: rows(3) }, tie("changeReturning")) : rows(3)),
        ),
      ),
      commonTables: some(seq(one(["WITH"], ["WITH", "RECURSIVE"]), list(tie("commonTable"), 2))),
      rowQuery: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { weight: 5, arbitrary: query(tie, [expression, expression, expression], isPostgres) },
        seq(common(), query(tie, [expression, expression, expression], isPostgres), one(["UNION"], ["UNION", "ALL"], ["EXCEPT"], ["INTERSECT"]), query(tie, [expression, expression, expression], isPostgres)),
        seq(one(["VALUES"]), list(inParentheses(seq(literal, one([","]), literal, one([","]), literal)), 2)),
        seq(common(), query(tie, [expression, expression, expression], isPostgres)),
        ...only(() => seq(one(["TABLE"]), table), isPostgres),
        ...only(() => inParentheses(rows(3)), isPostgres),
      ),
      scalarQuery: query(tie, [expression], isPostgres),
      changeReturning: fc.oneof(
        seq(one(["INSERT", "INTO"]), table, rows(3), one(["RETURNING", "*"])),
        seq(one(["DELETE", "FROM"]), target, one(["RETURNING", "id", ",", "name", ",", "owner_id"])),
        seq(one(["UPDATE"]), target, one(["SET"]), assignments, one(["RETURNING", "*"])).map(withoutTables),
      ),
      insert: seq(
        common(),
        isPostgres ? one(["INSERT", "INTO"]) : one(["INSERT", "INTO"], ["INSERT", "OR", "IGNORE", "INTO"], ["INSERT", "OR", "REPLACE", "INTO"], ["REPLACE", "INTO"]),
        isPostgres ? table : target,
        some(one(["AS", "p"])),
        fc.oneof(
          one(["DEFAULT", "VALUES"]),
          seq(
            some(one(["(", "id", ",", "name", ",", "owner_id", ")"])),
            fc.oneof(
              { weight: 3, arbitrary: seq(one(["VALUES"]), list(inParentheses(seq(expression, one([","]), literal, one([","]), expression)).map(withoutTables), 3)) },
              rows(3),
            ),
          ),
          seq(
            one(["(", "id", ",", "name", ",", "owner_id", ")", "VALUES", "(", "1", ",", "'x'", ",", "2", ")", "ON", "CONFLICT"]),
            fc.oneof(one(["DO", "NOTHING"]), seq(one(["(", "id", ")", "DO", "UPDATE", "SET"]), assignments, some(one(["WHERE", "excluded.id > 1"]))).map(withoutTables)),
          ),
        ),
        returning,
      ),
      update: fc
        .tuple(common(), seq(isPostgres ? fc.constant<Words>(w("UPDATE")) : one(["UPDATE"], ["UPDATE", "OR", "IGNORE"]), target), assignments, some(seq(one(["FROM"]), tie("tableItem"), one(["AS", "other"]))), where, returning)
        .map(([withClause, head, set, from, condition, end]) => {
          const named = [withClause, [...head, "AS", "changed", "SET"], set, from, condition, end].flat();
          return resolve(named, ["changed"]);
        }),
      delete: fc
        .tuple(common(), seq(one(["DELETE", "FROM"]), target), isPostgres ? some(seq(one(["USING"]), tie("tableItem"), one(["AS", "other"]))) : fc.constant<Words>([]), where, returning)
        .map(([withClause, head, using, condition, end]) => resolve([withClause, [...head, "AS", "gone"], using, condition, end].flat(), ["gone"])),
      merge: fc
        .tuple(common(), target, tie("tableItem"), assignments)
        .map(([withClause, into, source, set]) =>
          resolve(
            [...withClause, "MERGE", "INTO", ...into, "AS", "kept_one", "USING", ...source, "AS", "source", "ON", "kept_one.id = source.id", "WHEN", "MATCHED", "THEN", "UPDATE", "SET", ...set, "WHEN", "NOT", "MATCHED", "THEN", "INSERT", "(", "id", ")", "VALUES", "(", "1", ")"],
            ["kept_one", "source"],
          ),
        ),
      definition: fc.oneof(
        one(["CREATE", "TABLE", "IF", "NOT", "EXISTS", "fresh", "(", "id", "integer", "PRIMARY", "KEY", ",", "user_id", "integer", "REFERENCES", "users", "(", "id", ")", "ON", "DELETE", "CASCADE", "ON", "UPDATE", "SET", "NULL", ")"]),
        seq(one(["CREATE", "TABLE", "fresh", "AS"], ["CREATE", "TEMP", "TABLE", "fresh", "AS"]), rows(3)),
        seq(one(["CREATE", "VIEW", "fresh", "AS"], ["CREATE", "TEMP", "VIEW", "fresh", "AS"]), rows(3)),
        seq(one(["ALTER", "TABLE"]), table, one(["ADD", "COLUMN", "extra", "integer"], ["RENAME", "COLUMN", "name", "TO", "label"])),
        seq(one(["DROP", "TABLE"], ["DROP", "TABLE", "IF", "EXISTS"]), table),
        one(["DROP", "VIEW", "pet_names"], ["CREATE", "INDEX", "pets_by_name", "ON", "pets", "(", "name", ")", "WHERE", "id", ">", "1"]),
        ...only(() => seq(one(["TRUNCATE"], ["TRUNCATE", "TABLE"]), list(target, 3), some(one(["RESTART", "IDENTITY", "CASCADE"]))), isPostgres),
        ...only(() => seq(one(["COPY"]), table, some(one(["(", "id", ",", "name", ")"])), one(["FROM", "STDIN"], ["TO", "STDOUT"], ["FROM", "'/tmp/pets.csv'"])), isPostgres),
        ...only(() => seq(one(["COPY"]), inParentheses(rows(3)), one(["TO", "STDOUT"])), isPostgres),
        ...only(() => seq(one(["CREATE", "MATERIALIZED", "VIEW", "fresh", "AS"]), rows(3), some(one(["WITH", "NO", "DATA"]))), isPostgres),
        ...only(() => seq(one(["CREATE", "TABLE", "fresh", "(", "LIKE"]), table, one(["INCLUDING", "ALL", ",", "extra", "integer", ")"])), isPostgres),
        ...only(() => seq(one(["DROP", "TABLE"]), list(table, 3), some(one(["CASCADE"]))), isPostgres),
      ),
      change: fc.oneof(tie("insert"), tie("update"), tie("delete"), ...only(() => tie("merge"), isPostgres)),
      statement: fc.oneof(
        { weight: 6, arbitrary: tie("change") },
        { weight: 2, arbitrary: seq(common(), query(tie, [expression, expression, expression], isPostgres)) },
        tie("definition"),
        ...only(() => seq(one(["EXPLAIN"], ["EXPLAIN", "(", "COSTS", "OFF", ")"], ["EXPLAIN", "ANALYZE", "VERBOSE"], ["PREPARE", "q", "(", "int", ")", "AS"]), tie("change")), isPostgres),
        ...only(() => seq(one(["DECLARE", "c", "CURSOR", "FOR"]), rows(3)), isPostgres),
        ...only(() => seq(one(["EXPLAIN"], ["EXPLAIN", "QUERY", "PLAN"]), tie("change")), !isPostgres),
        ...only(() => seq(one(["SELECT", "id", ",", "name", "INTO"], ["SELECT", "1", "INTO", "TEMP"]), fc.constant(w("fresh", "FROM")), table), isPostgres),
      ),
    };
  });
  return { statement: statement!.map(withoutTables) };
}

/** Each column once: SQLite does not look at an assignment that a later one replaces. */
function assign(values: readonly (readonly [string, Words])[]): Words {
  return values.flatMap(([column, words], place) => [...(place === 0 ? [] : [","]), column, "=", ...words]);
}

/** A SELECT of some expressions: its tables get aliases, and its references get the aliases of its tables. */
function query(tie: (key: string) => fc.Arbitrary<Words>, selected: readonly fc.Arbitrary<Words>[], isPostgres: boolean): fc.Arbitrary<Words> {
  const item = fc.tuple(tie("tableItem"), fc.constantFrom(...aliases), fc.boolean());
  // SQLite names no read of a table in a NATURAL JOIN whose columns are all the other's.
  const join = one([","], ["JOIN"], ["LEFT", "JOIN"], ["CROSS", "JOIN"], isPostgres ? ["NATURAL", "JOIN"] : ["INNER", "JOIN"]);
  return fc
    .tuple(
      fc.tuple(...selected),
      fc.array(fc.tuple(join, item), { minLength: 1, maxLength: 3 }),
      some(seq(one(["WHERE"]), tie("condition"))),
      one([], ["GROUP", "BY", "1"], ["ORDER", "BY", "1"], ["LIMIT", "5"], isPostgres ? ["FOR", "UPDATE"] : ["LIMIT", "5", "OFFSET", "2"]),
      fc.boolean(),
    )
    .map(([expressions, items, condition, end, distinct]) => {
      const names: string[] = [];
      const from = items.flatMap(([joining, [words, alias, as]], place): Words => {
        const unique = names.includes(alias) ? `${alias}${place}` : alias;
        names.push(unique);
        const listed = [...words, ...(as ? ["AS"] : []), unique];
        if (place === 0) return listed;
        const condition = joining.includes("JOIN") && !joining.includes("CROSS") && !joining.includes("NATURAL") ? ["ON", `${unique}.id`, "=", `${names[0]}.id`] : [];
        return [...joining, ...listed, ...condition];
      });
      const list = expressions.flatMap((words, place): Words => (place === 0 ? words : [",", ...words]));
      return resolve(["SELECT", ...(distinct ? ["DISTINCT"] : []), ...list, "FROM", ...from, ...condition, ...end], names);
    });
}

/** Gives each reference to a column the alias of its table. */
function resolve(words: Words, names: readonly string[]): Words {
  return words.map((word) => (typeof word === "string" ? word : `${names[word.table % names.length]}.${word.column}`));
}

/** Where no table is in sight a reference becomes a number. */
function withoutTables(words: Words): Words {
  return words.map((word) => (typeof word === "string" ? word : "7"));
}
