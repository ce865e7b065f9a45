// What the queue and its keys in Redis are called. Machines whose graders, Node, sandbox or key differ have another queue.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { GradingEngine } from "../grading-engine.ts";
import type { QueueAddress } from "./address.ts";
import { Seal } from "./seal.ts";

/** Changed whenever two versions would not understand each other. */
const PROTOCOL = 1;

/** What two machines must have in common. */
export interface Version {
  /** SHA-256, hexadecimal. */
  graders: string;
  /** See Engine.surroundings: sandbox layers, limits, Node, platform. */
  surroundings: string;
  /** Tells keys apart, and nothing of them. */
  key: string;
}

/** Seconds that a key of Redis lives if nobody renews it: whatever is left behind is gone then. */
export const LIFETIME_S = 3600;

export class Names {
  readonly version: Version;
  /** The queue's name. */
  readonly queue: string;
  readonly prefix: string;
  readonly seal: Seal;

  constructor(
    { gradersHash, surroundings }: Pick<GradingEngine, "gradersHash" | "surroundings">,
    address: Address,
  ) {
    this.prefix = address.prefix;
    this.seal = new Seal(address.key);
    this.version = { graders: gradersHash, surroundings, key: this.seal.name("key", 8) };
    const version = JSON.stringify([PROTOCOL, this.version]);
    const hash = createHash("sha256").update(version).digest("hex");
    this.queue = `${gradersHash.slice(0, 8)}-${hash.slice(0, 8)}`;
  }

  job(id: string): string {
    return `${this.prefix}:${this.queue}:${id}`;
  }

  result(id: string): string {
    return `${this.prefix}:result:${id}`;
  }

  /** The run's ids of jobs with new results. */
  done(run: string): string {
    return `${this.prefix}:done:${run}`;
  }

  /** Where a job's programs, or its results, can be opened. */
  place(what: "job" | "result", id: string): string {
    return `${what} ${this.queue} ${id}`;
  }

  /** Keys that BullMQ has beside jobs, but for those that shall end by themselves soon. */
  get shared(): string[] {
    const kinds = [
      "id",
      "meta",
      "events",
      "marker",
      "wait",
      "active",
      "prioritized",
      "pc",
      "delayed",
      "failed",
    ];
    return [...kinds, "completed", "paused", "stalled"].map((kind) => this.job(kind));
  }
}

type Address = Pick<QueueAddress, "prefix" | "key">;

/** Has what BullMQ keeps beside jobs, and these keys, live on, and not for ever. */
export async function renew(redis: Redis, names: Names, ...more: string[]): Promise<void> {
  const lives = redis.pipeline();
  for (const key of [...names.shared, ...more]) lives.expire(key, LIFETIME_S);
  await lives.exec();
}

/** The run that an id is of. */
export function runOf(id: string): string {
  return id.slice(0, id.indexOf("-"));
}

/** The keys that match a pattern of Redis'. */
export async function* keysLike(redis: Redis, pattern: string): AsyncIterable<string> {
  for await (const keys of redis.scanStream({ match: pattern, count: 1000 })) yield* keys as string[];
}
