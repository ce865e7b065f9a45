import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";
import { beside, close, get, inWords, loop, put, type Queueing, queue, queueing } from "./queue-calls.ts";
import { closedQuietly, countedRight, eachOnce, nothingElse, servedInTurn } from "./queue-judged.ts";
import { queueMistakes } from "./queue-mistakes.ts";
import { runHere } from "./run-fixture.ts";

/** How a queue goes wrong; it is right if none is said. */
type Fault =
  | "roomy"
  | "lifo"
  | "drops"
  | "twice"
  | "rendezvous"
  | "leaves waiters"
  | "lets in"
  | "throws again"
  | "loop throws"
  | "loop ends"
  | "looks ahead"
  | "counts the line"
  | "locked"
  | "keeps refused";

class QueueClosedError extends Error {
  override name = "QueueClosedError";
}

class Fixture {
  items: unknown[] = [];
  puts: { item: unknown; resolve(): void; reject(error: unknown): void }[] = [];
  gets: { resolve(item: unknown): void; reject(error: unknown): void }[] = [];
  closed = false;
  capacity: number;
  fault: Fault | undefined;
  constructor(capacity: number, fault?: Fault) {
    this.capacity = fault === "roomy" ? Infinity : capacity;
    this.fault = fault;
  }
  get size() {
    return this.items.length + (this.fault === "counts the line" ? this.puts.length : 0);
  }
  put(item: unknown) {
    return new Promise<void>((resolve, reject) => {
      if (this.closed && this.fault !== "lets in") return reject(new QueueClosedError());
      this.puts.push({ item, resolve, reject });
      this.move();
    });
  }
  get() {
    return new Promise<unknown>((resolve, reject) => {
      this.gets.push({ resolve, reject });
      if (this.fault !== "locked" || this.puts.length === 0) this.move();
      if (this.closed) for (const own of this.gets.splice(0)) own.reject(new QueueClosedError());
    });
  }
  move() {
    for (;;) {
      const room =
        this.fault === "rendezvous"
          ? this.gets.length > this.items.length
          : this.items.length < this.capacity;
      if (room && this.puts.length > 0) {
        const { item, resolve } = this.puts.shift()!;
        this.items.push(item);
        resolve();
      } else if (this.items.length > 0 && this.gets.length > 0) {
        const item = this.fault === "lifo" ? this.items.pop() : this.items[0];
        if (this.fault !== "lifo" && this.fault !== "twice") this.items.shift();
        if (this.fault === "twice" && this.items.length > 1) this.items.shift();
        this.gets.shift()!.resolve(item);
      } else return;
    }
  }
  close() {
    if (this.closed && this.fault === "throws again") throw new Error("closed");
    this.closed = true;
    if (this.fault === "drops") this.items = [];
    if (this.fault === "leaves waiters") return;
    const puts = this.fault === "keeps refused" ? this.puts : this.puts.splice(0);
    for (const own of [...puts, ...this.gets.splice(0)]) own.reject(new QueueClosedError());
  }
  async *[Symbol.asyncIterator]() {
    for (;;) {
      if (this.fault === "loop ends" && this.size === 0) return;
      try {
        const item = await this.get();
        if (this.fault === "looks ahead") this.items.shift();
        yield item;
      } catch (error) {
        if (this.fault === "loop throws") throw error;
        return;
      }
    }
  }
}

async function run(load: Queueing, fault?: Fault): Promise<Trace> {
  const trace = await runHere((world) => queue(world, load, new Fixture(load.capacity, fault)));
  return { ...trace, input: toPlain(load) };
}

const JUDGED = { servedInTurn, eachOnce, nothingElse, countedRight, closedQuietly };
type Judge = keyof typeof JUDGED;
/** The first that the judge finds, and what it is called. */
async function told(load: Queueing, judge: Judge, fault?: Fault): Promise<(string | undefined)[]> {
  const trace = await run(load, fault);
  const first = [JUDGED[judge](trace, load)].flat().find(Boolean);
  const name = Object.keys(queueMistakes).find((id) => queueMistakes[id]!(trace));
  return [first?.message.replaceAll(/item (\d+)-\w+/g, "item $1"), name];
}

