// The heat map's rows: the header that sorts, a row a student, the means.

import { bdi, el } from "../../../../lib/page/dom.ts";
import type { PageExercise, PageResult, PageStudent } from "../page-data.ts";
import { type ClassData, nameOf, numberOf, percent, points, resultOf, scoreText } from "./data.ts";
import type { ClassQuery } from "./route.ts";

/** `before`: the columns that come before the exercises', by the names that `ClassQuery.sort` has for them. */
export interface Columns {
  before: ("name" | "section" | "total")[];
  exercises: PageExercise[];
}

export function columnsOf({ students, exercises }: ClassData): Columns {
  const sections = students.some(({ section }) => section);
  return { before: sections ? ["name", "section", "total"] : ["name", "total"], exercises };
}

/** The class of an exercise's cells: by it a belt's columns are shown or hidden. */
function classOf({ belt }: PageExercise): string {
  return `cell in-${belt ?? "none"}`;
}

export function headOf(data: ClassData, columns: Columns, sort: (sort: string) => void) {
  const names = [...columns.before, ...columns.exercises.map(({ id }) => id)];
  const cells = [
    ...columns.before.map((name) => headCell(name, name === "name" ? "student" : name)),
    ...columns.exercises.map((exercise) => {
      const cell = headCell(
        exercise.id,
        el("span", { class: "nr" }, numberOf(exercise)),
        " ",
        exercise.title,
      );
      cell.className = `${classOf(exercise)} belt-${exercise.belt ?? "none"}`;
      return cell;
    }),
  ];
  const row = el("tr", { role: "row" }, ...cells);
  let sorted = "name";
  row.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    const name = names[cells.indexOf(button?.parentElement as HTMLTableCellElement)];
    if (!name) return;
    // Names and sections begin at their beginning, points with the most.
    const first = ["name", "section"].includes(name) ? name : `-${name}`;
    const other = first === name ? `-${name}` : name;
    sort(sorted === first ? other : first);
  });
  return {
    element: el("thead", { role: "rowgroup" }, beltRow(data, columns), row),
    show(query: ClassQuery) {
      sorted = query.sort ?? "name";
      for (const [index, cell] of cells.entries()) {
        const name = names[index];
        if (sorted === name) cell.ariaSort = "ascending";
        else if (sorted === `-${name}`) cell.ariaSort = "descending";
        else cell.removeAttribute("aria-sort");
      }
    },
  };
}

function headCell(name: string, ...text: (Node | string)[]): HTMLTableCellElement {
  const button = el("button", { type: "button", tabindex: -1 }, el("span", {}, ...text));
  return el("th", { role: "columnheader", scope: "col", class: `head-${name}` }, button);
}

/** Above the exercises, the belt that each belongs to. */
function beltRow({ exercises }: ClassData, { before }: Columns): HTMLElement {
  const groups = [...Map.groupBy(exercises, ({ belt }) => belt ?? "none")];
  const cells = groups.map(([belt, { length }]) => {
    const cell = el(
      "th",
      {
        role: "columnheader",
        scope: "colgroup",
        colspan: length,
        class: `cell in-${belt} belt belt-${belt}`,
      },
      belt === "none" ? "" : belt,
    );
    cell.style.gridColumn = `span ${length}`;
    return cell;
  });
  const empty = el("td", { role: "gridcell", colspan: before.length, class: "corner" });
  empty.style.gridColumn = `span ${before.length}`;
  return el("tr", { role: "row", class: "belts" }, empty, ...cells);
}

export function rowOf(data: ClassData, student: PageStudent, columns: Columns): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.setAttribute("role", "row");
  for (const column of columns.before)
    row.append(column === "name" ? nameCell(student) : plainCell(data, student, column));
  for (const index of columns.exercises.keys()) row.append(scoreCell(data, student, index));
  return row;
}

