// The parts of the queue that need no Redis: the address, what is sealed, who takes what, and what is said.
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { readAddress, readPlace } from "./address.ts";
import { parseReturned, parseTranscript, returnedText } from "./job.ts";
import { Names } from "./names.ts";
import { type WorkerRecord, whyNone } from "./presence.ts";
import { remarksOn } from "./remarks.ts";
import { Seal } from "./seal.ts";
import { metricsText, statusLines } from "./show-status.ts";
import { FEWEST, Window } from "./window.ts";

const hex = "ab".repeat(32);

test("where the queue is: a URL, a file, or the environment; what is wrong is said without what was given", () => {
  const folder = temporaryFolder({ url: "rediss://u:secret@example.org\n", key: `${hex}\n`, short: "ab" });
  const read = (queue: string | undefined, key: string | undefined, env = {}, prefix?: string) => {
    try {
      const given = { ...(queue && { queue }), ...(key && { key }), ...(prefix && { prefix }) };
      const { url, shown, key: bytes, prefix: all, notes } = readAddress(given, env, folder);
      expect(bytes.toString("hex")).toBe(hex);
      return [url, shown, all, ...notes.map((note) => note.split(":")[0]!.slice(0, 30))];
    } catch (error) {
      return (error as Error).message.split(/[.:]/)[0];
    }
  };
  expect(read("url", "key")).toEqual(["rediss://u:secret@example.org", "rediss://example.org:6379", "dojo"]);
  expect(
    read(undefined, undefined, { DOJO_QUEUE: "redis://localhost:1", DOJO_QUEUE_KEY: hex }, "a-1"),
  ).toEqual(["redis://localhost:1", "redis://localhost:1", "dojo:a-1"]);
  expect(read("redis://u:secret@example.org", "key")).toEqual([
    "redis://u:secret@example.org",
    "redis://example.org:6379",
    "dojo",
    "nothing encrypts the way to Re",
    "a password in a command line c",
  ]);
  const wrong = [read("http://secret", "key"), read("redis:secret", "key"), read("none", "key")];
  expect(wrong.join()).not.toContain("secret@");
  expect([...wrong, read("url", "short"), read("url", undefined), read(undefined, "key")]).toEqual([
    "--queue",
    "The queue's URL is none of Redis'",
    "--queue",
    "The queue's key is not 64 hexadecimal digits",
    "A queue needs a key that all its machines share",
    "Where is the queue? Give --queue redis",
  ]);
  expect(() => readPlace({ queue: "redis://h", prefix: "a:b" }, {}, "/")).toThrow(
    /--queue-prefix "a:b" may hold/,
  );
});

test("what is sealed opens with its key at its place, unchanged, and nowhere else", () => {
  const [own, other] = [new Seal(Buffer.from(hex, "hex")), new Seal(Buffer.alloc(32))];
  const sealed = own.close("here", "text of a program");
  expect(own.open("here", sealed)).toBe("text of a program");
  expect(sealed.includes("program")).toBe(false);
  const changed = [...sealed.keys()].map((index) => {
    const copy = Buffer.from(sealed);
    copy[index]! ^= 1;
    return own.open("here", copy);
  });
  const refused = [own.open("there", sealed), other.open("here", sealed), own.open("here", Buffer.alloc(3))];
  expect(new Set([...changed, ...refused])).toEqual(new Set([undefined]));
  expect(own.name("a", 8)).not.toBe(other.name("a", 8));
});

test("what comes back has as many transcripts as were asked for", () => {
  const text = returnedText({ worker: "w", transcripts: ["[]", '["a\\nb"]'] });
  expect(parseReturned(text, 2)).toEqual({ worker: "w", transcripts: ["[]", '["a\\nb"]'] });
  expect([parseReturned(text, 1), parseReturned("", 0), parseTranscript("{"), parseTranscript("{}")]).toEqual(
    [...[undefined, undefined, undefined, undefined]],
  );
  expect(parseTranscript("[]")).toEqual([]);
});

