// Text that strangers wrote, made harmless for a terminal.

// Bidirectional controls and zero-width characters move no cursor, but make a name look like another.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line that is safe to print: control characters, line ends and direction marks appear as `\u001b`. */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** As `printable`, but line ends stay. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
