// What is behind the class's mistakes: most common first, with everybody who shares it.

import { bar, bdi, el, prose } from "../../../../lib/page/dom.ts";
import { type ClassData, nameOf, numberOf, percent, plural, resultOf } from "./data.ts";
import { fragmentOf } from "./route.ts";
import { rankedMisconceptions, type SharedMisconception } from "./shared-misconceptions.ts";
import { type View, viewOf } from "./view.ts";

/** In how many exercises it is told where it showed. */
const SHOWN = 4;

/** `id`: the misconception that is asked for; its students are listed. */
export function misconceptionsView(data: ClassData, id?: string): View {
  const heading = el("h1", {}, "Misconceptions");
  const ranked = rankedMisconceptions(data);
  const items = ranked.map((shared) => item(data, shared, shared.misconception.id === id));
  const element = el(
    "section",
    { class: "misconceptions" },
    heading,
    el(
      "p",
      { class: "about" },
      "What the traces show to be behind wrong answers: each student counts once for each.",
    ),
    el("ol", { class: "shared" }, ...items),
  );
  const asked = items[ranked.findIndex(({ misconception }) => misconception.id === id)];
  return viewOf("Misconceptions", heading, element, {
    ...(asked && {
      focus: () => {
        asked.scrollIntoView();
        asked.querySelector("summary")!.focus({ preventScroll: true });
      },
    }),
  });
}

function item(
  data: ClassData,
  { misconception, students, exercises }: SharedMisconception,
  open: boolean,
): HTMLElement {
  const { id, title, explanation, advice, course } = misconception;
  const where = exercises.slice(0, SHOWN).map(({ exercise, count }) => {
    const { title } = data.exercises[exercise]!;
    return `${numberOf(data.exercises[exercise]!)} ${title} (${count})`;
  });
  if (exercises.length > SHOWN) where.push(`${plural(exercises.length - SHOWN, "exercise")} more`);
  return el(
    "li",
    {},
    el(
      "div",
      { class: "rank" },
      el("span", { class: "number" }, String(students.length)),
      el("span", { class: "muted" }, percent(students.length, data.present)),
      bar(students.length / data.present, "share"),
    ),
    el(
      "div",
      {},
      el("h2", {}, title),
      el("p", {}, ...prose(`${explanation} ${advice}`)),
      el("p", { class: "muted" }, `In ${where.join(", ")}`, course && ` · taught in ${course}`),
      studentList(data, students, id, open),
      el(
        "p",
        { class: "muted" },
        el(
          "a",
          { href: fragmentOf({ view: "class", query: { misconception: id } }) },
          "Show them in the class",
        ),
      ),
    ),
  );
}

/** Listed only when it is opened: a class of a thousand makes many. */
function studentList(data: ClassData, students: number[], id: string, open: boolean): HTMLElement {
  const list = el("ul", { class: "names" });
  const details = el("details", { open }, el("summary", {}, plural(students.length, "student")), list);
  const number = data.misconceptions.findIndex((each) => each.id === id);
  const fill = () => {
    if (details.open && !list.firstChild)
      list.append(...students.map((student) => studentItem(data, student, number)));
  };
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

/** The student's name, and the numbers of the exercises in which it showed. */
function studentItem(data: ClassData, index: number, misconception: number): HTMLElement {
  const student = data.students[index]!;
  const where = data.exercises.filter((_, exercise) =>
    resultOf(data, student, exercise).misconceptions.includes(misconception),
  );
  const href = fragmentOf({ view: "student", id: student.id, exercise: where[0]!.id });
  return el(
    "li",
    {},
    el("a", { href }, bdi(nameOf(student))),
    " ",
    el("small", {}, where.map(numberOf).join(", ")),
  );
}