const engine = { gradersHash: "3f9c".repeat(16), surroundings: "[1]" };
const address = { prefix: "dojo", key: Buffer.from(hex, "hex") };
const own = new Names(engine, address);

function worker(names: Names, name = "m:1"): WorkerRecord {
  const { version, queue } = names;
  return { id: name, version, queue, name, jobs: 2, busy: 1, done: 3, failed: 0 };
}

test("whoever differs in graders, surroundings or key has another queue, and is told why", () => {
  const others = [
    new Names({ ...engine, gradersHash: "81aa".repeat(16) }, address),
    new Names({ ...engine, surroundings: "[2]" }, address),
    new Names(engine, { ...address, key: Buffer.alloc(32) }),
  ];
  expect(new Set([own, ...others].map(({ queue }) => queue)).size).toBe(4);
  expect(
    whyNone(
      own.version,
      [own, ...others, others[0]!].map((names) => worker(names)),
    ),
  ).toEqual([
    "2 workers have other graders (81aa81aa): bring both to the same version, and npm ci.",
    "1 worker has another Node, platform or sandbox ([2]; here [1]).",
    "1 worker has another key (--queue-key).",
  ]);
});

test("as many under way as the workers need, in the order in which they asked", async () => {
  const [window, taken] = [new Window(1), [] as number[]];
  const leave = await window.take();
  const others = [1, 2, 3].map((number) => window.take().then(() => taken.push(number)));
  await Promise.resolve();
  expect(taken).toEqual([]);
  leave();
  await others[0];
  expect(taken).toEqual([1]);
  window.fit(0);
  await Promise.all(others);
  expect([taken, FEWEST]).toEqual([[1, 2, 3], 50]);
});

test("a run says what went otherwise, and nothing where all went well", () => {
  const none = { jobs: 9, again: 0, refused: 0, twice: 0, contradicted: 0, failed: 0 };
  expect(remarksOn(none, 0)).toEqual([]);
  expect(remarksOn({ ...none, again: 2, failed: 1 }, 1)).toEqual([
    "Redis was away once.",
    "2 jobs were lost on the way, and handed out again.",
    "A job failed on the workers, and was run here.",
  ]);
});

test("the state as text and as metrics; what others wrote there reaches no terminal", () => {
  const queue = { name: own.queue, waiting: 5, running: 1, failed: 1, failures: ["x: \u001b[31mred"] };
  const grading = { run: "r", version: own.version, queue: own.queue, name: "m:2", open: 6, lives: false };
  const status = {
    ...{ schema: "async-dojo/queue@1" as const, redis: "redis://h:1", prefix: "dojo" },
    ...{ queues: [queue], workers: [worker(own)], coordinators: [grading] },
  };
  expect(statusLines(status)).toEqual([
    "redis://h:1: 1 queue, 1 worker, 1 grading",
    `queue ${own.queue}: 5 waiting, 1 running, 1 failed; 1 worker`,
    "  failed: x: \\u001b[31mred",
    "  worker m:1: 1 of 2 busy, 3 done, 0 failed; graders 3f9c3f9c",
    `grading m:2: waits for 6 jobs of queue ${own.queue}; silent: stopped, or ended without a word`,
  ]);
  const bullmq = ["a", "b"].map(
    (name) => `# HELP jobs of a queue\n# TYPE jobs gauge\njobs{queue="${name}"} 1`,
  );
  expect(metricsText(status, bullmq).split("\n").slice(0, 7)).toEqual([
    ...["# HELP jobs of a queue", "# TYPE jobs gauge", 'jobs{queue="a"} 1', 'jobs{queue="b"} 1'],
    ...["# HELP dojo_workers Workers of a queue", "# TYPE dojo_workers gauge"],
    `dojo_workers{queue="${own.queue}"} 1`,
  ]);
});
