import type { ClientLibrary } from "../../model/client.ts";
import { each, gives, names, writesBefore } from "../members.ts";

/** Queries of PostgREST, which writes the tables of PostgreSQL that it is asked for (supabase.com/docs/reference/javascript). */
export const supabase: ClientLibrary = {
  id: "typescript/supabase",
  language: "typescript",
  modules: ["@supabase/supabase-js", "@supabase/ssr", "@supabase/postgrest-js", "@supabase/auth-helpers-nextjs", "@supabase/auth-helpers-react", "@supabase/auth-helpers-sveltekit", "@supabase/auth-helpers-remix", "#supabase/server"],
  dialect: "postgres",
  exports: {
    default: {},
    "*": {},
    ...each("createClient createBrowserClient createServerClient createClientComponentClient createServerComponentClient createRouteHandlerClient createServerActionClient createMiddlewareClient", gives("SupabaseClient")),
    ...each("createPagesBrowserClient createPagesServerClient createBrowserSupabaseClient createServerSupabaseClient createSupabaseLoadClient useSupabaseClient", gives("SupabaseClient")),
    ...each("serverSupabaseClient serverSupabaseServiceRole SupabaseClient PostgrestClient", gives("SupabaseClient")),
  },
  types: {
    SupabaseClient: { members: { from: names(0, "QueryBuilder"), schema: { schema: 0, returns: "SupabaseClient" }, storage: { is: "Storage" } } },
    PostgrestClient: { extends: ["SupabaseClient"], members: {} },
    QueryBuilder: {
      members: {
        insert: writesBefore("insert"),
        upsert: writesBefore("upsert"),
        update: writesBefore("update"),
        delete: writesBefore("delete"),
      },
    },
    Storage: { members: {} },
  },
};
