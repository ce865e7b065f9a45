// What withTaskGroup promises: nothing that it started outlives it, and what went wrong is all told.

import * as aborts from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { called, fulfilled, nothingLeft } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, MADE, returning } from "./kit/jobs.ts";
import { actOut, type Promises } from "./kit/models/group-acted.ts";
import * as judged from "./kit/models/group-judged.ts";
import { groupMistakes } from "./kit/models/group-mistakes.ts";
import { oneTaskEach } from "./kit/models/group-nested.ts";
import { failuresIn, insideOf } from "./kit/models/group-seen.ts";
import * as members from "./kit/models/members.ts";
import { abortedAt, answering, at, type Group, groupOf, nested, starting } from "./kit/models/members.ts";
import { smallLists } from "./kit/models/small-jobs.ts";
import { fromPlain } from "./trace/plain.ts";
import { madeBy, type Trace } from "./trace/trace.ts";
import type { AbortAnswer, World } from "./world/world.ts";

type Student = typeof import("../exercises/23-task-group/task-group.ts");
type Cast = Group & { promises?: Promises };

const obeys: AbortAnswer = { rejects: "reason" };
const slowly: AbortAnswer = { rejects: "reason", after: 400 };
const LATER = 5000;
const answers = aborts.abortAnswers(1500).filter(({ takes }) => takes < Infinity);
const castOf = ({ input }: Trace) => fromPlain(input!) as Cast;

const grouping = {
  scenario: (world: World, { withTaskGroup }: Student, cast: Cast) =>
    actOut(world, cast, withTaskGroup, cast.promises),
  says: (cast: Cast) => `With ${members.inWords(cast)}`,
  mistakes: groupMistakes(castOf),
};

const small = smallLists<members.Member>([
  returning(100),
  ...[MADE, undefined, errorNamed("AbortError")].map((value) => failing(100, value)),
  ...[obeys, { rejects: MADE, after: 100 } as const].map((answer) => answering(200, answer)),
]);
const once = (list: members.Member[]) =>
  list.filter((one) => one.value === undefined && one.ends === "fails").length < 2;
const groups = (size: number): Cast[] =>
  small(size)
    .filter(once)
    .flatMap(([body, ...tasks]) => [
      { body: body!, tasks },
      { body: body!, tasks, promises: "left alone" },
      { body: { ...body!, starts: tasks, joins: true } },
    ]);

