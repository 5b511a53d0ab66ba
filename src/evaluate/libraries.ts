import type { ClientLibrary, ClientType, RecognisedCall } from "../model/client.ts";
import type { ClientMember } from "../model/client-member.ts";
import type { LanguageId } from "../model/source-file.ts";
import { memoise } from "./modules/memoise.ts";
import type { InstanceValue, Type, Value, Values } from "./value.ts";

/** A value whose type is a library's. */
export type ClientInstance = InstanceValue & { readonly type: Type & { readonly kind: "client" } };

/** The known database libraries, by what source code calls them. */
export interface Libraries {
  /** The library behind an import specifier. */
  ofModule(language: LanguageId, module: string): ClientLibrary | undefined;
  /** The library whose tool generates a module that exports a name, of a module that is not there. */
  generating(language: LanguageId, name: string, module: string): ClientLibrary | undefined;
  /** The libraries of a language whose tools write code into projects. */
  generators(language: LanguageId): readonly ClientLibrary[];
  /** What a module exports under a name: `default`, or `*` for the module itself. */
  exportOf(library: ClientLibrary, name: string): Value | undefined;
  /** A member of a value, inherited ones too. */
  memberOf(receiver: ClientInstance, name: string): Value | undefined;
  /** What a value does when it is itself called or used as a tag. */
  callOf(receiver: ClientInstance): Value | undefined;
  /** A member of that name of any type of the library: for the project's own interfaces over it. */
  memberNamed(library: ClientLibrary, name: string): Value | undefined;
  /** Members of that name by which a call on a value of which nothing is known may be told. */
  recognisable(language: LanguageId, name: string): readonly { readonly library: ClientLibrary; readonly type: Type; readonly member: ClientMember; readonly how: RecognisedCall }[];
  /** What a name stands for by custom, where the file that it is imported from is not there: `import { knex } from "./db"`. */
  customary(language: LanguageId, name: string): Values | undefined;
  /** The libraries whose models a project asks for by name. */
  withNamedModels(language: LanguageId): readonly ClientLibrary[];
  /** The handles that a name stands for by custom, of the libraries that the project requires. */
  handlesNamed(language: LanguageId, name: string): readonly ClientInstance[];
  /** The models that a member holds by custom, of the libraries that the project requires. */
  registriesNamed(language: LanguageId, name: string): readonly ClientInstance[];
  /** The libraries whose models are globals, of those that the project requires. */
  withAmbient(language: LanguageId): readonly ClientLibrary[];
  /** A type that needs no import. */
  globalType(language: LanguageId, name: string): Type | undefined;
  /** What tools for migrations give the parameter of a function with one of these names. */
  migrationHandles(language: LanguageId, functionNames: readonly string[], index: number, parameter: string): readonly Type[];
  /** The type that a member's `returns` names. */
  typeNamed(library: ClientLibrary, reference: string): Type | undefined;
}

/** A module as a whole, where calling it means nothing. */
const MODULE: ClientMember = {};

/** `sqlx` of `github.com/someone/sqlx-v2/v3`: forks keep the name. */
function lastPart(module: string): string {
  const parts = module.split("/").filter((part) => !/^v\d+$/.test(part));
  return (parts.at(-1) ?? "").replace(/[-.]v\d+$/, "");
}

