import { calledName } from "./call-names.ts";
import { clientValue } from "./client-value.ts";
import type { ClientContext } from "./client-context.ts";
import { clientLibraries } from "./index.ts";
import { isModel } from "../evaluate/orm/is-model.ts";
import { isRequired, manifestsOf } from "./markers.ts";
import type { Site } from "../evaluate/value.ts";
import type { ClientLibrary } from "../model/client.ts";
import type { DeclaredTable } from "../model/declared-table.ts";
import type { LanguageId, Project } from "../model/source-file.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { Call, Statement } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";

/** The libraries that a project uses and whose tables may be declared in code, each with the words that its declaring files hold. */
export function declaringLibraries(project: Project): readonly ClientLibrary[] {
  const manifests = manifestsOf(project);
  return clientLibraries.filter((library) => library.declaring && isRequired(library, manifests));
}

/** The tables that a file declares without creating them: models, and table objects of schemas written in code. */
export function findDeclaredTables(model: SourceModel, libraries: readonly ClientLibrary[], context: ClientContext): readonly DeclaredTable[] {
  const { text, language } = model.file;
  const declaring = libraries.filter((library) => languageOfModels(library) === language && library.declaring?.some((word) => text.includes(word)));
  if (declaring.length === 0) return [];
  return [...declaring.flatMap((library) => declaredModels(model, library, context)), ...(declaring.some(({ language: own }) => own === language) ? declaredByCalls(model, declaring, context) : [])];
}

/** Schemas of some libraries have a language of their own. */
function languageOfModels({ language, entities }: ClientLibrary): LanguageId {
  return entities?.declaredIn?.language ?? language;
}

function declaredModels(model: SourceModel, library: ClientLibrary, { evaluator }: ClientContext): readonly DeclaredTable[] {
  const { path } = model.file;
  return model.statements.flatMap((declaration): readonly DeclaredTable[] => {
    if (declaration.kind !== "type" || !isModel({ declaration, model }, library)) return [];
    const entity = { declaration, model };
    const place = { path, span: declaration.nameSpan ?? declaration.span };
    const { table } = evaluator.tableOfModel(entity, library, place);
    const columns = table ? evaluator.columnsOfModel(entity, library) : [];
    const keys = table ? evaluator.keysOfModel(entity, library) : [];
    return table && columns.length > 0 ? [{ table, place, via: library.id, columns, ...(keys.length > 0 ? { keys } : {}) }] : [];
  });
}

/** `export const users = pgTable("users", { … })`, `sequelize.define("User", { … })`. */
function declaredByCalls(model: SourceModel, libraries: readonly ClientLibrary[], { evaluator, libraries: known }: ClientContext): readonly DeclaredTable[] {
  const site: Site = { model, frame: undefined };
  return callsThatMayDeclare(model, libraries).flatMap((call) => {
    const callees = evaluator.valuesOf(call.callee, site).flatMap((value) => clientValue(value, known) ?? []);
    return callees.flatMap((callee): readonly DeclaredTable[] => {
      if (!callee.member.columns || callee.member.operation) return [];
      const [reference] = evaluator.tablesNamed(callee, call, site);
      const columns = reference?.table ? evaluator.columnsOf(reference, callee, call, site) : [];
      return reference?.table && columns.length > 0 ? [{ table: reference.table, place: reference.place, via: callee.library.id, columns }] : [];
    });
  });
}

/** Calls by the names of such functions, and whatever is called to give a variable of the file its value: functions may be renamed. */
function callsThatMayDeclare(model: SourceModel, libraries: readonly ClientLibrary[]): readonly Call[] {
  const names = new Set(libraries.flatMap(({ exports, types }) => [exports, ...Object.values(types).map(({ members }) => members)].flatMap((members) => Object.keys(members).filter((name) => members[name]!.columns && !members[name]!.operation))));
  const calls = new Set(model.statements.flatMap(initialisingCalls));
  walkSyntax(model.statements, (node) => {
    if (node.kind === "call" && names.has(calledName(node) ?? "")) calls.add(node);
  });
  return [...calls];
}

function initialisingCalls(statement: Statement): readonly Call[] {
  return statement.kind === "variable" ? statement.values.filter((value) => value.kind === "call") : [];
}
