/** The messages of every rule: a finding, a mistake in ownership.yaml, and the two suggestions. */
export type MessageId = "finding" | "mistake" | "ignore" | "call";
