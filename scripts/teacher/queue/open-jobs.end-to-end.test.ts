// What a coordinator does about what is in Redis, with a real one: lost, changed, swapped, done twice, failed; and what is left.
import { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { noRedis, RedisServer } from "../../testing/redis.ts";
import { clean } from "./clean.ts";
import { type JobData, parseContent, returnedText } from "./job.ts";
import { Names } from "./names.ts";
import { OpenJobs } from "./open-jobs.ts";
import { announceCoordinator, coordinatorKey } from "./presence.ts";

const namesWith = (fill: number) =>
  new Names(
    { gradersHash: "0".repeat(64), surroundings: "[]" },
    { key: Buffer.alloc(32, fill), prefix: "dojo" },
  );
const names = namesWith(1);
const program = (code: string) => ({ exercise: "03-three", code, untouched: false, uses: [] });
const content = (code: string) => ({ seed: 1, programs: [program(code)] });

let server: RedisServer;
let redis: Redis;
let queue: Queue<JobData>;
const workers: Worker<JobData>[] = [];

describe.skipIf(noRedis())("with a real Redis", () => {
  beforeAll(async () => {
    server = await RedisServer.start();
    redis = server.client();
    queue = new Queue(names.queue, { connection: redis, prefix: names.prefix });
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close(true);
    await redis.flushall();
  });
  afterAll(async () => {
    await queue?.close();
    redis?.disconnect();
    await server?.remove();
  });

  const opened = (run = "run", priority = 10) => new OpenJobs(redis, queue, names, { run, priority });

  /** A worker that does so with each job. */
  function work(act: (code: string, id: string) => Promise<void>): void {
    const process = async ({ id, data }: { id?: string; data: JobData }) => {
      const sealed = Buffer.from(data.sealed!, "base64");
      const text = names.seal.open(names.place("job", id!), sealed)!;
      await act(parseContent(text)!.programs[0]!.code, id!);
    };
    const connection = server.client();
    const options = { connection, prefix: names.prefix, removeOnComplete: { count: 0 } };
    workers.push(new Worker(names.queue, process, options));
  }

  const sealed = (id: string, transcript: string, worker = "w") =>
    names.seal.close(names.place("result", id), returnedText({ worker, transcripts: [transcript] }));
  const handOver = (id: string, field: string, result: Buffer) => redis.hset(names.result(id), field, result);
  /** Compares until there is what is asked for, as the coordinator does every few seconds. */
  async function until<T>(jobs: OpenJobs, promise: Promise<T>): Promise<T> {
    let done = false;
    void promise.then(() => (done = true));
    await expect.poll(() => jobs.compare().then(() => done), { interval: 20 }).toBe(true);
    return promise;
  }

  test("what is lost is added again, and what comes back leaves nothing behind", async () => {
    const jobs = opened();
    const asked = jobs.ask(content("a"), 1, []);
    await expect.poll(() => queue.count()).toBe(1);
    await redis.flushall();
    work((code, id) => handOver(id, "1", sealed(id, `[${code}]`)).then(() => {}));
    expect(await until(jobs, asked)).toEqual({ worker: "w", transcripts: ["[a]"] });
    expect(jobs.counts).toMatchObject({ jobs: 1, again: 1, refused: 0, failed: 0 });
    await expect.poll(() => redis.keys("*run-*")).toEqual([]);
  });

  test("changed, swapped and foreign results are refused; after three of them it is run here", async () => {
    const jobs = opened();
    let [asked, first] = [0, ""];
    const foreign = namesWith(2);
    work(async (code, id) => {
      if (code === "b") first = id;
      const changed = sealed(id, "[]");
      changed[changed.length - 1]! ^= 1;
      const wrong = [changed, sealed(first, "[]"), foreign.seal.close(names.place("result", id), "w\n[]")];
      await handOver(id, "1", code === "b" ? sealed(id, "[]") : wrong[asked++]!);
    });
    expect(await until(jobs, jobs.ask(content("b"), 1, []))).toEqual({ worker: "w", transcripts: ["[]"] });
    expect(await until(jobs, jobs.ask(content("c"), 1, []))).toBe(undefined);
    expect(jobs.counts).toMatchObject({ refused: 3, failed: 1 });
  });

  test("one that is done twice counts once, and is told if it says something else", async () => {
    const jobs = opened();
    const ids: string[] = [];
    work(async (_, id) => {
      ids.push(id);
      await handOver(id, "1", sealed(id, "[]", "one"));
    });
    expect(await until(jobs, jobs.ask(content("d"), 1, []))).toMatchObject({ worker: "one" });
    const [id] = ids as [string];
    await handOver(id, "2", sealed(id, "[]", "two"));
    await jobs.receive(id);
    expect(jobs.counts).toMatchObject({ twice: 1, contradicted: 0 });
    await handOver(id, "3", sealed(id, '["other"]', "three"));
    await jobs.clear();
    expect(jobs.counts).toMatchObject({ twice: 2, contradicted: 1 });
    expect(await redis.keys("*run-*")).toEqual([]);
  });

  test("a Redis that is full is said, and waited for", async () => {
    const refused: unknown[] = [];
    const options = { run: "run", priority: 10, refused: (error: unknown) => refused.push(String(error)) };
    const jobs = new OpenJobs(redis, queue, names, options);
    await redis.config("SET", "maxmemory", "1");
    const asked = jobs.ask(content("i"), 1, []);
    await expect.poll(() => refused.join()).toMatch(/OOM/);
    await redis.config("SET", "maxmemory", "0");
    work((_, id) => handOver(id, "1", sealed(id, "[]")).then(() => {}));
    expect(await until(jobs, asked)).toMatchObject({ transcripts: ["[]"] });
  });

  test("all keys have an end, if nobody comes back to it", async () => {
    const jobs = opened();
    void jobs.ask(content("j"), 1, []);
    await expect
      .poll(async () => {
        const keys = await redis.keys("*");
        return keys.length > 4 && (await Promise.all(keys.map((key) => redis.ttl(key)))).every((s) => s > 0);
      })
      .toBe(true);
  });

  test("one that fails on every worker is given up", async () => {
    const jobs = opened();
    let tries = 0;
    work(async () => {
      tries++;
      throw new Error("Broken.");
    });
    expect(await until(jobs, jobs.ask(content("e"), 1, []))).toBe(undefined);
    expect([tries, jobs.counts.failed, await redis.keys("*run-*")]).toEqual([3, 1, []]);
  });

  test("a student's own goes before a class, and ends are not told by who asked", async () => {
    const order: string[] = [];
    const [class_, student] = [opened("class", 10), opened("student", 1)];
    const asked = ["f", "g", "h"].map((code) => class_.ask(content(code), 1, []));
    await expect.poll(() => queue.count()).toBe(3);
    const own = student.ask(content("mine"), 1, []);
    await expect.poll(() => queue.count()).toBe(4);
    work(async (code, id) => {
      order.push(code);
      await handOver(id, "1", sealed(id, "[]"));
    });
    await Promise.all([until(student, own), ...asked.map((each) => until(class_, each))]);
    expect(order).toEqual(["mine", "f", "g", "h"]);
  });

  test("clean removes what silent gradings left, and nothing of others", async () => {
    for (const run of ["living", "silent"]) {
      const jobs = opened(run);
      void jobs.ask(content(run), 1, []);
      await handOver(`${run}-0`, "1", sealed(`${run}-0`, "[]"));
      const record = { run, version: names.version, queue: names.queue, name: run, open: 1 };
      await announceCoordinator(redis, "dojo", record);
    }
    await expect.poll(() => queue.count()).toBe(2);
    await redis.expire(coordinatorKey("dojo", "silent"), 60);
    await clean(redis, "dojo");
    expect(await redis.keys("*silent*")).toEqual([]);
    expect((await redis.keys("*living*")).length).toBe(3);
    expect(await queue.count()).toBe(1);
    await redis.expire(coordinatorKey("dojo", "living"), 60);
    await clean(redis, "dojo");
    expect(await redis.keys("*")).toEqual([]);
  });
});
