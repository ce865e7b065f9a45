// The code beside the verdict: the lines that matter, each with what it did, and the whole of it to be opened.

import { bdi, el } from "../../../../lib/page/dom.ts";
import { linesOf, type Marked, markedLines } from "../../marked-lines.ts";
import type { PageDetail, PageSource } from "../page-data.ts";

/** Lines around one that is marked. */
const AROUND = 2;

/** `open`: the lines that matter are shown at once. */
export function sourceView({ files, types }: PageSource, detail: PageDetail, open: boolean): HTMLElement[] {
  const told = detail.flatMap(({ lines }) => lines ?? []);
  const feedback = detail.map((each) => each.feedback).find(Boolean) ?? "";
  const all = markedLines(files, told, feedback, types?.faults ?? []);
  return files.flatMap(([name, text], index) => {
    const lines = linesOf(text);
    const marked = new Map(all.filter(({ file }) => file === name).map((each) => [each.line, each]));
    const whole = el(
      "details",
      { class: "source" },
      el("summary", {}, index === 0 ? "Code: " : "Beside it: ", bdi(name), ` (${lines.length} lines)`),
      listing(name, lines, [...lines.keys()], marked),
    );
    if (marked.size === 0 || !open) return [whole];
    const near = [...lines.keys()].filter((line) =>
      [...marked.keys()].some((number) => Math.abs(line + 1 - number) <= AROUND),
    );
    return [listing(name, lines, near, marked), whole];
  });
}

/** `shown`: indices of the lines. */
function listing(
  name: string,
  lines: readonly string[],
  shown: readonly number[],
  marked: ReadonlyMap<number, Marked>,
): HTMLElement {
  const rows = shown.map((index, place) => {
    const says = marked.get(index + 1)?.says;
    const gap = place > 0 && shown[place - 1] !== index - 1;
    return el(
      "li",
      { value: index + 1, class: [says && "named", gap && "gap"].filter(Boolean).join(" ") || undefined },
      el("code", {}, lines[index]!),
      says && says.length > 0 && el("span", { class: "says" }, says.join("; ")),
    );
  });
  return el(
    "div",
    {
      class: "scroll",
      tabindex: 0,
      role: "region",
      "aria-label": `${name}, from line ${(shown[0] ?? 0) + 1}`,
    },
    el("ol", { class: "lines" }, ...rows),
  );
}
