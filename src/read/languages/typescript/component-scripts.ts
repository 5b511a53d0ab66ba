/** The endings of files that hold markup, with scripts in it: https://vuejs.org/api/sfc-spec.html, https://svelte.dev/docs/svelte/svelte-files. */
export const componentEndings = [".vue", ".svelte"];

/** A comment, or a script with its attributes; what is not closed ends with the file. */
const PARTS = /<!--[^]*?(?:-->|$)|(<script\b(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$))([^]*?)(?:<\/script\s*>|$)/gi;

const TYPE = /\stype\s*=\s*["']?([^\s"'>]*)/i;

/** A script of one of these types is code, one of another type is data: https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
const CODE = /^(?:|module|(?:text|application)\/(?:java|ecma|type)script)$/i;

/** Whether a file is markup that holds its code in scripts. */
export function isComponent(path: string): boolean {
  return componentEndings.some((ending) => path.toLowerCase().endsWith(ending));
}

/** The scripts of a component, everything else blanked out: offsets and lines stay what they are. All scripts of a component are one module. */
export function scriptsOf(text: string): string {
  let scripts = "";
  for (const match of text.matchAll(PARTS)) {
    const [, opening, body] = match;
    if (opening === undefined || body === undefined || !CODE.test(TYPE.exec(opening)?.[1] ?? "")) continue;
    const start = match.index + opening.length;
    scripts += blank(text.slice(scripts.length, start)) + body;
  }
  return scripts + blank(text.slice(scripts.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, " ");
}