const FULL = queueing(1, put(), put(), put(), get(100), get(100), get(100));
const CLOSED = queueing(1, put(), put(), close(100), get(100), put(100), close(100));
const LOOPED = queueing(2, loop(), put(100), put(100), close(100));
const LEFT = queueing(2, put(), put(), loop({ after: 100, leaves: 1 }), get(100));
const SEEN = { ...FULL, looks: [50, 150] };

test("a right one passes", async () => {
  const judges = Object.keys(JUDGED) as Judge[];
  for (const load of [FULL, CLOSED, LOOPED, LEFT, SEEN])
    for (const judge of judges) expect(await told(load, judge)).toEqual([undefined, undefined]);
});

test.each([
  [FULL, "servedInTurn", "roomy", "Put 2 resolved at 0 ms; expected 100 ms.", "no-backpressure"],
  [
    queueing(2, put(), put(), get(100), get(100)),
    "servedInTurn",
    "lifo",
    'Get 3 resolved to "item 2"; expected "item 1".',
    "last-in-first-out",
  ],
  [FULL, "servedInTurn", "rendezvous", "Put 1 resolved at 100 ms; expected 0 ms.", "put-waits-for-get"],
  [
    queueing(2, put(), get(100), get(100)),
    "eachOnce",
    "twice",
    'Get 3 got "item 1", which nobody had put in, or which was out already.',
    "handed-twice",
  ],
  [CLOSED, "servedInTurn", "drops", /^Get 4 rejected at 200 ms with QueueClosedError/, "close-drops-items"],
  [
    queueing(1, get(), close(100)),
    "servedInTurn",
    "leaves waiters",
    "Get 1 never settled; expected it to reject.",
    "close-leaves-waiters",
  ],
  [
    queueing(1, close(), put(100)),
    "servedInTurn",
    "lets in",
    "Put 2 resolved at 100 ms to undefined; expected it to reject.",
    "close-lets-puts-in",
  ],
  [CLOSED, "closedQuietly", "throws again", "Close 6 threw Error: closed.", "second-close-throws"],
  [
    LOOPED,
    "servedInTurn",
    "loop throws",
    /^Loop 1, when it asked at 200 ms, threw QueueClosedError/,
    "iteration-throws",
  ],
  [
    LOOPED,
    "servedInTurn",
    "loop ends",
    'Loop 1, when it asked at 0 ms, ended at 0 ms; it should get "item 2" at 100 ms.',
    "iteration-ends-when-empty",
  ],
  [
    LEFT,
    "eachOnce",
    "looks ahead",
    "2 items had been let in, and of 2 gets only 1 got one.",
    "iterator-looks-ahead",
  ],
  [
    SEEN,
    "countedRight",
    "counts the line",
    "at 50 ms `size` was 3; 1 item had been let in, and 0 taken.",
    "counts-who-waits",
  ],
  [FULL, "servedInTurn", "locked", "Put 2 never settled; expected it to resolve.", "both-wait"],
  [
    queueing(1, put(), put(), close(100), get(100), get(100)),
    "nothingElse",
    "keeps refused",
    'Get 5 got "item 2", which had not been let in.',
    "refused-item-kept",
  ],
] as [Queueing, Judge, Fault, string | RegExp, string][])(
  "%#: what goes wrong has a name",
  async (load, judge, fault, message, name) => {
    const [said, called] = await told(load, judge, fault);
    expect(said).toMatch(typeof message === "string" ? new RegExp(`^${RegExp.escape(message)}$`) : message);
    expect(called).toBe(name);
  },
);

test("numbers are those of what happened", async () => {
  const trace = await run(SEEN);
  trace.notes.find(({ name }) => name === "size")!.value = 2;
  expect(countedRight(trace, SEEN)[1]?.message).toBe(
    "at 50 ms `size` was 2; 1 item had been let in, and 0 taken.",
  );
});

test("calls in words", () => {
  const load = queueing(
    2,
    put({ item: { is: undefined } }),
    put({ ...beside, item: { a: "function" } }),
    get({ follows: 0 }),
    loop({ after: 100, pause: 50, leaves: 2 }),
  );
  expect(inWords(load)).toBe(
    "With room for 2, and: put undefined, put a function (in the same turn), get (in the turn in which Put 1 settles), a loop that pauses for 50 ms that is left after 2 (100 ms later)",
  );
});
