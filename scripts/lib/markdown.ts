// Markdown as our READMEs use it (headings, paragraphs, lists, code, tables, links), as text for a terminal.
import { columnsOf, type Paint, printableLines, wrap } from "./terminal.ts";

const CODE_INDENT = "    ";

/** Lines of at most `width` columns; code keeps its own where they have room, and is set off by its indent. */
export function markdownLines(markdown: string, width: number, paint: Paint): string[] {
  // Every second part is the inside of a code block.
  const parts = printableLines(markdown).split(/^```.*\n?/m);
  const blocks = parts.map((part, index) => {
    const text = part.replace(/^\n+|\s+$/g, "");
    if (text === "") return [];
    if (index % 2 === 1)
      return text
        .split("\n")
        .flatMap((line) => codeLines(line, width - CODE_INDENT.length))
        .map((line) => paint("cyan", `${CODE_INDENT}${line}`.trimEnd()));
    return text
      .split(/\n\s*\n/)
      .flatMap((paragraph, at) => [...(at > 0 ? [""] : []), ...block(paragraph, width, paint)]);
  });
  return blocks
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => [...(at > 0 ? [""] : []), ...lines]);
}

/** A line of code that is too long goes on below, further in than it began. */
function codeLines(line: string, width: number): string[] {
  if (columnsOf(line) <= width) return [line];
  const margin = /^ */.exec(line)![0];
  const [first = "", ...rest] = wrap(line.slice(margin.length), width - margin.length - CODE_INDENT.length);
  return [margin + first, ...rest.map((each) => margin + CODE_INDENT + each)];
}

function block(text: string, width: number, paint: Paint): string[] {
  const heading = /^#+ +(.+)$/.exec(text)?.[1];
  if (heading !== undefined) return wrap(heading, width).map((line) => paint("bold", line));
  return text.startsWith("|") ? table(text, width) : flowed(text, width);
}

/** A row a paragraph: the tables of a README are wider than most terminals. */
function table(text: string, width: number): string[] {
  const rows = text.split("\n").filter((row) => !/^\|[-:| ]+\|$/.test(row));
  return rows.flatMap((row) => {
    const cells = row.replace(/^\| *| *\|$/g, "").split(/ *(?<!\\)\| */);
    return wrap(cells.join(" → ").replaceAll("\\|", "|"), width - 2).map(hanging("", "  "));
  });
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
    return wrap(text, width - bullet.length).map(hanging(bullet, " ".repeat(bullet.length)));
  });
}

function hanging(first: string, rest: string): (line: string, at: number) => string {
  return (line, at) => (at === 0 ? first : rest) + line;
}
