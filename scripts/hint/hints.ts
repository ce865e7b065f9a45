// The hints of an exercise: the <details> of its README, as text for a terminal.
import { type Paint, printableLines, wrap } from "../lib/terminal.ts";

export interface Hint {
  /** The summary, without `Hint 1:`. */
  title: string;
  /** Markdown. */
  body: string;
}

const CODE_INDENT = "    ";

/** A README's hints, in their order. Line ends are `\n`. */
export function hintsOf(readme: string): Hint[] {
  const details = readme.matchAll(/^<details[^>]*>\s*<summary>([\s\S]*?)<\/summary>([\s\S]*?)^<\/details>/gm);
  return Array.from(details, ([, summary, body]) => ({
    title: summary!.trim().replace(/^Hint \d+: */i, ""),
    body: body!.trim(),
  }));
}

/** Lines of at most `width` columns; code keeps its own, and is set off by its indent. */
export function hintLines({ body }: Hint, width: number, paint: Paint): string[] {
  // Every second part is the inside of a code block.
  const parts = printableLines(body).split(/^```.*\n?/m);
  const blocks = parts.map((part, index) => {
    const text = part.replace(/^\n+|\s+$/g, "");
    if (text === "") return [];
    if (index % 2 === 1)
      return text.split("\n").map((line) => paint("cyan", `${CODE_INDENT}${line}`.trimEnd()));
    return text
      .split(/\n\s*\n/)
      .flatMap((paragraph, at) => [...(at > 0 ? [""] : []), ...flowed(paragraph, width)]);
  });
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => [...(at > 0 ? [""] : []), ...block]);
}

/** A paragraph, or a list's items, each broken anew for this width. */
function flowed(paragraph: string, width: number): string[] {
  const items = paragraph.split(/\n(?=\s*(?:[-*]|\d+\.) )/);
  return items.flatMap((item) => {
    const bullet = /^\s*(?:[-*]|\d+\.) /.exec(item)?.[0] ?? "";
    const text = item
      .slice(bullet.length)
      .replace(/\s*\n\s*/g, " ")
      .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, "$1 ($2)");
    return wrap(text, width - bullet.length).map(
      (line, at) => (at === 0 ? bullet : " ".repeat(bullet.length)) + line,
    );
  });
}
