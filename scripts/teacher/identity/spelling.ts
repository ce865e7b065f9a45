// How people's names and ids are compared. What is alike here may still be two people's: that is doubt, never a match.

/** Ids that differ in case or in how accents are composed alone have the same. */
export function foldedId(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** A name of more words than this has no rotations: of many words they would be as many times as long. */
const wordsAtMost = 8;

/** `Lovelace, Ada` and `Ada Lovelace` as Moodle and Canvas write them: `adalovelace`, `lovelaceada`. Without empty ones. */
export function spellings(name: string): string[] {
  const [last, first] = name.split(",");
  const words = name.trim().split(/\s+/);
  const orders =
    first !== undefined
      ? [first + last!, last! + first]
      : words.length > wordsAtMost
        ? [name]
        : words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(""));
  return [...new Set(orders.map(letters))].filter(Boolean);
}

/** A name's letters and digits alone, without accents and in small letters. */
export function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
