// What a Semaphore promises: so many at once, first come first served, and a place that comes back whatever happens.
import { apart } from "./kit/apart.ts";
import { refusing } from "./kit/bad-numbers.ts";
import { fulfilled, noListenerLeft, noTimerMade } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { FALSY, failing, jobService, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import * as asked from "./kit/models/clients.ts";
import { acquiring, after, byBoth, client, clients, type Guests } from "./kit/models/clients.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import * as judged from "./kit/models/line-judged.ts";
import * as lines from "./kit/models/line-mistakes.ts";
import * as served from "./kit/models/places-judged.ts";
import { leavingMistakes, turnMistakes } from "./kit/models/places-mistakes.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import { notesOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/26-semaphore/semaphore.ts");

const leaving = (leaves: number, takes = 100) => client(takes, { leaves });
const TWICE = client(200, { twice: true });

const visiting = {
  mayPend: true as const,
  async scenario(world: World, { Semaphore }: Student, { places, visits, by, alike, looks = [] }: Guests) {
    const semaphore = new Semaphore(places);
    const work = jobService(world, by === "acquire" ? asked.untilTold(visits) : visits, "work");
    let begun = 0;
    const theNext = () => work(++begun);
    const look = () => {
      world.note("free", semaphore.available);
      world.note("waiting", semaphore.waiting);
    };
    for (const at of looks) world.at(world.now + at, look);
    await asked.meeting(world, visits, (index, signal, givesBack) => {
      const { takes, twice, runs } = visits[index]!;
      if (by !== "acquire" || runs) {
        const end = semaphore.run(alike ? theNext : () => work(index + 1), signal);
        const done = () => givesBack(index, () => {});
        void Promise.resolve(end).then(done, done);
        return end;
      }
      const enter = (release: () => void) => {
        const stay = world.signal(`stay ${index + 1}`, { unseen: true });
        const giveBack = () => {
          world.abort(stay);
          world.note("gives back", index + 1);
          for (let times = twice ? 2 : 1; times > 0; times--) release();
        };
        void work(index + 1, stay);
        if (takes > 0) world.at(world.now + takes, () => givesBack(index, giveBack));
        else givesBack(index, giveBack);
        return typeof release;
      };
      return Promise.resolve(semaphore.acquire(signal)).then(enter);
    });
  },
  says: asked.inWords,
};
const small = smallCrowds({ later: true, leaves: true });
const inTurn = (trace: Trace, crowd: Guests) => served.letInInTurn(trace, crowd, "work");
const settled = (trace: Trace, { visits }: Guests) => judged.ownOutcomes(trace, visits, "Client", "work");
const ids = ["unbounded", "sequential-await", "batches", "leak-on-throw"] as const;
const mistakes: Mistakes = {
  "busy-wait": gathered.polled,
  ...turnMistakes("work"),
  ...lines.mistakes("work", (index) => index + 1, ids),
};

/** All places are free while tasks are at work. */
const releasedAtOnce = (trace: Trace) => notesOf(trace, "free")[0]?.value === 2 && trace.calls.length > 0;

