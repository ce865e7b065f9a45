// The heat map's rows, made when they are first needed: what fits the window at once, the others right after it is painted.
import type { ClassData } from "./data.ts";
import { type Columns, rowOf } from "./heat-map-rows.ts";

/** More than any window shows. */
const AT_ONCE = 80;
/** Rows that are made in one go: few enough to answer a key press in between. */
const BATCH = 60;

export interface LazyRows {
  /** These students (indices), in this order. */
  show(order: number[]): void;
  /** Whose row it is. */
  studentOf(row: Element): number | undefined;
}

export function lazyRows(data: ClassData, columns: Columns, body: HTMLElement): LazyRows {
  const rows: HTMLTableRowElement[] = [];
  const students = new Map<Element, number>();
  let left: number[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const row = (index: number) => {
    if (!rows[index]) {
      rows[index] = rowOf(data, data.students[index]!, columns);
      students.set(rows[index], index);
    }
    return rows[index];
  };
  const append = (count: number) => body.append(...left.splice(0, count).map(row));
  const goOn = () => {
    append(BATCH);
    waiting = left.length > 0 ? setTimeout(goOn) : undefined;
  };
  // Paper has no "right after".
  addEventListener("beforeprint", () => append(left.length));
  return {
    show(order) {
      clearTimeout(waiting);
      body.replaceChildren();
      left = [...order];
      // Also of rows that are there: to lay out a thousand of them takes longer than to make a few.
      append(AT_ONCE);
      waiting = left.length > 0 ? setTimeout(goOn) : undefined;
    },
    studentOf: (row) => students.get(row),
  };
}
