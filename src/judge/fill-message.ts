import type { MessageText, RuleMatch, RuleMeta } from "../model/rule.ts";

/** The text of a match with its data filled in. A name without data stays visible: `{{name}}`. */
export function fillMessage(meta: RuleMeta, match: RuleMatch): MessageText {
  const text = meta.messages[match.messageId];
  if (!text) throw new Error(`rule ${meta.id} has no message ${match.messageId}`);
  const fill = (template: string): string => template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => match.data[name] ?? whole);
  return { message: fill(text.message), help: fill(text.help) };
}
