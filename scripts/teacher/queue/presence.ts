// Who is there: each worker and each coordinator says so every few seconds, and is gone when it no longer does.
import { hostname } from "node:os";
import type { Redis } from "ioredis";
import * as v from "valibot";
import { LIFETIME_S, type Version } from "./names.ts";

export const BEAT_MS = 5000;
/** Three beats: one may be lost. */
const WORKER_LIFETIME_S = 15;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As names.ts makes it: it becomes a part of keys, and of metrics. */
const queue = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{8}$/));
const version = v.object({ graders: v.string(), surroundings: v.string(), key: v.string() });
const worker = v.object({
  id: v.string(),
  version,
  queue,
  /** `machine:pid`. */
  name: v.string(),
  /** How many it takes at a time, and has now. */
  jobs: whole,
  busy: whole,
  /** Since it began. */
  done: whole,
  failed: whole,
});
const coordinator = v.object({
  run: v.string(),
  version,
  queue,
  name: v.string(),
  /** Jobs that it waits for. */
  open: whole,
});
export type WorkerRecord = v.InferOutput<typeof worker>;
export type CoordinatorRecord = v.InferOutput<typeof coordinator>;

export function ownName(): string {
  return `${hostname()}:${process.pid}`;
}

export function coordinatorKey(prefix: string, run: string): string {
  return `${prefix}:coordinator:${run}`;
}

const workerKey = (prefix: string, id: string) => `${prefix}:worker:${id}`;
const workersKey = (prefix: string) => `${prefix}:workers`;
const coordinatorsKey = (prefix: string) => `${prefix}:coordinators`;

export async function announceWorker(redis: Redis, prefix: string, record: WorkerRecord): Promise<void> {
  await redis
    .multi()
    .set(workerKey(prefix, record.id), JSON.stringify(record), "EX", WORKER_LIFETIME_S)
    .sadd(workersKey(prefix), record.id)
    .expire(workersKey(prefix), LIFETIME_S)
    .exec();
}

export async function withdrawWorker(redis: Redis, prefix: string, id: string): Promise<void> {
  await redis.multi().del(workerKey(prefix, id)).srem(workersKey(prefix), id).exec();
}

/** It may be stopped for a while, and go on: until then what it waits for is kept for it. */
export async function announceCoordinator(
  redis: Redis,
  prefix: string,
  record: CoordinatorRecord,
): Promise<void> {
  await redis
    .multi()
    .set(coordinatorKey(prefix, record.run), JSON.stringify(record), "EX", LIFETIME_S)
    .sadd(coordinatorsKey(prefix), record.run)
    .expire(coordinatorsKey(prefix), LIFETIME_S)
    .exec();
}

export async function withdrawCoordinator(redis: Redis, prefix: string, run: string): Promise<void> {
  await redis.multi().del(coordinatorKey(prefix, run)).srem(coordinatorsKey(prefix), run).exec();
}

export async function presentWorkers(redis: Redis, prefix: string): Promise<WorkerRecord[]> {
  const found = await present(redis, workersKey(prefix), (id) => workerKey(prefix, id), worker);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function presentCoordinators(redis: Redis, prefix: string): Promise<CoordinatorRecord[]> {
  return present(redis, coordinatorsKey(prefix), (run) => coordinatorKey(prefix, run), coordinator);
}

/** Those of them that said so lately; the others were stopped, or ended without a word. */
export async function livingCoordinators(redis: Redis, prefix: string): Promise<CoordinatorRecord[]> {
  const all = await presentCoordinators(redis, prefix);
  const silent = await Promise.all(all.map(({ run }) => redis.ttl(coordinatorKey(prefix, run))));
  return all.filter((_, index) => LIFETIME_S - silent[index]! < WORKER_LIFETIME_S);
}

async function present<S extends v.GenericSchema>(
  redis: Redis,
  all: string,
  keyOf: (id: string) => string,
  form: S,
): Promise<v.InferOutput<S>[]> {
  const ids = (await redis.smembers(all)).sort();
  if (ids.length === 0) return [];
  const texts = await redis.mget(...ids.map(keyOf));
  const gone = ids.filter((_, index) => texts[index] === null);
  if (gone.length > 0) await redis.srem(all, ...gone);
  return texts.flatMap((text) => parsed(form, text));
}

function parsed<S extends v.GenericSchema>(form: S, text: string | null): v.InferOutput<S>[] {
  try {
    const result = v.safeParse(form, JSON.parse(text ?? "null"));
    return result.success ? [result.output] : [];
  } catch {
    return [];
  }
}

/** Why these workers take nothing of this version, a line for each kind: what differs, and what to do. */
export function whyNone(own: Version, workers: readonly WorkerRecord[]): string[] {
  const others = Map.groupBy(workers, (each) => difference(own, each.version));
  others.delete(undefined);
  return [...others].map(
    ([why, { length }]) => `${length} ${length === 1 ? "worker has" : "workers have"} ${why}`,
  );
}

/** Undefined where there is none. */
function difference(own: Version, other: Version): string | undefined {
  if (other.graders !== own.graders)
    return `other graders (${other.graders.slice(0, 8)}): bring both to the same version, and npm ci.`;
  if (other.surroundings !== own.surroundings)
    return `another Node, platform or sandbox (${other.surroundings}; here ${own.surroundings}).`;
  if (other.key !== own.key) return "another key (--queue-key).";
  return undefined;
}
