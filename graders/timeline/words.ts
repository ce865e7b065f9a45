// The words of a timeline, made safe to draw: one cell a character, read from left to right, cut to what fits.
import { isNode, type Plain, show } from "../trace/plain.ts";

/** What stands for a character that could not be drawn as it is. */
const SUBSTITUTE = "·";

/**
 * `text` as it may stand in a picture, at most `limit` characters of it. Control and invisible characters, bidi
 * overrides, scripts that are wide or run from right to left, combining marks, and the block and box characters that
 * the picture itself is made of become `·`. So every character is one UTF-16 unit and one cell wide.
 */
export function safe(text: string, limit = 120): string {
  const start = text.slice(0, limit * 2 + 2);
  if (/^[ -~]*$/.test(start)) return cut(start, limit);
  const chars = Array.from(start.normalize("NFC"), (char) => (drawable(char) ? char : SUBSTITUTE));
  return cut(chars.join(""), limit);
}

// An allow-list: which characters a terminal draws two cells wide changes with every version of Unicode.
function drawable(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code < 0x7f) return code >= 0x20;
  const narrow = code <= 0x58f || (code >= 0x10a0 && code <= 0x10ff) || (code >= 0x1e00 && code <= 0x22ff);
  return narrow && /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) && !/\p{Emoji_Presentation}/u.test(char);
}

/** Safe text of at most `limit` characters; what is cut off is shown by `…`. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).trimEnd()}…`;
}

/** Safe text in lines of at most `width` characters, broken at spaces where possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const end = space > width / 3 ? space : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) lines.push(rest);
  return lines;
}

/** A time as a student reads it: `1500 ms`; parts of a ms only where there are any. */
export function ms(time: number): string {
  return `${plainMs(time)} ms`;
}

/** `ms` without the unit. */
export function plainMs(time: number): string {
  return String(Math.round(time * 1000) / 1000);
}

/** A value as it may stand in a label, at most `limit` characters. */
export function safeValue(value: Plain, limit: number): string {
  if (isNode(value) && value.t === "signal") return "signal";
  if (isNode(value) && value.t === "function") return safe(value.v || "fn", limit);
  return safe(show(value, limit * 2), limit);
}

/**
 * A call in the student's terms, `fetchApi(1)`, in at most `limit` characters: the longest arguments are shortened
 * first, and the name only if there is no room left for any argument.
 */
export function callLabel(service: string, args: string[], limit: number): string {
  const [parts, text] = [[...args], (list: string[]) => `${service}(${list.join(", ")})`];
  while (text(parts).length > limit) {
    const longest = parts.reduce((best, part, i) => (part.length > parts[best]!.length ? i : best), 0);
    if (parts.length === 0 || parts[longest]!.length <= 3) break;
    parts[longest] = cut(parts[longest]!, parts[longest]!.length - 1);
  }
  if (text(parts).length <= limit) return text(parts);
  const bare = args.length ? `${service}(…)` : `${service}()`;
  return bare.length <= limit ? bare : cut(service, limit);
}

/** From a place to another one in a lane, in the unit of its drawing. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Where a text of `length` that explains `mark` can begin, in a lane of `width`, all in the same unit: right of the
 * mark, or on the bar just before it, or left of the bar. It never covers what is `taken`, and leaves a piece of the
 * bar to see. `gap` is the space between text and mark. Undefined: there is room nowhere.
 */
export function placeText(
  length: number,
  {
    mark,
    bar,
    taken,
    width,
    gap,
  }: { mark: Stretch; bar: Stretch; taken: Stretch[]; width: number; gap: number },
): number | undefined {
  const free = (from: number, to: number) =>
    from >= 0 && to <= width && !taken.some((one) => one.from < to && one.to > from);
  const piece = 3 * gap;
  const right = mark.to + gap;
  if (free(mark.to, right + length + (mark.to < bar.to ? piece : 0))) return right;
  const inside = mark.from - gap - length;
  // More than half of a bar covered would make it another one.
  if (inside - piece >= bar.from && 2 * length <= bar.to - bar.from && free(inside - piece, mark.from))
    return inside;
  const left = bar.from - gap - length;
  // Over a mark in between it would seem to explain that one.
  return free(left, mark.from) ? left : undefined;
}
