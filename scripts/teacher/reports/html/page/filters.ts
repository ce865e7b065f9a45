// The class view's filters: a search field, and a choice for everything that the class differs in.
import type { CheckOutcome } from "../../../../../graders/engine/types.ts";
import { el } from "../../../../lib/page/dom.ts";
import { type ClassData, numberOf, plural, wordsFor } from "./data.ts";
import type { ClassQuery } from "./route.ts";

type Ask = (change: Partial<Record<keyof ClassQuery, string>>) => void;

export interface Filters {
  element: HTMLElement;
  /** Sets the fields to what is asked for. */
  show(query: ClassQuery): void;
  /** Tells how many students are shown. */
  count(shown: number): void;
}

export function classFilters(data: ClassData, ask: Ask): Filters {
  const fields = [searchField(ask), ...choices(data, ask), ...boxes(data, ask)];
  const also = el("span", { class: "also" });
  const all = el("button", { type: "button" }, "Show all");
  all.addEventListener("click", () => {
    ask({ q: "", section: "", belt: "", outcome: "", misconception: "", failed: "", error: "", late: "" });
    fields[0]!.input.focus();
  });
  const status = el("p", { role: "status", class: "count" });
  const element = el(
    "form",
    { class: "filters", role: "search", "aria-label": "Students" },
    ...fields.map(({ label }) => label),
    also,
    status,
    all,
  );
  element.addEventListener("submit", (event) => event.preventDefault());
  return {
    element,
    show(query) {
      for (const { show } of fields) show(query);
      also.textContent = alsoAsked(data, query);
      const { sort, ...rest } = query;
      all.hidden = Object.keys(rest).length === 0;
    },
    count(shown) {
      const { length } = data.students;
      status.textContent =
        shown === length ? plural(length, "student") : `${shown} of ${plural(length, "student")}`;
    },
  };
}

interface Field {
  label: HTMLElement;
  input: HTMLInputElement | HTMLSelectElement;
  show(query: ClassQuery): void;
}

function searchField(ask: Ask): Field {
  const input = el("input", {
    type: "search",
    name: "q",
    placeholder: "name, id or address",
    autocomplete: "off",
  });
  input.addEventListener("input", () => ask({ q: input.value.trim() }));
  const label = el("label", {}, "Search ", input);
  const show = ({ q = "" }: ClassQuery) => {
    if (input.value.trim() !== q) input.value = q;
  };
  return { label, input, show };
}

function choices({ students, exercises, outcomes }: ClassData, ask: Ask): Field[] {
  const sections = [...new Set(students.flatMap(({ section }) => section || []))].sort();
  const belts = [...new Set(exercises.flatMap(({ belt }) => belt ?? []))];
  const others = outcomes.filter((outcome) => outcome !== "passed");
  return [
    choice("section", "Section", "all", sections.map(same), ask),
    choice("belt", "Belt", "all", belts.map(same), ask),
    choice(
      "outcome",
      "Outcome",
      "any",
      [["passed", "everything passed"], ...others.map((one): Option => [one, outcomeText(one)])],
      ask,
    ),
  ].filter((field) => field !== undefined);
}

type Option = [value: string, text: string];

function same(text: string): Option {
  return [text, text];
}

function outcomeText(outcome: CheckOutcome): string {
  return outcome === "failed"
    ? "failed a check"
    : outcome === "skipped"
      ? "checks not run"
      : wordsFor(outcome);
}

/** None where there is nothing to choose. */
function choice(
  name: "section" | "belt" | "outcome",
  text: string,
  none: string,
  options: Option[],
  ask: Ask,
): Field | undefined {
  if (options.length < 2) return undefined;
  const all: Option[] = [["", none], ...options];
  const input = el("select", { name }, ...all.map(([value, words]) => el("option", { value }, words)));
  input.addEventListener("change", () => ask({ [name]: input.value }));
  const show = (query: ClassQuery) => {
    input.value = query[name] ?? "";
  };
  return { label: el("label", {}, `${text} `, input), input, show };
}

function boxes(data: ClassData, ask: Ask): Field[] {
  const late = data.students.filter((student) => student.late).length;
  const errors = data.outcomes.includes("grader-error");
  return [
    ...(late > 0 ? [box("late", "late", ask)] : []),
    ...(errors ? [box("error", "grader errors", ask)] : []),
  ];
}

function box(name: "late" | "error", text: string, ask: Ask): Field {
  const input = el("input", { type: "checkbox", name });
  input.addEventListener("change", () => ask({ [name]: input.checked ? "1" : "" }));
  const show = (query: ClassQuery) => {
    input.checked = query[name] === "1";
  };
  return { label: el("label", { class: "box" }, input, ` ${text}`), input, show };
}

/** What is asked for by a link from another view, which has no field here. */
function alsoAsked({ misconceptions, exercises }: ClassData, { misconception, failed }: ClassQuery): string {
  const known = misconceptions.find(({ id }) => id === misconception);
  const dot = failed?.lastIndexOf(".") ?? 0;
  const exercise = exercises.find(({ id }) => id === failed?.slice(0, dot));
  const check = exercise?.checks[Number(failed?.slice(dot + 1))];
  return [
    misconception && `with “${known?.title ?? misconception}”`,
    failed && `who did not pass “${check?.title ?? failed}”${exercise ? ` (${numberOf(exercise)})` : ""}`,
  ]
    .filter(Boolean)
    .join(", ");
}
