import type { OwnershipBook, TableOwner } from "../../src/model/ownership.ts";
import type { Dialect, Operation, TableName } from "../../src/model/sql-statement.ts";

/** A question to a book of ownership as fixtures and documentation write it: `#? owner of users by clinic = main`. */
export interface BookQuestion {
  readonly question: string;
  readonly expected: string;
}

export function questionsIn(text: string): readonly BookQuestion[] {
  return [...text.matchAll(/^#\? (.+) = (.+)$/gm)].map(([, question, expected]) => ({ question: question!, expected: expected! }));
}

/** Answers in the words of the fixtures; throws for a question that it does not know. */
export function askTheBook(book: OwnershipBook, question: string): string {
  const [, kind, rest] = /^(owner of|service of|exception for|api of|title of) (.+)$/.exec(question) ?? [];
  if (rest === undefined) throw new Error(`no question: ${question}`);
  const service = book.ownership.services.find(({ name }) => name === rest);
  switch (kind) {
    case "owner of":
      return askOwner(book, rest);
    case "service of":
      return book.serviceOf(rest)?.name ?? "nobody";
    case "api of":
      return service?.api?.name ?? "none";
    case "title of":
      return service?.title ?? "no such service";
    default:
      return askException(book, rest);
  }
}

function askOwner(book: OwnershipBook, question: string): string {
  const [, table, dialect, writer] = /^("[^"]+"|\S+)(?: in (\w+))?(?: by (.+))?$/.exec(question)!;
  const service = book.ownership.services.find(({ name }) => name === writer);
  return describeOwner(book.ownerOf(toTableName(table!), (dialect ?? "generic") as Dialect, service));
}

function describeOwner(owner: TableOwner): string {
  switch (owner.kind) {
    case "service":
      return owner.service.name;
    case "ambiguous":
      return `ambiguous ${owner.services.map(({ name }) => name).join(", ")}`;
    default:
      return owner.kind;
  }
}

function askException(book: OwnershipBook, question: string): string {
  const [, name, operation, table, columns, today] = /^(\S+) to (\S+) ([^\s(]+)(?:\(([^)]*)\))? on (\S+)$/.exec(question)!;
  const service = book.ownership.services.find((one) => one.name === name)!;
  return book.exceptionsFor(service, toTableName(table!), operation as Operation, columns?.split(", "), today!)[0]?.reason ?? "none";
}

function toTableName(text: string): TableName {
  const quoted = text.startsWith('"');
  const [name, schema] = text.replaceAll('"', "").split(".").reverse();
  return { name: name!, ...(schema === undefined ? {} : { schema }), quoted };
}
