import type { ClientMember } from "../model/client.ts";

/** Runs the statement in an argument; an unknown one is a write that cannot be told. */
export function runs(argument: number, more: Omit<ClientMember, "sql"> = {}, keys?: readonly string[]): ClientMember {
  return { ...more, sql: { argument, writes: true, ...(keys ? { keys } : {}) } };
}

/** Asks with the statement in an argument: a write only where the statement says so. */
export function asks(argument: number, more: Omit<ClientMember, "sql"> = {}): ClientMember {
  return { ...more, sql: { argument, writes: false } };
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
