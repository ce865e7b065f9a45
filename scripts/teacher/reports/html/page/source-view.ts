// The code beside the verdict: each file with its lines' numbers, and those that the feedback names marked.

import { bdi, el } from "../../../../lib/page/dom.ts";
import type { PageSource } from "../page-data.ts";

/** Lines around one that is named. */
const AROUND = 3;

/** `open`: the lines that are named are shown at once. */
export function sourceView(files: PageSource, feedback: string, open: boolean): HTMLElement[] {
  const named = namedIn(feedback, files[0]?.[0] ?? "");
  return files.flatMap(([name, text], index) => {
    const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
    const mark = named?.file === name ? named.line : undefined;
    const whole = el(
      "details",
      { class: "source" },
      el("summary", {}, index === 0 ? "Code: " : "Beside it: ", bdi(name), ` (${lines.length} lines)`),
      listing(name, lines, 1, mark),
    );
    if (mark === undefined || !open) return [whole];
    const from = Math.max(1, mark - AROUND);
    return [listing(name, lines.slice(from - 1, mark + AROUND), from, mark), whole];
  });
}

/** `three-apis.ts:6:65: …`, or `6:65: …` for the graded file. */
function namedIn(feedback: string, entry: string): { file: string; line: number } | undefined {
  const match = /^(?:([^\s:]+):)?(\d+):\d+: /.exec(feedback);
  return match ? { file: match[1] ?? entry, line: Number(match[2]) } : undefined;
}

function listing(name: string, lines: readonly string[], from: number, mark?: number): HTMLElement {
  const rows = lines.map((line, index) => {
    const number = from + index;
    return el("li", { value: number, ...(number === mark && { class: "named" }) }, el("code", {}, line));
  });
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": `${name}, from line ${from}` },
    el("ol", { class: "lines", start: from }, ...rows),
  );
}
