// The student's own right answer beside the course's, what differs marked.
import { el, prose, unseen } from "../../../lib/page/dom.ts";
import type { CompareRow, CompareView, Refused } from "../shapes.ts";
import { isRefused } from "./ask.ts";
import { codeLine } from "./code.ts";

export function comparePanel(view: CompareView | Refused): HTMLElement[] {
  if (isRefused(view)) return [el("p", {}, view.refused)];
  const intro = "Yours is right. Here are other right answers; what is marked is not in the other one.";
  return [
    el("p", {}, intro),
    ...view.answers.map(({ name, why, rows }) =>
      el(
        "section",
        { class: "answer" },
        el("h3", {}, name),
        why !== "" && el("p", {}, ...prose(why)),
        el(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": `Yours and ${name}` },
          tableOf(name, rows),
        ),
      ),
    ),
  ];
}

function tableOf(name: string, rows: readonly CompareRow[]): HTMLElement {
  const head = el("tr", {}, el("th", { scope: "col" }, "yours"), el("th", { scope: "col" }, name));
  const cell = (line: CompareRow["left"], same: boolean, look: string, words: string) =>
    el(
      "td",
      { class: !same && line ? look : false },
      ...(line ? [...(same ? [] : [unseen(words)]), codeLine(line)] : []),
    );
  const body = rows.map(({ left, right, same }) =>
    el("tr", {}, cell(left, same, "own", "only yours: "), cell(right, same, "other", "only here: ")),
  );
  return el("table", { class: "compared" }, el("thead", {}, head), el("tbody", {}, ...body));
}
