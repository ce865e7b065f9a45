// Text in Markdown that may be shown anywhere, GitHub's comments included, in which nothing of a stranger's is markup.
import { printable, printableLines } from "../../../graders/trace/printable.ts";
import { isolated } from "../../lib/terminal.ts";

/** A stranger's text in a line: as it is where it is plain words, else as code, where nothing is looked for. */
export function strangersText(text: string): string {
  const line = printable(text);
  return isolated(isPlain(line) ? line : code(line));
}

// Escapes would not do: GitHub looks for @mentions, #123, addresses, commits, :emoji: and $formulas$ after they are gone.
const word = /^\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*\d{0,5}[.,]?$/u;
const commit = /^[0-9a-f]{7,}$/i;

/** Words as names have them: no address, and nothing that could be a commit's hash. */
function isPlain(line: string): boolean {
  return line.split(" ").every((each) => word.test(each) && !commit.test(each));
}

function code(line: string): string {
  const fence = "`".repeat(longestRun(line) + 1);
  const blank = /^[ `]|[ `]$/.test(line) ? " " : "";
  return `${fence}${blank}${line || " "}${blank}${fence}`;
}

/** Lines as a code block that nothing in them ends. */
export function codeBlock(text: string): string {
  const lines = printableLines(text.trimEnd());
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}text\n${lines}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** A text of ours in one line: its characters, and no markup. */
export function ownText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#!|~&]/g, "\\$&");
}
