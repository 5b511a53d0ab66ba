import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression, Member } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { lookUp } from "../expressions/evaluate-name.ts";
import { functionNames } from "../function-names.ts";
import type { Site, Values } from "../value.ts";

/**
 * What an object has under a name that a method of each model is handed by whoever knows them all: `models.Visit` of
 * `Pet.associate = (models) => …`, called as `model.associate(models)` (sequelize.org/docs/v6/core-concepts/assocs). None where no call hands over such an object.
 */
export function memberOfHanded(evaluation: Evaluation, { object, name }: Member, { model }: Site): Values {
  const parameter = object.kind === "name" ? lookUp(model.scopeAt(object.span.start), object.name)?.parameter : undefined;
  if (!parameter) return [];
  const handed = functionNames(model, parameter.function.span.start).flatMap((called) => handedTo(evaluation, called, parameter.index, model));
  const found = handed.length > 0 ? memberOfValues(evaluation, handed, name) : [];
  return found.filter(({ kind }) => kind !== "unknown");
}

const handedByProject = new WeakMap<Evaluation["world"], Map<string, Values>>();

/** What calls of methods of this name, anywhere in the project, hand to one of their parameters. */
function handedTo(evaluation: Evaluation, called: string, index: number, { file }: SourceModel): Values {
  const known = handedByProject.get(evaluation.world) ?? new Map<string, Values>();
  handedByProject.set(evaluation.world, known);
  const key = `${called} ${index}`;
  const before = known.get(key);
  if (before) return before;
  known.set(key, []);
  const handed = evaluation.world.models.mentioning(file.language, called).flatMap((path) => {
    const model = evaluation.world.models.of(path);
    return model ? argumentsIn(model, called, index).flatMap((argument) => evaluation.evaluate(argument, { model, frame: undefined })) : [];
  });
  known.set(key, handed);
  return handed;
}

function argumentsIn(model: SourceModel, called: string, index: number): readonly Expression[] {
  const found: Expression[] = [];
  walkSyntax(model.statements, (node) => {
    const argument = isMethodCall(node, called) ? node.arguments[index] : undefined;
    if (argument) found.push(argument);
  });
  return found;
}

function isMethodCall(node: Parameters<Parameters<typeof walkSyntax>[1]>[0], called: string): node is Call {
  return node.kind === "call" && node.callee.kind === "member" && node.callee.name === called;
}
