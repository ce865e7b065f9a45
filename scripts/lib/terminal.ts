// How text reaches a terminal: what strangers wrote made harmless, colour only where it is wanted.
import { stripVTControlCharacters, styleText } from "node:util";

export { printable, printableLines } from "../../graders/kit/printable.ts";

/** What a command writes to: process.stdout and process.stderr, or a test's stand-in. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

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

/** The text, or as much of its beginning as `room` columns hold with an ellipsis. */
export function cut(text: string, room: number): string {
  if (columnsOf(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && columnsOf(characters.join("")) >= room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
