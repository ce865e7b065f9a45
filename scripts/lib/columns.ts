// Text in a terminal's columns: how many it takes, broken, cut and filled up to them. Each in time that grows as the text does.

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;
const colour = /\u001b\[[\d;]*m/g;
/** More characters than this in a column are no letter with its accents. */
export const MOST_IN_A_COLUMN = 16;

/** How many columns a line of text takes in a terminal; its colours take none. Good enough for aligning names. */
export function columnsOf(line: string): number {
  const text = line.replace(colour, "");
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

function columnsOfOne(character: string): number {
  if (character >= " " && character <= "~") return 1;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Breaks a line at `separator` into lines of at most `width` columns, where what stands between allows it. */
export function wrap(text: string, width: number, separator = " "): string[] {
  const lines: { words: string[]; columns: number }[] = [];
  const gap = columnsOf(separator);
  for (const word of text.split(separator)) {
    const [line, columns] = [lines.at(-1), columnsOf(word)];
    if (line && line.columns + gap + columns <= width) {
      line.words.push(word);
      line.columns += gap + columns;
    } else lines.push({ words: [word], columns });
  }
  return lines.map(({ words }) => words.join(separator));
}

/** The text (without colours), or as much of its beginning as `room` columns hold with an ellipsis. */
export function cut(text: string, room: number): string {
  let [columns, end, fitting] = [0, 0, 0];
  for (const character of text) {
    columns += columnsOfOne(character);
    end += character.length;
    if (columns > room || end > room * MOST_IN_A_COLUMN) return `${text.slice(0, fitting).trimEnd()}…`;
    if (columns < room) fitting = end;
  }
  return text;
}

/** The text with blanks behind it (or before it, `side` "right"), so that it takes `width` columns. */
export function padded(text: string, width: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - columnsOf(text)));
  return side === "left" ? text + blanks : blanks + text;
}
