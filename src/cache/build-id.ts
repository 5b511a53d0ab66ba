/** Set by the bundler. */
declare const BUILD_ID: string | undefined;

/** Tells one build from another: facts that another one found are none. Undefined where the sources run unbuilt. */
export const buildId: string | undefined = typeof BUILD_ID === "undefined" ? undefined : BUILD_ID;
