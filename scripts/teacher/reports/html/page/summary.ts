// The class in figures: how many, how well, and what most of them got wrong.

import { el } from "../../../../lib/page/dom.ts";
import { type ClassData, levelOf, percent, plural, points, resultOf } from "./data.ts";
import { rankedMisconceptions } from "./shared-misconceptions.ts";

const BINS = 10;
const SHOWN = 3;

export function classSummary(data: ClassData): HTMLElement {
  return el(
    "section",
    { class: "summary", "aria-label": "In figures" },
    figures(data),
    distribution(data),
    common(data),
  );
}

function figures(data: ClassData): HTMLElement {
  const { students: all, maxMark: maxScore } = data;
  const students = all.filter(({ excused, absent }) => !excused && (!absent || absent.marked));
  const marks = students.map(({ mark }) => mark).sort((a, b) => a - b);
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / (marks.length || 1);
  const list = el("dl", { class: "figures" });
  const add = (name: string, value: string, about: string, href?: string) =>
    list.append(
      el(
        "div",
        {},
        el("dt", {}, name),
        el("dd", {}, href ? el("a", { href }, value) : value, el("small", {}, about)),
      ),
    );
  add("students", String(students.length), `${data.exercises.length} exercises`);
  add(
    "mean",
    percent(mean, maxScore),
    `${points(Math.round(mean * 10) / 10)} of ${points(maxScore)}, of all ${students.length}`,
  );
  add("median", percent(median(marks), maxScore), `${points(median(marks))} of ${points(maxScore)}`);
  const nothing = students.filter(
    (student) =>
      !student.absent &&
      data.exercises.every((_, index) => data.outcomes[resultOf(data, student, index).outcome] === "missing"),
  ).length;
  if (nothing > 0) add("nothing handed in", String(nothing), percent(nothing, students.length));
  const absent = all.length - students.length - all.filter(({ excused }) => excused).length;
  if (absent > 0) add("on the roster alone", String(absent), "in no mean", "#view=roster");
  const late = students.filter((student) => student.late).length;
  if (late > 0) add("late", String(late), percent(late, students.length), "#late=1");
  const errors = students.filter((student) =>
    data.exercises.some((_, index) => {
      const { outcome, outcomes } = resultOf(data, student, index);
      return [outcome, ...outcomes].some((each) => data.outcomes[each] === "grader-error");
    }),
  ).length;
  if (errors > 0) add("grader errors", String(errors), "our fault: grade again", "#error=1");
  return list;
}

function median(sorted: number[]): number {
  const middle = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** How many students have which part of the points, in tenths; full marks are in the last. */
function distribution({ students: all, maxMark: maxScore }: ClassData): HTMLElement {
  const students = all.filter(({ excused, absent }) => !excused && (!absent || absent.marked));
  const counts = new Array<number>(BINS).fill(0);
  for (const { mark } of students) {
    const share = maxScore === 0 ? 0 : Math.max(0, mark / maxScore);
    counts[Math.min(BINS - 1, Math.floor(share * BINS + 1e-9))]! += 1;
  }
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, index) => {
    const column = el(
      "span",
      { class: `column ${levelOf(index * 10 + 5, 100)}` },
      el("span", { class: "of" }, String(count)),
    );
    column.style.blockSize = `${(100 * count) / most}%`;
    return column;
  });
  const words = counts.map((count, index) => `${index * 10} to ${index * 10 + 10} %: ${count}`).join("; ");
  return el(
    "figure",
    {
      class: "distribution",
      role: "img",
      "aria-label": `Marks of ${plural(students.length, "student")}. ${words}.`,
    },
    el("span", { class: "bins" }, ...bars),
    el("span", { class: "axis" }, el("span", {}, "0 %"), el("span", {}, "marks"), el("span", {}, "100 %")),
  );
}

function common(data: ClassData): HTMLElement | undefined {
  const ranked = rankedMisconceptions(data)
    // What one has alone is no class's misconception.
    .filter(({ students }) => students.length > 1)
    .slice(0, SHOWN);
  if (ranked.length === 0) return undefined;
  const items = ranked.map(({ misconception, students }) =>
    el(
      "li",
      {},
      el("span", { class: "number" }, String(students.length)),
      el(
        "a",
        { href: `#view=misconceptions&id=${encodeURIComponent(misconception.id)}` },
        misconception.title,
      ),
    ),
  );
  return el(
    "section",
    { class: "common" },
    el("h2", {}, "Most common misconceptions"),
    el("ol", {}, ...items),
  );
}
