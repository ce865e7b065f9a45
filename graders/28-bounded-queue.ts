// What a BoundedQueue promises: so many items and no more, each once, first come first served, and an end that loses nothing.
import { apart } from "./kit/apart.ts";
import { refusing } from "./kit/bad-numbers.ts";
import { noTimerMade } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { FALSY } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import {
  beside,
  close,
  get,
  inWords,
  loop,
  put,
  type Queueing,
  queue,
  queueing,
} from "./kit/models/queue-calls.ts";
import {
  closedQuietly,
  countedRight,
  eachOnce,
  nothingElse,
  servedInTurn,
} from "./kit/models/queue-judged.ts";
import { neverClosed, queueMistakes } from "./kit/models/queue-mistakes.ts";
import { smallQueues } from "./kit/models/small-queues.ts";
import type { Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/28-bounded-queue/bounded-queue.ts");

const calling = {
  mayPend: true as const,
  scenario: (world: World, { BoundedQueue }: Student, load: Queueing) =>
    queue(world, load, new BoundedQueue<unknown>(load.capacity)),
  says: inWords,
};
const mistakes: Mistakes = { "busy-wait": gathered.polled, ...queueMistakes };

const TWO = [put(), put()];
const BREAD = { item: { is: "bread" } };
const hasOwnItems = (trace: Trace) => inputOf<Queueing>(trace).calls.some(({ item }) => item !== undefined);
/** Each waits once: a get in front of it, a free place, a full queue; and all come out in the end. */
const handing = (item: NonNullable<Parameters<typeof put>[0] & object>["item"]) =>
  queueing(1, get(), put({ after: 100, item }), put({ after: 100, item }), put({ item }), get(100), get(100));

export default grader<Student>("28-bounded-queue", [
  check("story", "lets five loaves over a counter for two, as fast as they are taken", {
    points: 2,
    cast: [
      queueing(
        2,
        put(),
        ...[0, 1, 2, 3].map((follows) => put({ follows })),
        ...[1, 2, 3, 4, 5].map(() => get(1000)),
      ),
    ],
    ...calling,
    expect: (trace, load) => servedInTurn(trace, load),
    mistakes,
  }),
  check("order", "has put wait while it is full and get while it is empty, each served in its turn", {
    points: 1,
    cast: [
      queueing(1, put(), put(), put(), get(100), get(100), get(100)),
      queueing(3, put(), put(), put(), put(), put(), get(100), get(), get(100), get(), get(100)),
      queueing(2, get(), get(), get(), put(100), put(100), put(100)),
      queueing(2, get(), get(), get(), put(100), put(beside), put(beside), put(beside)),
      // Who comes in the turn of a put or a get stands behind those who wait.
      queueing(1, get(), put(100), get(beside), put(100)),
      queueing(1, put(), put(), get(100), put(beside), get(100), get(100)),
      queueing(2, put(), put(), put(), put(), get(100), get(beside), put(beside), get(100), get(), get()),
      queueing(1, put(), get(100), put(beside), get(beside), put(beside), get(100)),
      // Who comes in the turn in which it has settled does, too.
      queueing(1, get(), get(), put(100), get({ follows: 0 }), put(100), put(100)),
      queueing(1, put(), put(), put(), get(100), put({ follows: 1 }), get(100), get(100), get(100)),
      // Equal items are several, also among those who wait.
      queueing(1, put(BREAD), put(BREAD), put(BREAD), get(100), get(100), get(100)),
    ],
    explored: { of: "calls", inputs: smallQueues },
    ...calling,
    expect: (trace, load) => [...servedInTurn(trace, load), noTimerMade(trace, { otherwise: "busy-wait" })],
    mistakes: { "twins-merged": hasOwnItems, ...mistakes },
  }),
  check("items", "hands over whatever is put, once", {
    points: 1,
    cast: [
      queueing(2, ...[0, 100, 0, 0].map((after) => put(after)), get(100), get(), get(100), get()),
      // What comes in the turn of a close may count as before or after it, but an item is taken exactly if its put resolved.
      queueing(1, put(), put(), get(100), close(beside), get(100), get(100)),
      queueing(1, get(), put(100), close(beside), get(100)),
      queueing(2, put(100), close(beside), get(100)),
      queueing(1, put(), get(100), close(beside), get(100)),
      ...[get(beside), loop(beside)].flatMap((takes) => [
        queueing(2, put(100), close(beside), takes, get(100)),
        queueing(2, put(100), takes, close(beside), get(100)),
      ]),
      handing({ is: "bread" }),
      ...(["function", "failure", "result"] as const).map((a) => handing({ a })),
      ...FALSY.map((is) => handing({ is })),
    ],
    ...calling,
    expect: eachOnce,
    mistakes,
  }),
  check("size", "says how many items lie in it", {
    points: 1,
    cast: [
      { ...queueing(3, put(100), put(100), get(100), get(100)), looks: [50, 150, 250, 350, 450] },
      {
        ...queueing(2, put(), put(), put(), put(), get(100), get(100), get(100)),
        looks: [50, 150, 250, 350],
      },
      { ...queueing(2, get(), get(), put(100)), looks: [50] },
      { ...queueing(2, put(), put(), put(), close(100), get(100)), looks: [50, 150, 250] },
    ],
    ...calling,
    expect: countedRight,
    mistakes: { ...mistakes, "stale-count": neverClosed },
  }),
  check("close", "sends away who waits when it is closed and who comes later, and keeps what lies in it", {
    points: 2,
    cast: [
      queueing(1, get(), get(), close(100), get(100), put(100)),
      queueing(2, put(), put(), close(100), get(100), get(100), get(100)),
      queueing(1, put(), put(), put(), close(100), get(100), get(100)),
      queueing(2, put(), close(100), put(100), get(100), get(100)),
      queueing(1, put(), put(), close(100), put(beside), get(beside), close(100), get(100), put(100)),
      queueing(1, close(), close(), put(), get()),
    ],
    ...calling,
    expect: (trace, load) => [
      ...servedInTurn(trace, load, { items: false, roomy: true }),
      nothingElse(trace, load),
      ...closedQuietly(trace, load),
    ],
    mistakes,
  }),
  check(
    "loop",
    "gives a loop one item after the other until it is closed and empty, and nothing once it is left",
    {
      points: 1,
      cast: [
        queueing(2, loop(), put(100), put(100), close(200)),
        queueing(2, put(), put(), loop({ after: 100, pause: 200 }), put(100), close(100)),
        queueing(2, loop(), loop(), put(100), put(100), put(100)),
        queueing(3, put(), put(), put(), loop({ after: 100, leaves: 1 }), get(100), get(100)),
        queueing(2, put(), put(), loop({ after: 100, pause: 300 }), get(100), put(300), put(100)),
        queueing(3, ...TWO, loop({ leaves: 2 }), loop(100), put(100), get(beside), put(100), close(100)),
        queueing(1, loop({ leaves: 1 }), put(100), put(100), get(100)),
        queueing(1, put(), close(), loop(100), loop(100)),
        queueing(2, put(), put(), loop({ after: 100, pause: 100 }), close(50)),
        queueing(5, ...FALSY.map((is) => put({ item: { is } })), loop(100)),
      ],
      ...calling,
      expect: (trace, load) =>
        [
          ...servedInTurn(trace, load, { whose: ["loop", "get"], items: false, roomy: true }),
          nothingElse(trace, load),
        ].map(
          (found) => found && (hasOwnItems(trace) ? { ...found, misconception: "falsy-is-nothing" } : found),
        ),
      mistakes,
    },
  ),
  check("capacity", "takes a positive integer for its capacity, and throws a RangeError for all else", {
    points: 1,
    ...refusing<Student>("A BoundedQueue", ({ BoundedQueue }, capacity) => new BoundedQueue(capacity)),
  }),
  check("apart", "keeps queues apart", {
    points: 1,
    ...apart(calling, {
      "A queue": queueing(1, put(), put(), get(100), loop({ after: 100, leaves: 1 })),
      "One that is closed": queueing(2, get(), put(100), put(100), put(), close(100), get(100)),
    }),
  }),
]);
