// What a student's files and folders are called. Every system takes the name, and no other id has it on any of them.
import { createHash } from "node:crypto";

/**
 * A file's name of an id: without an ending, and without a dot where an ending would be looked for. It depends on the id
 * alone. Systems that take no notice of case, or of how accents are composed, do not take two of them for one:
 *
 * - `zoë müller`: an id of settled characters in small letters is its own name;
 * - `Zoë Müller~11`: one with capitals, which the digits tell (see `capitals`), can be read back from its name;
 * - `ada_b~~2c26b4…`: any other has as much of it as can be shown and, after `~~`, a hash too long to be met again.
 *
 * No id of the first two kinds has a `~`, so none looks like another's name.
 */
export function fileNameOf(id: string): string {
  const small = smallLetters(id);
  const known = small !== undefined && bytesOf(id) <= MOST_BYTES && starts.test(small) && ends.test(small);
  if (!known || reserved.test(small)) return `${readable(id)}~~${hashOf(id)}`;
  return small === id ? id : `${id}~${capitals(id, small)}`;
}

/** Systems take 255 bytes or 16-bit units, some fewer, endings included. */
const MOST_BYTES = 120;
const READABLE_BYTES = 60;

const plain = /^[a-z0-9 _.,@+'()-]$/;
const starts = /^[\p{L}\p{N}]/u;
const ends = /[\p{L}\p{N}_)'-]$/u;
/** Windows' devices, whatever follows a dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/;

// Letters that every file system of the last ten years knows, and takes for the same ones as we do: each is composed in
// one way and has one small form. Left out are those with several (ß, ſ, ı, İ, ς, the Kelvin sign) or with a part that
// may stand by itself.
const letters =
  /^[\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u0130\u0132-\u0148\u014a-\u017e\u0386-\u038f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0e01-\u0e2e\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fd5\uac00-\ud7a3]$/;
const leftOut = /[\u0130\u0131\u0138\u0390\u03b0\u03c2]/;

/** The id in small letters; undefined if one of its characters is none that all systems treat alike. */
function smallLetters(id: string): string | undefined {
  let small = "";
  for (const character of id) {
    const letter = character.toLowerCase();
    if (!plain.test(letter) && !isSettled(character)) return undefined;
    if (character > "\u007f" && letter < "\u0080") return undefined;
    small += letter;
  }
  return small;
}

/** Composed, with one other case at most, and the same in every form that Unicode knows of it. */
export function isSettled(character: string): boolean {
  return letters.test(character) && !leftOut.test(character) && character.normalize("NFKC") === character;
}

/** Which characters are capitals, four to a hexadecimal digit: the first of four counts 1, the next 2, 4, 8. */
function capitals(id: string, small: string): string {
  const digits: number[] = [];
  for (let at = 0; at < id.length; at++) {
    const digit = Math.floor(at / 4);
    digits[digit] = (digits[digit] ?? 0) + (id[at] === small[at] ? 0 : 2 ** (at % 4));
  }
  while (digits.at(-1) === 0) digits.pop();
  return digits.map((digit) => digit.toString(16)).join("");
}

/** As much of the beginning as shows whose it is. */
function readable(id: string): string {
  let text = "";
  for (const character of id.slice(0, READABLE_BYTES).normalize("NFC")) {
    const kept = isSettled(character) || (/^[a-z0-9 @+'()-]$/i.test(character) && (text || character > " "));
    const next = text + (kept ? character : "_");
    if (bytesOf(next) > READABLE_BYTES) break;
    text = next;
  }
  return starts.test(text) ? text : `_${text}`;
}

/** UTF-8 bytes where accents are stored by themselves. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text.normalize("NFD"));
}

/** Of the 16-bit units: in UTF-8 all halves of pairs are one. 128 bits, in letters that have no other case. */
function hashOf(id: string): string {
  return createHash("sha256").update(Buffer.from(id, "utf16le")).digest("hex").slice(0, 32);
}