export default grader<Student>("23-task-group", [
  check("story", "resolves with the body's value when all have ended, at 2000 ms", {
    points: 1,
    cast: [groupOf(500, 1000, 2000), ...FALSY.map((value) => groupOf(returning(500, value), 1000, 2000))],
    ...grouping,
    expect: (trace) => [
      called(trace, "task", { at: [0, 0], args: [[1], [2]] }),
      fulfilled(trace, { at: 2000, value: madeBy(trace, members.madeAs(0)) }),
    ],
  }),
  check("waits", "settles when body and tasks have all ended, those too that a task has started", {
    points: 1,
    cast: [
      groupOf(300),
      groupOf(2003, 307, 100_003),
      groupOf(500, starting(1000, at(900, returning(1500)))),
      groupOf(100, starting(500, at(400, starting(500, at(400, starting(500, at(400, 500))))))),
      groupOf(500, failing(300), answering(2000, slowly), 1000),
      groupOf(answering(2000, slowly), failing(300)),
      groupOf(failing(300), answering(2000, { rejects: "reason", after: 100_000 })),
      abortedAt(700, groupOf(300, answering(2000, slowly))),
      abortedAt(700, groupOf(answering(2000, slowly), 900)),
    ],
    ...grouping,
    expect: (trace) => [judged.overWithLast(trace)],
  }),
  check("abort", "aborts all at the first failure, a task's or the body's, and never after a success", {
    points: 2,
    cast: [
      groupOf(500, 1000, 2000),
      groupOf(500, 1000, failing(300), 2000),
      groupOf(300, 2000, failing(1000), 2500),
      groupOf(failing(700), 1000, 2000),
      groupOf(300, starting(1500, at(600, failing(400))), 2000),
      ...FALSY.map((value) => groupOf(1000, 1500, failing(300, value))),
    ],
    ...grouping,
    mayPend: true,
    expect: (trace, cast) => {
      const [first] = failuresIn(trace, cast);
      return [judged.toldAt(trace, first?.end, "when the first one failed")];
    },
  }),
  check("errors", "rejects with an AggregateError of all failures, in the order in which they happened", {
    points: 2,
    cast: [
      // Several failures first: who tells the first one alone is not who takes a single one out of its group.
      groupOf(
        500,
        failing(300),
        answering(2000, { rejects: MADE, after: 600 }),
        answering(2000, { rejects: MADE }),
      ),
      groupOf(500, failing(300), answering(2000, obeys)),
      groupOf(answering(2000, slowly), failing(800), failing(300), 400),
      groupOf(failing(300)),
      groupOf(failing(300), answering(2000, { rejects: MADE, after: 400 })),
      groupOf(500, failing(300, errorNamed("AbortError")), failing(700, errorNamed("AbortError"))),
      groupOf(
        answering(1000, { rejects: MADE, after: 200 }),
        failing(300),
        answering(2000, { resolves: true, after: 400 }),
      ),
      { body: { ...returning(200), starts: [returning(500), failing(700)], joins: true } },
      { ...groupOf(300, failing(500), starting(2000, at(700, returning(100)))), promises: "left alone" },
      groupOf(300, failing(500, undefined), failing(700, 0), failing(900, "")),
    ] as Cast[],
    explored: { of: "members", inputs: groups },
    ...grouping,
    expect: (trace, cast) => judged.cameToItsOwn(trace, cast),
  }),
  check("outer", "on an abort from outside aborts all, rejects with its reason, and lets go of the signal", {
    points: 1,
    cast: [
      ...answers.map((each) => abortedAt(700, groupOf(2000, each, 300))),
      abortedAt(700, groupOf(300, answering(1500, obeys), answering(1000, { rejects: MADE, after: 400 }))),
      abortedAt(700, groupOf(300, failing(500), answering(2000, slowly))),
      abortedAt("before", groupOf(300, 500)),
      members.abortedInBody(groupOf(300, answering(1000, obeys))),
      ...FALSY.map((is) => abortedAt(700, groupOf(300, answering(1000, obeys)), is)),
      ...[500, failing(500)].map((task) => abortedAt(LATER, groupOf(300, task))),
    ],
    ...grouping,
    expect: (trace, cast) => [...judged.endedFromOutside(trace, cast), nothingLeft(trace)],
  }),
  check("create", "hands out each task's own outcome, and starts none once it is aborted or over", {
    points: 1,
    cast: [
      { ...groupOf(500, 307, 100_003, failing(1500)), alike: true },
      groupOf(500, returning(1000, 0)),
      groupOf(300, starting(1000, at(600, 700))),
      ...[300, failing(300)].map((task) => ({ ...groupOf(500, task), tasks: [at(LATER, returning(100))] })),
      groupOf(returning(1500), failing(300), starting(1000, at(600, returning(500)))),
      abortedAt("before", groupOf(300, 500)),
      abortedAt(400, groupOf(300, starting(1000, at(600, returning(500))))),
      ...FALSY.map((is) => abortedAt(400, groupOf(300, starting(1000, at(600, returning(500)))), is)),
    ].map((group): Cast => ({ ...group, promises: "watched" })),
    ...grouping,
    expect: (trace, cast) => [
      judged.begunAlike(trace, cast),
      ...insideOf(cast).flatMap((number) => (number > 0 ? judged.ownPromise(trace, number) : [])),
    ],
    mistakes: {
      "missing-return": ({ outcomes }) => Object.values(outcomes).some(({ state }) => state === "returned"),
      ...grouping.mistakes,
    },
  }),
  check("nested", "takes a group in a group for one task, which fails or is aborted as one", {
    points: 1,
    cast: [
      groupOf(500, nested(300, 1000, 600), 800),
      groupOf(500, nested(300, failing(600), answering(1000, obeys)), answering(2000, obeys)),
      groupOf(500, nested(300, failing(600), failing(700)), failing(400)),
      groupOf(500, nested(300, answering(2000, slowly)), failing(700)),
      groupOf(500, nested(300, answering(2000, slowly), nested(300, answering(1500, obeys))), failing(700)),
      abortedAt(700, groupOf(300, nested(500, answering(1000, obeys), answering(2000, slowly)))),
    ],
    ...grouping,
    expect: (trace, cast) => oneTaskEach(trace, cast),
  }),
  check("apart", "keeps groups apart", {
    points: 1,
    ...apart(grouping, {
      "A group": groupOf(300, 600),
      "A group that fails": groupOf(500, failing(350), answering(2000, { ...slowly, after: 550 })),
      "A group that is aborted": abortedAt(450, groupOf(300, answering(900, slowly))),
    }),
  }),
]);
