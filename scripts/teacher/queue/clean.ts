// What gradings that ended without a word left in Redis, and what shall not be run any longer.
import type { Redis } from "ioredis";
import { keysLike, runOf } from "./names.ts";
import { coordinatorKey, livingCoordinators } from "./presence.ts";
import { ofEach } from "./status.ts";

/** Removes what waits in all queues. How many jobs that were. */
export async function drain(redis: Redis, prefix: string): Promise<number> {
  const removed = await ofEach(redis, prefix, async (queue) => {
    const before = await queue.count();
    await queue.drain(true);
    return before - (await queue.count());
  });
  return removed.reduce((sum, number) => sum + number, 0);
}

/** Removes all keys of the prefix but those of living gradings and of workers. How many that were. */
export async function clean(redis: Redis, prefix: string): Promise<number> {
  const living = await livingCoordinators(redis, prefix);
  const [runs, queues] = [new Set(living.map(({ run }) => run)), new Set(living.map(({ queue }) => queue))];
  let removed = 0;
  const remove = async (key: string) => {
    removed += await redis.del(key);
  };
  const results = `${prefix}:result:`;
  for await (const key of keysLike(redis, `${results}*`))
    if (!runs.has(runOf(key.slice(results.length)))) await remove(key);
  for (const [kind, keyOf] of [
    ["done", (run: string) => `${prefix}:done:${run}`],
    ["coordinator", (run: string) => coordinatorKey(prefix, run)],
  ] as const) {
    const start = keyOf("");
    for await (const key of keysLike(redis, `${start}*`))
      if (!runs.has(key.slice(start.length))) {
        if (kind === "coordinator") await redis.srem(`${prefix}:coordinators`, key.slice(start.length));
        await remove(key);
      }
  }
  await ofEach(redis, prefix, async (queue, name) => {
    const start = `${prefix}:${name}:`;
    for await (const key of keysLike(redis, `${start}*`)) {
      const id = key.slice(start.length);
      if (!queues.has(name)) await remove(key);
      else if (id.includes("-") && id !== "stalled-check" && !runs.has(runOf(id))) {
        await queue.remove(id).catch(() => {});
        await remove(key);
        removed++;
      }
    }
  });
  return removed;
}
