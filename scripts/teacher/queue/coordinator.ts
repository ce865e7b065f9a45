// Grades a class on other machines: hands out what must be run, judges here, and says what went otherwise than it should.

import { hostname } from "node:os";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { GradingEngine } from "../grading-engine.ts";
import type { QueueAddress } from "./address.ts";
import { Crew } from "./crew.ts";
import type { JobData } from "./job.ts";
import { LIFETIME_S, Names, renew } from "./names.ts";
import { OpenJobs } from "./open-jobs.ts";
import { Outages } from "./outages.ts";
import {
  announceCoordinator,
  BEAT_MS,
  ownName,
  presentCoordinators,
  presentWorkers,
  withdrawCoordinator,
} from "./presence.ts";
import { type Connections, reachRedis } from "./redis.ts";
import { Window } from "./window.ts";

export interface QueueOptions {
  address: QueueAddress;
  /** A student's own grading goes before classes'. */
  priority: boolean;
}

/** BullMQ serves lower numbers first. */
const PRIORITIES = { student: 1, class: 10 };
/** Seconds that it waits for what comes back, before it looks whether it is to end. */
const WAIT_S = 2;
const AT_ONCE = 100;

export class Coordinator {
  readonly window = new Window();
  readonly jobs: OpenJobs;
  readonly run: string;
  readonly crew: Crew;
  private readonly names: Names;
  private readonly redis: Redis;
  private readonly waiting: Redis;
  private readonly queue: Queue<JobData>;
  readonly outages: Outages;
  private readonly say: (line: string) => void;
  private ended = false;
  private readonly loops: Promise<unknown>;
  private wake = () => {};
  /** Resolves when it is known who is there. */
  private readonly looked = Promise.withResolvers<void>();

  /** `run`: the run's id. */
  private constructor(
    names: Names,
    [redis, waiting]: [Redis, Redis],
    given: { run: string; priority: number; say(line: string): void },
  ) {
    this.names = names;
    this.run = given.run;
    this.say = given.say;
    this.crew = new Crew(names, given.say);
    this.outages = new Outages(given.say);
    this.redis = redis;
    this.waiting = waiting;
    this.outages.watch(this.redis);
    // It may have lost all: what is missing is added at once.
    this.redis.on("ready", () => this.wake());
    const { queue, prefix } = names;
    this.queue = new Queue(queue, { connection: this.redis, prefix, streams: { events: { maxLen: 10 } } });
    this.queue.on("error", () => {});
    const refused = (error: unknown) => this.outages.refused(error);
    this.jobs = new OpenJobs(this.redis, this.queue, names, { ...given, refused });
    this.loops = Promise.all([this.keep(), this.take()]);
  }

  /** Throws a UsageError where Redis is not there or will not do. `out`: the folder that is graded into. */
  static async begin(
    engine: GradingEngine,
    { address, priority }: QueueOptions,
    out: string,
    say: (line: string) => void,
  ): Promise<Coordinator> {
    const connections = await reachRedis(address);
    for (const note of [...address.notes, ...connections.notes]) say(note);
    const names = new Names(engine, address);
    // The same for a grading that was stopped and is begun again: what is still there of it is its own.
    const run = names.seal.name(JSON.stringify(["run", hostname(), out]), 12);
    const given = { run, priority: priority ? PRIORITIES.student : PRIORITIES.class, say };
    const coordinator = new Coordinator(names, await both(connections), given);
    await coordinator.looked.promise;
    return coordinator;
  }

  /** Leaves nothing of this run in Redis, and nothing of the queue if nobody else uses it. */
  async close(): Promise<void> {
    this.ended = true;
    this.wake();
    this.looked.resolve();
    this.waiting.disconnect();
    await this.loops;
    try {
      await this.jobs.clear();
      await withdrawCoordinator(this.redis, this.names.prefix, this.run);
      const others = await presentCoordinators(this.redis, this.names.prefix);
      if (!others.some(({ queue }) => queue === this.names.queue))
        await this.queue.obliterate({ force: true });
    } catch {
      this.say(`Redis is away: what is left of this run there is gone in ${LIFETIME_S / 60} minutes.`);
    } finally {
      await this.queue.close().catch(() => {});
      this.redis.disconnect();
    }
  }

  /** Every few seconds: says that we are here, looks who else is, and compares. */
  private async keep(): Promise<void> {
    while (!this.ended) {
      try {
        await this.look();
        this.looked.resolve();
        await this.jobs.compare();
      } catch (error) {
        this.outages.refused(error);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, BEAT_MS);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (this.ended) this.wake();
      });
    }
  }

  private async look(): Promise<void> {
    const { version, queue, prefix } = this.names;
    const { run } = this;
    const record = { run, version, queue, name: ownName(), open: this.jobs.size };
    await announceCoordinator(this.redis, prefix, record);
    await renew(this.redis, this.names);
    this.crew.saw(await presentWorkers(this.redis, prefix));
    this.window.fit(this.crew.concurrency);
  }

  /** Takes what comes back as soon as it is there. */
  private async take(): Promise<void> {
    const done = this.names.done(this.run);
    await this.looked.promise;
    while (!this.ended) {
      try {
        const first = await this.waiting.blpop(done, WAIT_S);
        if (!first) continue;
        const more = (await this.redis.lpop(done, AT_ONCE)) ?? [];
        for (const id of [first[1], ...more]) await this.jobs.receive(id);
      } catch {
        if (!this.ended) await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}

/** One to ask, and one to wait: what they are asked before they are ready is refused, and asked again only seconds later. */
async function both({ connect }: Connections): Promise<[Redis, Redis]> {
  const pair: [Redis, Redis] = [connect(false), connect(false)];
  await Promise.all(pair.map((redis) => new Promise<void>((resolve) => redis.once("ready", resolve))));
  return pair;
}