// A class of a thousand has more than ten thousand of them: each is a copy of one, and its texts are made once.
const blank = document.createElement("td");
blank.setAttribute("role", "gridcell");
const texts = new Map<PageResult, ReturnType<typeof textsOf>>();

function scoreCell(data: ClassData, student: PageStudent, index: number): HTMLElement {
  const result = resultOf(data, student, index);
  const known = texts.get(result) ?? textsOf(data, data.exercises[index]!, result);
  texts.set(result, known);
  const cell = blank.cloneNode() as HTMLElement;
  cell.className = known.look;
  cell.textContent = known.text;
  cell.ariaLabel = known.label;
  return cell;
}

function textsOf(data: ClassData, exercise: PageExercise, result: PageResult) {
  const { text, label, level } = scoreText(data, exercise, result);
  return { text, label, look: `${classOf(exercise)} ${level}` };
}

function nameCell(student: PageStudent): HTMLElement {
  const { id, name } = student;
  const link = el(
    "a",
    { href: `#${new URLSearchParams({ student: id })}`, tabindex: -1 },
    bdi(nameOf(student)),
  );
  const also = name !== undefined && name !== id && el("small", {}, bdi(id));
  return el("th", { role: "rowheader", scope: "row", class: "name" }, link, also);
}

function plainCell(data: ClassData, student: PageStudent, column: string): HTMLElement {
  const { section, mark, late, absent, excused } = student;
  if (column === "section") return el("td", { role: "gridcell", class: "section" }, bdi(section ?? ""));
  if (excused || (absent && !absent.marked)) {
    const text = excused ? "excused" : "absent";
    const about = excused ? "excused" : "nothing that was handed in is known to be theirs";
    return el("td", { role: "gridcell", class: "total", "aria-label": about }, el("small", {}, text));
  }
  return el(
    "td",
    { role: "gridcell", class: "total" },
    late && el("span", { class: "late" }, "late"),
    late && " ",
    el("b", {}, points(mark)),
    el("small", {}, percent(mark, data.maxMark)),
  );
}

/** The last row: the means of those who are shown. */
export function meansOf(data: ClassData, columns: Columns) {
  const label = el("th", { role: "rowheader", scope: "row", class: "name" });
  const others = columns.before.slice(1).map(() => el("td", { role: "gridcell" }));
  const cells = columns.exercises.map(() => el("td", { role: "gridcell" }));
  return {
    row: el("tr", { role: "row" }, label, ...others, ...cells),
    show(order: number[]) {
      const all = order.map((index) => data.students[index]!);
      const students = all.filter(({ excused, absent }) => !excused && (!absent || absent.marked));
      label.textContent = `Mean of ${students.length}`;
      const total = meanOf(students.map(({ mark }) => mark));
      const cell = others.at(-1)!;
      cell.className = "total";
      cell.replaceChildren(
        ...(total === undefined
          ? ["–"]
          : [el("b", {}, points(total)), el("small", {}, percent(total, data.maxMark))]),
      );
      for (const [index, exercise] of columns.exercises.entries()) {
        const mean = meanOf(students.map((student) => resultOf(data, student, index).score));
        cells[index]!.className = classOf(exercise);
        cells[index]!.style.background = mean === undefined ? "" : shade(mean / (exercise.maxScore || 1));
        cells[index]!.textContent = mean === undefined ? "–" : points(mean);
        cells[index]!.ariaLabel =
          mean === undefined ? "no mean" : `mean ${points(mean)} of ${exercise.maxScore}`;
      }
    },
  };
}

/** Means lie close together: each share has a colour of its own, from orange to blue as the levels have. */
function shade(share: number): string {
  const [from, to, part] = share < 0.5 ? ["zero", "middle", share * 2] : ["middle", "full", share * 2 - 1];
  return `color-mix(in oklab, var(--${from}), var(--${to}) ${Math.round(100 * part)}%)`;
}

/** With one decimal. */
function meanOf(scores: number[]): number | undefined {
  if (scores.length === 0) return undefined;
  return Math.round((10 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 10;
}
