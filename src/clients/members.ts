import type { ClientMember, TableArgument } from "../model/client-member.ts";
import type { NamePlaceholders } from "../model/name-placeholders.ts";
import type { Operation } from "../model/sql-statement.ts";

/** Runs the statement in an argument; an unknown one is a write that cannot be told. */
export function runs(argument: number, more: Omit<ClientMember, "sql"> = {}, keys?: readonly string[]): ClientMember {
  return { ...more, sql: { argument, writes: true, ...(keys ? { keys } : {}) } };
}

/** Asks with the statement in an argument: a write only where the statement says so. */
export function asks(argument: number, more: Omit<ClientMember, "sql"> = {}): ClientMember {
  return { ...more, sql: { argument, writes: false } };
}

/** Statements in which a placeholder may stand for a name that a text function of the library makes. */
export function withNames(placeholder: string, members: Readonly<Record<string, ClientMember>>): Readonly<Record<string, ClientMember>> {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, member.sql ? { ...member, sql: { ...member.sql, placeholder } } : member]));
}

/** A statement in which names may stand among the values that the library fills in. */
export function filling(member: ClientMember, names: NamePlaceholders): ClientMember {
  return member.sql ? { ...member, sql: { ...member.sql, names } } : member;
}

/** An exported object or property of a type. */
export function is(type: string): ClientMember {
  return { is: type };
}

/** Gives a value of a type. */
export function gives(returns: string): ClientMember {
  return { returns };
}

/** Runs the template that it tags. */
export function tags(more: Omit<ClientMember, "sql"> = {}): ClientMember {
  return { ...more, sql: { argument: "tag", writes: true } };
}

/** Builds a statement or a piece of one of the template that it tags: what is nothing but a hole there may be a value. */
export function builds(more: Omit<ClientMember, "sql"> = {}): ClientMember {
  return { ...more, sql: { argument: "tag", writes: false } };
}

/** Does something to the table that an argument names: by place, or as more is to be said of it. */
export function writes(operation: Operation, table: number | TableArgument, more: Omit<ClientMember, "operation" | "table"> = {}): ClientMember {
  return { ...more, operation, table: typeof table === "number" ? { argument: table } : table };
}

/** Names the table of what it gives. */
export function names(table: number | TableArgument, returns = "receiver"): ClientMember {
  return { table: typeof table === "number" ? { argument: table } : table, returns };
}

/** Begins a statement whose table a later call of the chain names. */
export function begins(operation: Operation, returns: string): ClientMember {
  return { operation, returns };
}

/** Does something to the table that the chain before it has named. */
export function writesBefore(operation: Operation, more: Omit<ClientMember, "operation" | "table"> = {}): ClientMember {
  return writes(operation, { argument: "receiver" }, more);
}

/** Makes something else of the write that the chain has begun. */
export function amends(operation: Operation): ClientMember {
  return { ...writesBefore(operation, { returns: "receiver" }), amends: true };
}

/** The same member under several names. */
export function each(names: string, member: ClientMember): Readonly<Record<string, ClientMember>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, member]));
}

/** Any other call of a chain gives the chain again. */
export const chain: ClientMember = { returns: "receiver" };
