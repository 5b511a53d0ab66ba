import type { Member } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { evaluateThis } from "../expressions/evaluate-this.ts";
import { SUPER } from "../function-names.ts";
import type { Site, Values } from "../value.ts";
import { eitherOf } from "../value.ts";
import { classAround } from "./constructors.ts";
import { inheritedMember } from "./find-member.ts";
import { inheritedStatic } from "./static-member.ts";

/**
 * `super.save`: a member of what the class around extends, of `this`. Undefined where it is none or nothing is known of it.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/super
 */
export function memberOfSuper(evaluation: Evaluation, { object, name }: Member, site: Site): Values | undefined {
  const around = object.kind === "name" && object.name === SUPER ? classAround(site.model, object.span.start) : undefined;
  const receivers = around ? (evaluateThis(evaluation, object.span.start, site) ?? []) : [];
  const members = receivers.flatMap((receiver): Values => {
    // Rows of both kinds come through a method that stands for the base's.
    if (receiver.kind === "instance") return inheritedMember(evaluation, around!, name, { ...receiver, isSelf: false }) ?? [];
    return receiver.kind === "type" ? (inheritedStatic(evaluation, { kind: "type", ...around! }, name, receiver) ?? []) : [];
  });
  return members.length > 0 ? eitherOf(members) : undefined;
}
