import type { Place } from "../../model/place.ts";
import type { Call } from "../../model/syntax.ts";
import type { Site, TableReference } from "../value.ts";

/** Where a write by a call is shown: the table's name where it stands in this very call or chain, else the name of the call. */
export function placeOfWrite(reference: TableReference, call: Call, { model }: Site): Place {
  const { path, span } = reference.place;
  if (path === model.file.path && call.span.start <= span.start && span.end <= call.span.end) return reference.place;
  const { callee } = call;
  return { path: model.file.path, span: callee.kind === "member" ? callee.nameSpan : callee.span };
}
