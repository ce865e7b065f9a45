// A class of any size out of graded answers: who hands in what is drawn by lot, and the same lot each time.

import type {
  ClassReport,
  ReportExercise,
  ReportExerciseResult,
  ReportStudent,
} from "../../../class-report.ts";
import type { Decision } from "../../../decisions/decision.ts";
import type { Answers, GradedAnswer } from "./graded-answers.ts";

const FIRST = (
  "Ada Alan Barbara Björn Chen Dara Edsger Élodie Fatima Frances Grace Hana Ivan Jun Karen Leslie Luís Margaret " +
  "Mehmet Niklaus Noor Olga Priya Radia Siobhán Tony Uche Vint Wei Yukihiro Zoë"
).split(" ");
const LAST = (
  "Allen|Bartik|Çelik|Dijkstra|Evans|Fernández de la Cruz|Goldberg|Hamilton|Iverson|Johansson|Kowalska|Liskov|" +
  "Matsumoto|Nguyen|O’Brien|Perlman|Qureshi|Rosenbaum-Hartmann|Sutherland|Turing|Ueda|van Rossum|Wirth|Xu|Young|Zuse"
).split("|");

/**
 * The report of `size` students. The stronger one is the more answers are right; the further the exercise the fewer. Some
 * hand in late, some nothing. `exercises`: all that there are answers for.
 */
export function sampleClass(
  answers: Answers,
  exercises: readonly ReportExercise[],
  size: number,
  more: Partial<ClassReport> = {},
): ClassReport {
  return {
    graders: "f".repeat(64),
    seed: 1,
    sandbox: ["compile", "ses", "permission", "bwrap"],
    exercises,
    maxMark: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
    remarks: [
      {
        text: "class: not graded, since nothing says whose they are: `stray.ts`. Put each into a folder that is called as its student.",
      },
      {
        id: "s0003",
        exercise: exercises[0]!.id,
        text: "`03.ts` was taken for `three-apis.ts`, which was not there.",
      },
    ],
    unmatched: { roster: [], submissions: [] },
    absent: [],
    *students() {
      for (let number = 0; number < size; number++) yield studentOf(answers, exercises, number);
    },
    ...more,
  };
}

function studentOf(answers: Answers, exercises: readonly ReportExercise[], number: number): ReportStudent {
  const random = lots(number + 1);
  const id = `s${String(number).padStart(4, "0")}`;
  const name = `${FIRST[number % FIRST.length]} ${LAST[(number * 7) % LAST.length]}`;
  const skill = random();
  const reach = exercises.length * (0.3 + 0.6 * skill + 0.4 * random());
  const given = number % 97 === 13 ? 0 : reach;
  const results = exercises.map(({ id: exercise }, index) =>
    resultOf(answers[exercise]!, { id, index, given, skill, random }),
  );
  const score = results.reduce((sum, result) => sum + result.score, 0);
  const days = number % 11 === 5 ? 1 + (number % 3) : 0;
  const late = { submitted: `2026-11-${22 + days}T09:30:00+01:00`, days, percent: 10 * days };
  return {
    id,
    person: { id, name, email: `${id}@example.org`, section: "ABC"[number % 3]!, lms: {} },
    score,
    maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
    mark: days > 0 ? Math.round(score * (100 - late.percent)) / 100 : score,
    ...(days > 0 && { late }),
    place: `class/${id}`,
    ...(number % 29 === 3 && { attempts: { count: 2 + (number % 3), counts: "last" } as const }),
    ...(number % 41 === 7 && { decisions: [decision(id)] }),
    exercises: results,
  };
}

function decision(id: string): Decision {
  return { id, exercise: "", kind: "comment", value: "Seen in the lab: <b>right</b>", reason: "" };
}

interface Chance {
  /** The student's. */
  id: string;
  index: number;
  given: number;
  skill: number;
  random: () => number;
}

function resultOf(
  { right, wrong, none }: Answers[string],
  { id, index, given, skill, random }: Chance,
): ReportExerciseResult {
  if (index > given) return drawn(none, id);
  if (random() < 0.35 + 0.6 * skill - 0.01 * index)
    return drawn(right[Math.floor(random() * right.length)]!, id);
  // Some mistakes are far more common than others.
  return drawn(wrong[Math.floor(random() ** 2.2 * wrong.length)]!, id);
}

/** Everybody wrote a text of their own. */
function drawn({ result, pictures, source }: GradedAnswer, id: string): ReportExerciseResult {
  const checks = result.checks.map((check, index) => {
    const picture = pictures[index];
    return picture ? { ...check, picture: () => picture } : check;
  });
  if (!source) return { ...result, checks };
  const [entry, text] = source;
  const files = [[entry, `// Written by ${id}.\n${text}`] as const];
  return { ...result, checks, source: () => ({ entry, files }) };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function lots(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
