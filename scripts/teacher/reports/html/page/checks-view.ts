// How hard each check was, and whether it tells who knows from who does not.

import { bar, el, prose } from "../../../../lib/page/dom.ts";
import { flagOf, type ItemFlag } from "../item-statistics.ts";
import type { PageCheck, PageExercise } from "../page-data.ts";
import { type ClassData, numberOf, percent } from "./data.ts";
import { fragmentOf } from "./route.ts";
import { type View, viewOf } from "./view.ts";

const FLAGS: Record<ItemFlag, string> = {
  nobody: "nobody passes",
  everybody: "everybody passes",
  reversed: "the stronger students fail it",
  weak: "does not discriminate",
  few: "too few to tell",
  fine: "",
};
const WORTH_A_LOOK: readonly ItemFlag[] = ["nobody", "reversed", "weak"];

interface Item {
  exercise: PageExercise;
  check: PageCheck;
  index: number;
  flag: ItemFlag;
}

/** The order of a column: by what, and whether the largest come first. */
type Column = { name: string; text: string; by: (item: Item) => number; largest?: true };

const COLUMNS: Column[] = [
  { name: "check", text: "Check", by: () => 0 },
  { name: "points", text: "Points", by: ({ check }) => check.maxScore, largest: true },
  { name: "graded", text: "Graded", by: ({ check }) => check.graded, largest: true },
  { name: "passed", text: "Passed", by: ({ check }) => (check.graded ? check.passed / check.graded : 2) },
  { name: "discrimination", text: "Discrimination", by: ({ check }) => check.discrimination ?? 2 },
  { name: "note", text: "Note", by: ({ flag }) => Object.keys(FLAGS).indexOf(flag) },
];

export function checksView(data: ClassData): View {
  const items = data.exercises.flatMap((exercise) =>
    exercise.checks.map((check, index) => ({ exercise, check, index, flag: flagOf(check) })),
  );
  const heading = el("h1", {}, "Checks");
  const body = el("tbody");
  const heads = COLUMNS.map(({ text }) =>
    el("th", { scope: "col" }, el("button", { type: "button" }, el("span", {}, text))),
  );
  const only = el("input", { type: "checkbox" });
  const status = el("p", { role: "status", class: "count" });
  let sorted = { column: 0, turned: false };
  const show = () => {
    const { by, largest } = COLUMNS[sorted.column]!;
    const sign = Boolean(largest) === sorted.turned ? 1 : -1;
    const shown = items
      .filter(({ flag }) => !only.checked || WORTH_A_LOOK.includes(flag))
      .sort((a, b) => sign * (by(a) - by(b)));
    if (sorted.column === 0 && sorted.turned) shown.reverse();
    body.replaceChildren(...shown.map((item) => rowOf(data, item)));
    status.textContent = `${shown.length} of ${items.length} checks`;
    for (const [index, head] of heads.entries()) {
      if (index !== sorted.column) head.removeAttribute("aria-sort");
      else head.ariaSort = Boolean(largest) === sorted.turned ? "ascending" : "descending";
    }
  };
  for (const [column, head] of heads.entries())
    head.addEventListener("click", () => {
      sorted = { column, turned: sorted.column === column && !sorted.turned };
      show();
    });
  only.addEventListener("change", show);
  show();
  const flagged = items.filter(({ flag }) => WORTH_A_LOOK.includes(flag)).length;
  const element = el(
    "section",
    { class: "wide" },
    heading,
    el(
      "p",
      { class: "about" },
      el("b", {}, "Passed"),
      " is the share of those whose exercise was there to be graded. ",
      el("b", {}, "Discrimination"),
      " is the correlation (point-biserial, from −1 to 1) of passing this check with the points in everything else: near 1 it tells who knows from who does not; near 0 it tells nothing; below 0 those who do well elsewhere fail it. Behind it stands where it lies with 99 % confidence (bootstrap, 500 draws of the class); a note stands only where that whole interval says so.",
    ),
    flagged > 0
      ? el(
          "p",
          { class: "filters" },
          el("label", { class: "box" }, only, ` only what deserves a look (${flagged})`),
          status,
        )
      : status,
    el(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Checks" },
      el("table", { class: "list" }, el("thead", {}, el("tr", {}, ...heads)), body),
    ),
  );
  return viewOf("Checks", heading, element);
}

function rowOf({ students }: ClassData, { exercise, check, index, flag }: Item): HTMLElement {
  const { title, maxScore, graded, passed, discrimination, interval } = check;
  const failed = fragmentOf({ view: "class", query: { failed: `${exercise.id}.${index}` } });
  const missed = graded - passed;
  return el(
    "tr",
    {},
    el(
      "th",
      { scope: "row" },
      el("span", { class: `nr belt-${exercise.belt ?? "none"}`, title: exercise.title }, numberOf(exercise)),
      " ",
      ...prose(title),
    ),
    el("td", { class: "num" }, String(maxScore)),
    el("td", { class: "num" }, graded === students.length ? "all" : String(graded)),
    el(
      "td",
      { class: "measure" },
      el("span", { class: "value" }, percent(passed, graded)),
      missed > 0 &&
        el("a", { href: failed, "aria-label": `${missed} did not pass: ${title}` }, `${missed} did not`),
      bar(graded ? passed / graded : 0, "share"),
    ),
    el(
      "td",
      { class: "measure" },
      el("span", { class: "value" }, discrimination === null ? "–" : signed(discrimination)),
      interval !== null &&
        el("small", { class: "interval" }, ` ${signed(interval[0])} to ${signed(interval[1])}`),
      discrimination === null
        ? undefined
        : bar(Math.abs(discrimination), discrimination < 0 ? "minus" : "plus"),
    ),
    el(
      "td",
      {},
      FLAGS[flag] && el("span", { class: `flag ${WORTH_A_LOOK.includes(flag) ? "look" : ""}` }, FLAGS[flag]),
    ),
  );
}

function signed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
