// The heat map: a table of students by exercises. A row that is out of sight costs no layout (see style/class.css), so all of
// them are there for the browser's own search, for printing and for screen readers.

import { el } from "../../../../lib/page/dom.ts";
import type { ClassData } from "./data.ts";
import { gridKeys } from "./grid-keys.ts";
import { columnsOf, headOf, meansOf } from "./heat-map-rows.ts";
import { lazyRows } from "./lazy-rows.ts";
import { type ClassQuery, fragmentOf } from "./route.ts";
import { shownExercises } from "./select.ts";

export interface HeatMap {
  element: HTMLElement;
  /** Shows these students (indices), in this order. */
  show(order: number[], query: ClassQuery): void;
  /** Focuses where one was, or the first student. */
  focus(): void;
  /** Keeps how far it is scrolled while it is out of the page, and scrolls there again. */
  remember(): void;
  restore(): void;
}

/** `sort` is called with what the reader wants as `ClassQuery.sort`. */
export function heatMap(data: ClassData, sort: (sort: string) => void): HeatMap {
  const columns = columnsOf(data);
  const head = headOf(data, columns, sort);
  const body = el("tbody", { role: "rowgroup" });
  const means = meansOf(data, columns);
  const label = "Points of each student in each exercise. Arrow keys move, Enter opens a student.";
  const foot = el("tfoot", { role: "rowgroup" }, means.row);
  const table = el("table", { role: "grid", "aria-label": label }, head.element, body, foot);
  const element = el("div", { class: "heat-map" }, table);
  const rows = lazyRows(data, columns, body);
  const keys = gridKeys(element, table);

  const open = (cell: HTMLTableCellElement | null) => {
    const student = cell ? rows.studentOf(cell.parentElement!) : undefined;
    if (student === undefined) return;
    const exercise = columns.exercises[cell!.cellIndex - columns.before.length];
    const id = data.students[student]!.id;
    location.hash = fragmentOf({ view: "student", id, ...(exercise && { exercise: exercise.id }) });
  };
  // One listener for all cells: a cell leads to its student, and to the exercise that it is about.
  body.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (!target.closest("a")) open(target.closest("td"));
  });
  body.addEventListener("keydown", (event) => {
    const target = event.target as Element;
    if (event.key === "Enter" && target.matches("td")) open(target as HTMLTableCellElement);
  });
  // What a screen reader hears, the mouse finds.
  body.addEventListener("mouseover", (event) => {
    const cell = (event.target as Element).closest("td");
    if (cell?.ariaLabel && !cell.title) cell.title = cell.ariaLabel;
  });

  let scrolled = { left: 0, top: 0 };
  return {
    element,
    show(order, query) {
      const shown = shownExercises(data, query);
      const only = shown.length < data.exercises.length;
      table.className = only ? `only-${query.belt}` : "";
      table.style.setProperty("--exercises", String(shown.length));
      rows.show(order);
      head.show(query);
      means.show(order);
      keys.reset([...columns.before.keys(), ...shown.map((index) => columns.before.length + index)]);
    },
    focus: () => keys.focus(),
    remember: () => {
      scrolled = { left: element.scrollLeft, top: element.scrollTop };
    },
    restore: () => element.scrollTo(scrolled),
  };
}
