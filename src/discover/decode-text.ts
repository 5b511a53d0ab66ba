/** The encoding of a text file as its first bytes tell, and where the text begins behind a byte order mark. */
interface Encoding {
  readonly mark: readonly number[];
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
}

const marked: readonly Encoding[] = [
  { mark: [0xef, 0xbb, 0xbf], name: "utf-8" },
  { mark: [0xff, 0xfe], name: "utf-16le" },
  { mark: [0xfe, 0xff], name: "utf-16be" },
];

const unmarked: Encoding = { mark: [], name: "utf-8" };

/** Whether the bytes are UTF-8 as far as a byte order mark tells; they may be searched as they stand. */
export function isByteText(bytes: Buffer): boolean {
  return encodingOf(bytes).name === "utf-8";
}

/** Decodes a text, its byte order mark left out. What is no valid text becomes U+FFFD. Undefined for binary data: it is full of NULs, of which a text may hold a stray one in a literal. */
export function decodeText(bytes: Buffer): string | undefined {
  const { mark, name } = encodingOf(bytes);
  const text = name === "utf-8" ? bytes.toString("utf8", mark.length) : new TextDecoder(name).decode(bytes);
  return isFullOfNuls(text) ? undefined : text;
}

/** Texts have at most one NUL in so many characters. */
const CHARACTERS_PER_NUL = 1_000;

function isFullOfNuls(text: string): boolean {
  let left = Math.floor(text.length / CHARACTERS_PER_NUL);
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) if (left-- === 0) return true;
  return false;
}

function encodingOf(bytes: Buffer): Encoding {
  return marked.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte)) ?? unmarked;
}
