// What is in the queues of a Redis, who works and who waits: as data, as text, and as Prometheus reads it.
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { keysLike } from "./names.ts";
import {
  type CoordinatorRecord,
  livingCoordinators,
  presentCoordinators,
  presentWorkers,
  type WorkerRecord,
} from "./presence.ts";

export interface QueueStatus {
  /** The queue's name: graders, and a hash of all else that a worker must have in common. */
  name: string;
  waiting: number;
  running: number;
  failed: number;
  /** What the workers said of the last that failed. */
  failures: string[];
}

export interface Status {
  schema: "async-dojo/queue@1";
  redis: string;
  prefix: string;
  queues: QueueStatus[];
  workers: WorkerRecord[];
  /** `lives`: it said so lately. */
  coordinators: (CoordinatorRecord & { lives: boolean })[];
}

const SHOWN_FAILURES = 5;
const QUEUE = /^[0-9a-f]{8}-[0-9a-f]{8}$/;

/** The names of the queues that are there, sorted. */
export async function queueNames(redis: Redis, prefix: string): Promise<string[]> {
  const names = new Set<string>();
  for await (const key of keysLike(redis, `${prefix}:*:meta`)) {
    const name = key.slice(prefix.length + 1, -":meta".length);
    if (QUEUE.test(name)) names.add(name);
  }
  return [...names].sort();
}

/** Has `act` use each queue that is there in turn. */
export async function ofEach<T>(
  redis: Redis,
  prefix: string,
  act: (queue: Queue, name: string) => Promise<T>,
): Promise<T[]> {
  const all: T[] = [];
  for (const name of await queueNames(redis, prefix)) {
    const queue = new Queue(name, { connection: redis, prefix, skipMetasUpdate: true });
    queue.on("error", () => {});
    try {
      all.push(await act(queue, name));
    } finally {
      await queue.close();
    }
  }
  return all;
}

export async function readStatus(redis: Redis, shown: string, prefix: string): Promise<Status> {
  const queues = await ofEach(redis, prefix, queueStatus);
  const living = new Set((await livingCoordinators(redis, prefix)).map(({ run }) => run));
  const coordinators = await presentCoordinators(redis, prefix);
  return {
    schema: "async-dojo/queue@1",
    redis: shown,
    prefix,
    queues,
    workers: await presentWorkers(redis, prefix),
    coordinators: coordinators.map((each) => ({ ...each, lives: living.has(each.run) })),
  };
}

async function queueStatus(queue: Queue, name: string): Promise<QueueStatus> {
  const counts: Record<string, number> = await queue.getJobCounts();
  const sum = (...states: string[]) => states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  const failed = await queue.getFailed(0, SHOWN_FAILURES - 1);
  return {
    name,
    waiting: sum("waiting", "prioritized", "delayed", "paused"),
    running: sum("active"),
    failed: sum("failed"),
    failures: failed.map(({ id, failedReason }) => `${id}: ${failedReason}`),
  };
}