/** Compiles the tables. `isRequired` says whether the project requires a library. */
export function createLibraries(tables: readonly ClientLibrary[], isRequired: (library: ClientLibrary) => boolean): Libraries {
  const byModule = new Map<string, ClientLibrary>();
  const prefixes: { readonly prefix: string; readonly library: ClientLibrary }[] = [];
  for (const library of tables) {
    for (const module of library.modules) {
      if (module.endsWith("/*")) prefixes.push({ prefix: `${library.language} ${module.slice(0, -1)}`, library });
      else byModule.set(`${library.language} ${module}`, library);
    }
  }

  function ofModule(language: LanguageId, module: string): ClientLibrary | undefined {
    const key = `${language} ${module}`;
    return byModule.get(key) ?? byModule.get(`${language} */${lastPart(module)}`) ?? prefixes.find(({ prefix }) => key.startsWith(prefix))?.library;
  }

  function typeNamed(library: ClientLibrary, reference: string): (Type & { kind: "client" }) | undefined {
    const [module, name] = reference.includes("#") ? (reference.split("#") as [string, string]) : [undefined, reference];
    const owner = module === undefined ? library : ofModule(library.language, module);
    return owner ? { kind: "client", library: owner, name } : undefined;
  }

  function typeOrList(library: ClientLibrary, reference: string): Type | undefined {
    const element = /^(.+)\[\]$/.exec(reference)?.[1];
    const type = typeNamed(library, element ?? reference);
    return element && type ? { kind: "list", element: type } : type;
  }

  /** An exported object or property is a value of its type; anything else is called. */
  function valueOf(library: ClientLibrary, member: ClientMember, name: string, receiver: InstanceValue | undefined): Value {
    const type = member.is === undefined ? undefined : typeOrList(library, member.is);
    const kept = { ...(receiver?.schema ? { schema: receiver.schema } : {}), ...(member.keeps && receiver?.table ? { table: receiver.table } : {}) };
    return type && !member.table ? { kind: "instance", type, ...kept } : { kind: "client", library, member, name, receiver };
  }

  function find(type: ClientInstance["type"], pick: (type: ClientType) => ClientMember | undefined): { readonly library: ClientLibrary; readonly member: ClientMember } | undefined {
    const seen = new Set<string>();
    const queue = [type];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const key = `${next.library.id}#${next.name}`;
      const declared = Object.hasOwn(next.library.types, next.name) ? next.library.types[next.name] : undefined;
      if (!declared || seen.has(key)) continue;
      seen.add(key);
      const member = pick(declared);
      if (member) return { library: next.library, member };
      for (const base of declared.extends ?? []) {
        const inherited = typeNamed(next.library, base);
        if (inherited) queue.push(inherited);
      }
    }
    return undefined;
  }

  const memberOf: Libraries["memberOf"] = (receiver, name) => {
    const found =
      find(receiver.type, (declared) => (Object.hasOwn(declared.members, name) ? declared.members[name] : undefined)) ?? find(receiver.type, (declared) => declared.otherMembers);
    return found && valueOf(found.library, found.member, name, receiver);
  };

  function migrationHandles(language: LanguageId, functionNames: readonly string[], index: number, parameter: string): readonly Type[] {
    return tables.flatMap((library) => {
      const { migrations } = library;
      if (!migrations || library.language !== language || index !== 0 || !functionNames.some((name) => migrations.functions.includes(name))) return [];
      return migrations.parameters.includes(parameter) ? (typeNamed(library, migrations.type) ?? []) : [];
    });
  }

  const recognisable = memoise((language: string) =>
    memoise((name) =>
      tables.flatMap((library) =>
        ((library.language === language && library.recognised) || []).flatMap((how) => {
          const type = typeNamed(library, how.type);
          const members = type ? library.types[type.name]?.members : undefined;
          return type && members && Object.hasOwn(members, name) ? [{ library, type, member: members[name]!, how }] : [];
        }),
      ),
    ),
  );

  const instancesNamed = (of: (library: ClientLibrary) => ClientLibrary["handles"]): ((language: string) => (name: string) => readonly ClientInstance[]) =>
    memoise((language: string) =>
      memoise((name) =>
        tables.flatMap((library): ClientInstance[] => {
          const named = of(library);
          if (library.language !== language || !named?.names.includes(name) || !isRequired(library)) return [];
          const type = typeNamed(library, named.type);
          return type ? [{ kind: "instance", type }] : [];
        }),
      ),
    );
  const handlesNamed = instancesNamed(({ handles }) => handles);
  const registriesNamed = instancesNamed(({ registries }) => registries);

  const withAmbient = memoise((language: string) => tables.filter((library) => library.ambient && library.language === language && isRequired(library)));

  const generators = tables.filter(({ generates }) => generates);
  const generatorsByLanguage = new Map(generators.map(({ language }) => [language, generators.filter((each) => each.language === language)]));

  return {
    ofModule,
    generators: (language) => generatorsByLanguage.get(language) ?? [],
    generating: (language, name, module) =>
      tables.find(({ language: own, generates }) => own === language && generates?.names.includes(name) && (generates.module === undefined || lastPart(module) === generates.module)),
    memberOf,
    typeNamed,
    migrationHandles,
    recognisable: (language, name) => recognisable(language)(name),
    customary(language, name) {
      const library = tables.find((each) => each.language === language && Object.hasOwn(each.customary ?? {}, name));
      const type = library && typeNamed(library, library.customary![name]!);
      return type && [{ kind: "instance", type }];
    },
    withNamedModels: (language) => tables.filter((each) => each.language === language && each.entities?.named),
    handlesNamed: (language, name) => handlesNamed(language)(name),
    registriesNamed: (language, name) => registriesNamed(language)(name),
    withAmbient,
    globalType(language, name) {
      const library = tables.find((each) => each.language === language && each.globals?.includes(name));
      return library && typeNamed(library, name);
    },
    exportOf(library, name) {
      const member = Object.hasOwn(library.exports, name) ? library.exports[name] : name === "*" ? library.exports["default"] ?? MODULE : undefined;
      return member && valueOf(library, member, name, undefined);
    },
    callOf(receiver) {
      const found = find(receiver.type, (declared) => declared.call);
      return found && valueOf(found.library, found.member, "", receiver);
    },
    memberNamed(library, name) {
      for (const type of Object.keys(library.types)) {
        if (!Object.hasOwn(library.types[type]!.members, name)) continue;
        return memberOf({ kind: "instance", type: { kind: "client", library, name: type } }, name);
      }
      return undefined;
    },
  };
}
