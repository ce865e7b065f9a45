// How text reaches a terminal, or a CI's log: what strangers wrote made harmless, colour only where it is wanted.
import { Writable } from "node:stream";
import { styleText } from "node:util";
import { printable } from "../../graders/trace/printable.ts";
import { cut, MOST_IN_A_COLUMN } from "./columns.ts";

export { printable, printableLines } from "../../graders/trace/printable.ts";
export { columnsOf, cut, padded, wrap } from "./columns.ts";

/** What a command writes to: process.stdout and process.stderr, or a test's stand-in. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colours text for this stream; leaves it alone where the stream is no terminal or `NO_COLOR` is set. */
export function painter(stream: Output): Paint {
  return (style, text) => styleText(style, text, { stream });
}

/** Whether what was written can be taken back and drawn anew: a terminal, and not one that calls itself dumb. */
export function canRedraw(stream: Output): boolean {
  return stream.isTTY === true && process.env.TERM !== "dumb";
}

/** Columns of the terminal; `COLUMNS`, or 100, where the output is none. */
export function widthOf(stream: Output): number {
  return stream.columns || Number.parseInt(process.env.COLUMNS ?? "", 10) || 100;
}

/** An empty screen, where there is one: what is shown next is never taken for what was shown before. */
export function clearScreen(output: Output): void {
  if (canRedraw(output)) output.write("\u001b[2J\u001b[H");
}

// What our own lines have beside text: colours, and the isolates around names that are written from right to left.
const ours = /(\u001b\[[\d;]*m|[\u2068\u2069])/;

/**
 * Writes a text with its line ends, or lines that have none in them; every command prints by this alone. Whatever they
 * were made of, and wherever they were broken, none steers a terminal or is a command to what keeps a CI's log.
 */
export function print(output: Output, given: string | readonly string[]): void {
  const lines = typeof given === "string" ? given.replace(/\n$/, "").split("\n") : given;
  if (lines.length > 0) output.write(`${lines.map(printed).join("\n")}\n`);
}

function printed(line: string): string {
  const parts = line.replaceAll("\t", "  ").split(ours);
  return parts.map((part, index) => (index % 2 === 1 ? part : printable(part))).join("");
}

/** A stream that hands on whole lines, each as `print` writes it: for what others print of strangers' text. */
export function printedStream(output: Output): Writable {
  let rest = "";
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      print(output, lines);
      done();
    },
    final(done) {
      if (rest !== "") print(output, rest);
      done();
    },
  });
}

/** How many columns of a terminal a name may take in a line with other things. */
const NAME = 60;
/** And a line of them. */
const LINE = 2000;

/** A stranger's name in a line of ours: harmless, not too long, and, if it is written from right to left, by itself. */
export function shownName(name: string, room = NAME): string {
  return isolated(cut(printable(name.slice(0, room * MOST_IN_A_COLUMN)), room));
}

/** A line of ours that names of strangers are in: harmless, and not without an end. */
export function shownLine(line: string): string {
  return cut(printable(line.slice(0, LINE * MOST_IN_A_COLUMN)), LINE);
}

/** Set off by isolates where it is written from right to left, or what follows it would change its place. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
