// One student: what was asked, what came of it, and the timelines of what went wrong.

import { bdi, el, prose, unseen } from "../../../../lib/page/dom.ts";
import { faultText, typesHeading } from "../../../types/words.ts";
import type {
  PageCheck,
  PageCheckDetail,
  PageDetail,
  PageExercise,
  PageResult,
  PageSource,
  PageStudent,
} from "../page-data.ts";
import {
  type ClassData,
  levelOf,
  nameOf,
  numberOf,
  outcomesOf,
  percent,
  plural,
  points,
  resultOf,
  scoreText,
  wordsFor,
} from "./data.ts";
import { openItem } from "./open-chunk.ts";
import { pictureRoom } from "./pictures.ts";
import { fragmentOf } from "./route.ts";
import { sourceView } from "./source-view.ts";
import { type View, viewOf } from "./view.ts";

/** What was said already: a misconception's id, and that with the advice that was given. */
type Explained = Set<string>;

/** `order`: the students (indices) as the class shows them, for what comes before and after. */
export function studentView(
  data: ClassData,
  { id, exercise }: { id: string; exercise?: string },
  order: number[],
): View {
  const student = data.byId.get(id);
  if (!student) return unknownStudent(id);
  const heading = el("h1", {}, bdi(nameOf(student)));
  // A student who makes one mistake in ten checks is told ten times which, and once what it means.
  const explained: Explained = new Set();
  const sections = data.exercises.map((each, index) =>
    exerciseSection(data, student, each, index, explained),
  );
  const element = el(
    "article",
    { class: "student" },
    neighbours(data, student, order),
    heading,
    facts(student),
    student.absent &&
      el("p", { class: "muted" }, "On the roster. Nothing that was handed in is known to be theirs."),
    remarks(data, student),
    strip(data, student),
    ...sections.map((section) => section.element),
  );
  let gone = false;
  const asked = sections[data.exercises.findIndex((each) => each.id === exercise)];
  // Texts first, then the pictures one after the other, so that the page stays smooth; all of them, so that they can be
  // printed.
  const fill = async () => {
    for (const section of sections) await section.fill();
    if (!gone) asked?.focus();
    for (const section of new Set([...(asked ? [asked] : []), ...sections])) await section.draw(() => gone);
  };
  return viewOf(nameOf(student), heading, element, {
    shown: () => void fill(),
    left: () => {
      gone = true;
    },
    ...(asked && { focus: () => asked.focus() }),
  });
}

function unknownStudent(id: string): View {
  const heading = el("h1", {}, "Nobody of this name");
  const text = el("p", {}, "There is no submission ", bdi(id), " in this report.");
  return viewOf("Nobody", heading, el("article", { class: "student" }, heading, text));
}

function neighbours({ students }: ClassData, student: PageStudent, order: number[]): HTMLElement {
  const at = order.findIndex((index) => students[index] === student);
  const link = (index: number, text: string, rel: string) => {
    const other = at < 0 ? undefined : students[order[index]!];
    const label = other && `${text}: ${nameOf(other)}`;
    return other
      ? el(
          "a",
          { href: fragmentOf({ view: "student", id: other.id }), rel, "aria-label": label, title: label },
          text,
        )
      : el("span", { class: "muted" }, text);
  };
  const place = at < 0 ? "" : `${at + 1} of ${order.length}`;
  return el(
    "nav",
    { class: "neighbours", "aria-label": "Students" },
    link(at - 1, "← Previous", "prev"),
    el("span", {}, place),
    link(at + 1, "Next →", "next"),
  );
}

function facts(student: PageStudent): HTMLElement {
  const { id, name, email, section, late, decided = [], place, attempts } = student;
  const parts = [name !== undefined && name !== id && id, section && `section ${section}`, email].filter(
    (part) => typeof part === "string" && part !== "",
  );
  return el(
    "div",
    { class: "facts" },
    parts.length > 0 &&
      el(
        "p",
        {},
        ...parts.flatMap((part, index) => (index > 0 ? [" · ", bdi(part as string)] : [bdi(part as string)])),
      ),
    late && el("p", {}, el("span", { class: "late" }, "late"), ` ${lateness(student)}`),
    (place !== undefined || attempts !== undefined) &&
      el("p", {}, "handed in as ", bdi(place ?? ""), attempts !== undefined && `: ${attempts}`),
    ...decided.map((text) => el("p", {}, el("b", {}, "decided"), ` ${text}`)),
  );
}

/** What was taken of theirs on a guess, or not at all. */
function remarks({ said }: ClassData, { id }: PageStudent): HTMLElement | undefined {
  const all = said.get(id) ?? [];
  if (all.length === 0) return undefined;
  const items = all.map(({ exercise, text }) =>
    el("li", {}, exercise && el("b", {}, `${exercise}: `), ...prose(text)),
  );
  return el("ul", { class: "remarks", "aria-label": "Needs your eye" }, ...items);
}

function lateness({ late, score, mark }: PageStudent): string {
  const { submitted, days, percent: off } = late!;
  if (submitted === undefined || days === undefined)
    return "the platform says that it was, and not by how much: nothing is taken off";
  return `${plural(days, "day")}: handed in ${submitted.replace("T", " ")}; ${off} % off, ${points(score)} become ${points(mark)}`;
}