export default grader<Student>("26-semaphore", [
  check("story", "runs four tasks of 1000 ms two at a time, in 2000 ms", {
    points: 2,
    cast: [{ ...clients(2, 1000, 1000, 1000, 1000), looks: [50] }],
    ...visiting,
    expect: (trace, crowd) => [
      ...inTurn(trace, crowd),
      ...settled(trace, crowd),
      fulfilled(trace, { at: 2000 }),
    ],
    mistakes: { "return-without-await": releasedAtOnce, ...mistakes },
  }),
  check("order", "lets in who asked first, as soon as there is a place, and nobody before those who wait", {
    points: 1,
    cast: [
      ...byBoth(
        clients(1, 300, 100, 200, 100),
        clients(3, 900, 500, 300, 400, 200, 700),
        clients(2, 300, after(100, 400), after(50, 100), 200, after(400, 100)),
        // In the turn of a release: while others wait, and while nobody does.
        clients(1, 300, 200, client(100, { inTurnOf: 1 }), 100),
        clients(2, 300, 500, 200, client(100, { inTurnOf: 1 }), client(400, { inTurnOf: 2 })),
        clients(1, 300, client(200, { inTurnOf: 1 }), client(100, { inTurnOf: 2 })),
      ),
      acquiring(clients(1, 0, 0, 100, 0, 200)),
      { ...clients(2, 300, 200, 100), alike: true },
    ],
    explored: { of: "clients", inputs: (size) => byBoth(...small(size)) },
    ...visiting,
    expect: (trace, crowd) => [...inTurn(trace, crowd), noTimerMade(trace, { otherwise: "busy-wait" })],
    mistakes: { ...leavingMistakes("work"), ...mistakes },
  }),
  check("failure", "settles run as the task does, and gives its place back whatever happens", {
    points: 1,
    cast: [
      clients(1, failing(300), 200, failing(100), 100),
      clients(2, throwing(), failing(300), 500, throwing(), 200),
      ...FALSY.map((value) => clients(1, failing(200, value), returning(100, value), throwing(value), 100)),
    ],
    ...visiting,
    expect: (trace, crowd) => [...settled(trace, crowd), ...served.nobodyForgotten(trace, crowd, "work")],
    mistakes: {
      "sync-throw-escapes": ({ outcomes }) => Object.values(outcomes).some(({ state }) => state === "threw"),
      ...mistakes,
      "leak-on-throw": (trace) => trace.calls.length < Object.keys(trace.outcomes).length - 1,
      ...ownFailures("Client", ({ calls }) => calls),
    },
  }),
  check("twice", "counts a place that is given back twice once", {
    points: 1,
    cast: [
      clients(1, TWICE, 300, 300, 100),
      clients(2, TWICE, 1000, TWICE, 300, 100, after(900, 300), 300, 300),
      clients(2, TWICE, 200, after(500, 100), 100, 100),
    ].map(acquiring),
    ...visiting,
    expect: (trace, crowd) => [served.nobodyBesides(trace, crowd, "work")],
    mistakes,
  }),
  check("abort", "lets go at once of who is aborted while waiting, with the reason, and loses no place", {
    points: 2,
    cast: [
      ...byBoth(
        clients(1, 1000, leaving(300), 200),
        clients(1, 500, 100, leaving(200), client(100, { sameSignal: true }), 100),
        // Aborted already: with a place free, and none. Aborted when it has a place.
        clients(2, 300, leaving(0), 200, leaving(0), 100),
        clients(1, 500, leaving(200), 200, 100, 100),
        clients(1, leaving(100, 300), leaving(400, 300), leaving(5000), 100),
        clients(1, 300, ...FALSY.map((is) => client(100, { leaves: 100, reason: { is } })), 100),
        ...asked.leavingAtOnce,
      ),
      ...asked.leavingInTurn,
    ],
    ...visiting,
    expect: (trace, crowd) => [
      ...served.leftAtAborts(trace, crowd, "work"),
      served.nobodyInForLeavers(trace, crowd, "work"),
      ...served.nobodyForgotten(trace, crowd, "work"),
      noListenerLeft(trace, { otherwise: "listener-leak" }),
    ],
    mistakes: { ...leavingMistakes("work"), ...mistakes },
  }),
  check("counts", "says how many places are free, and how many wait", {
    points: 1,
    cast: byBoth(
      { ...clients(2, 300, 500, 200, after(100, 100)), looks: [50, 150, 350, 550, 700] },
      { ...clients(3, 300, 100), looks: [50, 150, 350] },
      { ...clients(1, 500, leaving(200), 100, leaving(0)), looks: [50, 250, 550, 650] },
    ),
    ...visiting,
    expect: (trace, crowd) => served.countedRight(trace, crowd, "work"),
    mistakes: { "stale-count": ({ notes }) => notes.length > 0 },
  }),
  check("capacity", "takes a positive integer for its capacity, and throws a RangeError for all else", {
    points: 1,
    ...refusing<Student>("A Semaphore", ({ Semaphore }, capacity) => new Semaphore(capacity)),
  }),
  check("apart", "keeps semaphores apart", {
    points: 1,
    ...apart(visiting, {
      "A semaphore": clients(1, 300, failing(300), 200),
      "One of two places": { ...acquiring(clients(2, 400, 200, 100)), looks: [50, 250] },
    }),
  }),
]);
