// Which students are shown, and in which order: what the class view's filters mean.
import type { PageStudent } from "../page-data.ts";
import { type ClassData, nameOf, outcomesOf, resultOf } from "./data.ts";
import type { ClassQuery } from "./route.ts";

/** Indices of the exercises whose columns are shown. */
export function shownExercises({ exercises }: ClassData, { belt }: ClassQuery): number[] {
  const all = exercises.map((_, index) => index);
  const shown = all.filter((index) => exercises[index]!.belt === belt);
  return belt && shown.length > 0 ? shown : all;
}

/** Indices of the students that `query` asks for, in its order. */
export function selectStudents(data: ClassData, query: ClassQuery): number[] {
  const tests = testsFor(data, query);
  const all = data.students.map((_, index) => index);
  return all
    .filter((index) => tests.every((test) => test(data.students[index]!)))
    .sort(orderBy(data, query.sort));
}

type Test = (student: PageStudent) => boolean;

function testsFor(data: ClassData, query: ClassQuery): Test[] {
  const { q, section, outcome, misconception, failed, error, late } = query;
  const shown = shownExercises(data, query);
  const results = (student: PageStudent) => shown.map((index) => resultOf(data, student, index));
  const tests: (Test | undefined | false | "")[] = [
    q && searching(q),
    section && ((student) => student.section === section),
    outcome === "passed" &&
      ((student) => results(student).every((one) => data.outcomes[one.outcome] === "passed")),
    outcome &&
      outcome !== "passed" &&
      ((student) => results(student).some((one) => outcomesOf(data, one).some((each) => each === outcome))),
    misconception && having(data, misconception),
    failed && failing(data, failed),
    error && ((student) => results(student).some((one) => outcomesOf(data, one).includes("grader-error"))),
    late && ((student) => student.late !== undefined),
  ];
  return tests.filter((test) => typeof test === "function");
}

/** Every word of `q` somewhere in name, id or address; capitals and accents make no difference. */
function searching(q: string): Test {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return ({ id, name = "", email = "" }) => {
    const text = plain(`${name} ${id} ${email}`);
    return words.every((word) => text.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function having(data: ClassData, misconception: string): Test {
  const number = data.misconceptions.findIndex(({ id }) => id === misconception);
  return (student) =>
    data.exercises.some((_, index) => resultOf(data, student, index).misconceptions.includes(number));
}

function failing(data: ClassData, failed: string): Test {
  const dot = failed.lastIndexOf(".");
  const exercise = data.exercises.findIndex(({ id }) => id === failed.slice(0, dot));
  const check = Number(failed.slice(dot + 1));
  return (student) => {
    if (exercise < 0) return false;
    const outcome = data.outcomes[resultOf(data, student, exercise).outcomes[check]!];
    return outcome !== undefined && !["passed", "missing", "invalid", "grader-error"].includes(outcome);
  };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

type Order = (a: number, b: number) => number;

/** Ties are in order of names, then of ids, also where the order is turned round. */
function orderBy(data: ClassData, sort = "name"): Order {
  const [key, sign] = sort.startsWith("-") ? [sort.slice(1), -1] : [sort, 1];
  const { students } = data;
  const byName: Order = (a, b) =>
    collator.compare(nameOf(students[a]!), nameOf(students[b]!)) ||
    (students[a]!.id < students[b]!.id ? -1 : 1);
  const compare = comparing(data, key) ?? byName;
  return (a, b) => sign * compare(a, b) || byName(a, b);
}

function comparing(data: ClassData, key: string): Order | undefined {
  const { students } = data;
  if (key === "section")
    return (a, b) => collator.compare(students[a]!.section ?? "", students[b]!.section ?? "");
  // Who has no mark comes before who has 0 points.
  const total = ({ mark, absent, excused }: PageStudent) =>
    excused || (absent && !absent.marked) ? -1 : mark;
  if (key === "total") return (a, b) => total(students[a]!) - total(students[b]!);
  const exercise = data.exercises.findIndex(({ id }) => id === key);
  if (exercise < 0) return undefined;
  // What was not handed in is less than no points.
  const score = (index: number) => {
    const result = resultOf(data, students[index]!, exercise);
    return data.outcomes[result.outcome] === "missing" ? -1 : result.score;
  };
  return (a, b) => score(a) - score(b);
}