/** The student's row of the heat map, each cell a link to what is told below. */
function strip(data: ClassData, student: PageStudent): HTMLElement {
  const items = data.exercises.map((exercise, index) => {
    const { text, label, level } = scoreText(data, exercise, resultOf(data, student, index));
    const link = el(
      "a",
      {
        href: fragmentOf({ view: "student", id: student.id, exercise: exercise.id }),
        class: level,
        title: exercise.title,
        "aria-label": `${numberOf(exercise)} ${exercise.title}: ${label}`,
      },
      text,
    );
    return el(
      "li",
      { class: `belt-${exercise.belt ?? "none"}` },
      el("span", { class: "nr", "aria-hidden": "true" }, numberOf(exercise)),
      link,
    );
  });
  const { excused, absent } = student;
  const unmarked = excused ? "excused" : absent && !absent.marked ? "no mark" : undefined;
  const total = el(
    "p",
    { class: "sum" },
    el("b", {}, unmarked ?? points(student.mark)),
    unmarked === undefined && ` of ${points(data.maxMark)}`,
    unmarked === undefined && el("small", {}, percent(student.mark, data.maxMark)),
  );
  return el("div", { class: "strip" }, total, el("ol", { "aria-label": "Exercises" }, ...items));
}

interface ExerciseSection {
  element: HTMLElement;
  /** Fills in what lies in chunks. */
  fill(): Promise<void>;
  /** Draws the timelines; stops as soon as `gone` says that nobody looks any more. */
  draw(gone: () => boolean): Promise<void>;
  focus(): void;
}

function exerciseSection(
  data: ClassData,
  student: PageStudent,
  exercise: PageExercise,
  index: number,
  explained: Explained,
): ExerciseSection {
  const result = resultOf(data, student, index);
  const outcomes = outcomesOf(data, result);
  const whole = result.score === exercise.maxScore && outcomes[0] === "passed";
  const absent = outcomes[0] === "missing";
  const summary = el(
    "summary",
    {},
    el(
      "span",
      { class: `points ${levelOf(result.score, exercise.maxScore, outcomes[0])}` },
      pointsText(result, exercise, absent),
    ),
    el("h2", {}, el("span", { class: "nr" }, numberOf(exercise)), ` ${exercise.title}`),
    exercise.belt && el("span", { class: `belt belt-${exercise.belt}` }, `${exercise.belt} belt`),
  );
  const list = el("ul", { class: "checks" });
  const code = el("div", { class: "code" });
  const element = el("details", { class: "exercise", open: !whole && !absent }, summary, code, list);
  let items: ReturnType<typeof checkItem>[] = [];
  return {
    element,
    async fill() {
      const detail = await openItem<PageDetail>(result.detail);
      items = exercise.checks.map((check, number) =>
        checkItem(data, check, outcomes[number + 1]!, detail[number]!, explained),
      );
      list.replaceChildren(...items.map((item) => item.element));
      const source = student.sources[index];
      if (source === null || source === undefined) return;
      const opened = await openItem<PageSource>(source);
      code.replaceChildren(...typesNote(opened), ...sourceView(opened, detail, !whole));
    },
    async draw(gone) {
      for (const { draw } of items) if (!gone()) await draw?.();
    },
    focus() {
      element.open = true;
      element.scrollIntoView();
      summary.focus({ preventScroll: true });
    },
  };
}

function typesNote({ types, off }: PageSource): HTMLElement[] {
  if (!types) return [];
  const left = types.count - types.faults.length;
  const items = [...types.faults.map(faultText), ...(left > 0 ? [`and ${left} more`] : [])];
  return [
    el(
      "details",
      { class: "types" },
      el("summary", {}, typesHeading(types, off)),
      el("ul", {}, ...items.map((text) => el("li", {}, text))),
    ),
  ];
}

function pointsText({ score }: PageResult, { maxScore }: PageExercise, absent: boolean): string {
  return absent ? "not handed in" : `${score} of ${maxScore}`;
}

function checkItem(
  data: ClassData,
  check: PageCheck,
  outcome: string,
  detail: PageCheckDetail,
  explained: Explained,
) {
  const passed = outcome === "passed";
  const { feedback, misconception: number, advice, picture } = detail;
  const room = picture === undefined ? undefined : pictureRoom(picture);
  const unrun = ["skipped", "missing", "no-export"].includes(outcome);
  const sign = passed ? "✓" : unrun ? "–" : "✗";
  const words = passed ? "passed" : outcome === "failed" ? "failed" : wordsFor(outcome as never);
  const known = number === undefined ? undefined : data.misconceptions[number];
  const element = el(
    "li",
    { class: passed ? "passed" : unrun ? "skipped" : "failed" },
    el("span", { class: "sign", "aria-hidden": "true" }, sign),
    el(
      "p",
      { class: "check" },
      unseen(`${words}: `),
      ...prose(check.title),
      !passed && outcome !== "failed" && el("span", { class: "outcome" }, words),
    ),
    el("span", { class: "of" }, passed ? `${check.maxScore}` : `0 of ${check.maxScore}`),
    feedback !== "" && el("p", { class: "feedback" }, ...prose(feedback)),
    known && misconceptionNote({ ...known, ...(advice !== undefined && { advice }) }, explained),
    room?.figure,
  );
  return { element, draw: room?.draw };
}

function misconceptionNote(
  { id, title, explanation, advice }: ClassData["misconceptions"][number],
  explained: Explained,
): HTMLElement {
  const link = el("a", { href: fragmentOf({ view: "misconceptions", id }) }, title);
  const said = [id, `${id}: ${advice}`].map((each) => explained.has(each) || !explained.add(each));
  const what = said[0] ? " (see above)" : `. ${explanation}`;
  const text = prose([what, ...(said[1] ? [] : [advice])].join(" "));
  return el("p", { class: "misconception" }, link, ...text);
}
