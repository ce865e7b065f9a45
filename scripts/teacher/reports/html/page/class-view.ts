// The class at a glance: figures, filters, and the heat map of students by exercises.

import { el } from "../../../../lib/page/dom.ts";
import type { ClassData } from "./data.ts";
import { classFilters } from "./filters.ts";
import { heatLegend } from "./heat-legend.ts";
import { heatMap } from "./heat-map.ts";
import { type ClassQuery, fragmentOf } from "./route.ts";
import { selectStudents } from "./select.ts";
import { classSummary } from "./summary.ts";
import { type View, viewOf } from "./view.ts";

export interface ClassView {
  /** The view with these students in this order. */
  at(query: ClassQuery): View;
  query(): ClassQuery;
  /** Indices of the students as they were last shown. */
  order(): number[];
}

export function classView(data: ClassData): ClassView {
  let query: ClassQuery = {};
  let order: number[] | undefined;
  const ask = (change: Partial<Record<keyof ClassQuery, string>>) => {
    const all = Object.entries({ ...query, ...change });
    // Names come first anyway.
    const asked = all.filter(([name, value]) => value && !(name === "sort" && value === "name"));
    history.replaceState(null, "", fragmentOf({ view: "class", query: Object.fromEntries(asked) }));
    apply(Object.fromEntries(asked));
  };
  const heading = el("h1", { class: "unseen" }, "Class");
  const filters = classFilters(data, ask);
  let built: { map: ReturnType<typeof heatMap>; view: View } | undefined;

  const apply = (next: ClassQuery) => {
    const changed = order === undefined || JSON.stringify(next) !== JSON.stringify(query);
    query = next;
    if (!changed && built) return;
    order = selectStudents(data, query);
    filters.show(query);
    built?.map.show(order, query);
    filters.count(order.length);
  };
  // Made when it is first shown: a link to a student need not wait for a thousand rows.
  const build = () => {
    const map = heatMap(data, (sort) => ask({ sort }));
    const element = el(
      "div",
      { class: "class-view" },
      heading,
      classSummary(data),
      filters.element,
      map.element,
      heatLegend(data),
    );
    const view = viewOf("Class", heading, element, {
      focus: () => map.focus(),
      shown: () => map.restore(),
      left: () => map.remember(),
    });
    return { map, view };
  };
  return {
    at(next) {
      if (!built) {
        built = build();
        order = undefined;
      }
      apply(next);
      return built.view;
    },
    query: () => query,
    order: () => (order ??= selectStudents(data, query)),
  };
}
