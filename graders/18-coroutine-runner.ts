// What runCoroutine promises: a generator gets back what it yields, promises as their results, and its end is the outcome.
import { apart } from "./kit/apart.ts";
import { fulfilled, rejected, that } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { FALSY, failing, returning } from "./kit/jobs.ts";
import {
  givenIn,
  hostIn,
  inWords,
  KINDS,
  kinds,
  performing,
  plain,
  promise,
  returns,
  type Step,
  throws,
} from "./kit/models/coroutines.ts";
import { driven, plainOf, resumed, seenIn } from "./kit/models/coroutines-driven.ts";
import { mistakes } from "./kit/models/coroutines-mistakes.ts";
import { identical } from "./trace/plain.ts";
import { callsOf, madeBy, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/18-coroutine-runner/coroutine-runner.ts");

interface Cast {
  steps: Step[];
  /** The body itself throws the first step's error, in place of the generator. */
  atOnce?: boolean;
  /** The same body is run twice at the same time. */
  twice?: boolean;
}
const BODY = "body";
/** More than the stack holds of calls in each other, whatever they need. */
const MANY = 30_000;
const playing = {
  scenario(world: World, { runCoroutine }: Student, { steps, atOnce, twice }: Cast) {
    const host = hostIn(world, steps);
    const own = () => {
      world.note(BODY);
      if (atOnce) throw host.value(givenIn(steps)[0]!);
      return performing(steps, host);
    };
    return twice ? Promise.all([runCoroutine(own), runCoroutine(own)]) : runCoroutine(own);
  },
  says: ({ steps, atOnce }: Cast) =>
    `With ${atOnce ? "a body that is no generator, and does" : "a generator that does"} ${inWords(steps)}`,
  mistakes,
};
const casts = (...all: Step[][]): Cast[] => all.map((steps) => ({ steps }));
const [SLOW, QUICK] = [promise(returning(700)), promise(returning(300))];
const [FAILS, FAILS_TOO] = [promise(failing(400)), promise(failing(200))];

/** Once for each coroutine. */
function bodyCalled(trace: Trace, { twice }: Cast) {
  const [times, due] = [notesOf(trace, BODY).length, twice ? 2 : 1];
  const otherwise = times > due ? "repeated-call" : "twins-merged";
  return that(times === due, `\`body\` was called ${times} times; expected ${due}.`, { otherwise });
}
/** It came to what it must, in the ms in which it was last resumed, or in which a promise failed. */
function ended(trace: Trace, { steps }: Cast) {
  const { what, value } = driven(steps).at(-1)!;
  const due = plainOf(trace, value);
  const last = seenIn(trace).course.at(-1)?.at ?? callsOf(trace)[0]?.end?.at;
  const at = last === undefined ? {} : { at: last };
  if (what === "threw") return [rejected(trace, { error: due, ...at })];
  const same = identical(outcomeOf(trace).value ?? null, due);
  return [fulfilled(trace, { value: due, ...at }), that(same, "it came to a copy of what was returned.")];
}

export default grader<Student>("18-coroutine-runner", [
  check("story", "drives two promises of 1000 ms in 2000 ms, and comes to the return value", {
    points: 1,
    cast: casts([promise(returning(1000)), promise(returning(1000)), returns()]),
    ...playing,
    expect: (trace) => [fulfilled(trace, { at: 2000, value: madeBy(trace, "work 3") })],
  }),
  check("results", "resumes it with what each promise comes to, in the millisecond in which that comes", {
    points: 2,
    cast: [
      ...casts([QUICK, SLOW, promise(returning(0)), QUICK], [{ nests: [QUICK, SLOW] }, QUICK]),
      ...Object.keys(KINDS).map((kind) => ({ steps: [promise({ ...returning(300), kind }), QUICK] })),
      ...FALSY.map((value) => ({ steps: [promise(returning(300, value)), QUICK] })),
    ],
    ...playing,
    expect: (trace, { steps }) => [resumed(trace, steps)],
  }),
  check("plain", "hands everything else back as it is, at once, however many in a row", {
    points: 2,
    cast: [
      [plain(), plain("text"), plain(7), plain({ a: 1 }), plain(true)],
      ...kinds(...Object.keys(KINDS)).map((thing): Step[] => [{ plain: thing }, plain()]),
      ...FALSY.map((value) => [plain(value), plain()]),
      [{ nests: [plain(), plain()] }, plain()],
      [plain(), { numbers: MANY }, plain()],
    ].map((steps) => ({ steps: [...steps, QUICK] })),
    stepLimit: 10 * MANY,
    ...playing,
    expect: (trace, { steps }) => [resumed(trace, steps, { last: false })],
  }),
  check("throw", "throws into it what a promise is rejected with, so that try, catch and finally work", {
    points: 2,
    cast: [
      ...casts(
        [{ tries: [FAILS], catches: [] }, QUICK],
        [{ tries: [FAILS], catches: [plain()] }],
        [{ tries: [{ tries: [FAILS], catches: [] }, FAILS_TOO], catches: [] }, SLOW],
        [FAILS, SLOW],
        [{ tries: [FAILS], catches: [throws()] }, SLOW],
        [{ tries: [QUICK, FAILS, SLOW], catches: [SLOW, QUICK], lastly: [QUICK] }, SLOW],
        [{ tries: [FAILS], lastly: [QUICK, SLOW] }, SLOW],
        [{ tries: [{ tries: [FAILS], catches: [FAILS_TOO] }], catches: [QUICK] }, SLOW],
        [{ tries: [{ nests: [FAILS] }], catches: [{ nests: [QUICK] }] }, SLOW],
        [{ nests: [{ tries: [promise(failing(0))], catches: [QUICK] }] }, SLOW],
      ),
      ...FALSY.flatMap((value) => [
        { steps: [{ tries: [promise(failing(300, value))], catches: [QUICK] }, SLOW] },
        { steps: [promise(failing(300, value))] },
      ]),
    ],
    ...playing,
    expect: (trace, cast) => [
      resumed(trace, cast.steps, { values: false }),
      ...(driven(cast.steps).at(-1)!.what === "threw" ? ended(trace, cast) : []),
    ],
  }),
  check("return", "comes to what it returns, when it returns", {
    points: 1,
    cast: [
      ...casts([QUICK, returns()], [returns()], [QUICK], [QUICK, plain(), returns()]),
      ...casts([{ tries: [QUICK, returns()], lastly: [SLOW] }, SLOW]),
      ...casts([{ tries: [FAILS], catches: [] }, returns()]),
      ...kinds(...Object.keys(KINDS)).map((thing) => ({ steps: [QUICK, { returns: thing }] })),
      ...FALSY.map((value) => ({ steps: [QUICK, returns(value)] })),
    ],
    ...playing,
    expect: ended,
  }),
  check("failure", "rejects with what it throws, or the body, even before the first yield", {
    points: 1,
    cast: [
      ...casts([QUICK, throws()], [plain(), throws()], [throws()]),
      ...casts([{ tries: [QUICK, throws()], lastly: [SLOW] }]),
      { steps: [throws()], atOnce: true },
      ...FALSY.flatMap((value) => [
        { steps: [QUICK, throws(value)] },
        { steps: [throws(value)], atOnce: true },
      ]),
    ],
    ...playing,
    expect: ended,
  }),
  check("apart", "calls body once, and keeps coroutines apart", {
    points: 1,
    ...apart(
      playing,
      {
        "A coroutine": { steps: [SLOW, QUICK, SLOW, returns()] },
        "A coroutine that fails": { steps: [QUICK, plain(), SLOW, throws()] },
        "A body that is run twice": { steps: [QUICK, SLOW, returns()], twice: true },
      },
      { own: (part, cast) => [bodyCalled(part, cast)] },
    ),
  }),
]);
