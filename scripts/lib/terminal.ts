// How text reaches a terminal: what strangers wrote made harmless, colour only where it is wanted.
import { stripVTControlCharacters, styleText } from "node:util";

/** What a command writes to: process.stdout and process.stderr, or a test's stand-in. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

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

export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colours text for this stream; leaves it alone where the stream is no terminal or `NO_COLOR` is set. */
export function painter(stream: Output): Paint {
  return (style, text) => styleText(style, text, { stream });
}

/** Columns of the terminal; `COLUMNS`, or 100, where the output is none. */
export function widthOf(stream: Output): number {
  return stream.columns || Number.parseInt(process.env.COLUMNS ?? "", 10) || 100;
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

/** How many columns a line of text takes in a terminal; its colours take none. Good enough for aligning names. */
export function columnsOf(line: string): number {
  const characters = [...stripVTControlCharacters(line)].filter((character) => !/^\p{M}$/u.test(character));
  return characters.reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** Breaks a line at `separator` into lines of at most `width` columns, where what stands between allows it. */
export function wrap(text: string, width: number, separator = " "): string[] {
  const lines: string[] = [];
  for (const word of text.split(separator)) {
    const longer = `${lines.at(-1)}${separator}${word}`;
    if (lines.length > 0 && columnsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
