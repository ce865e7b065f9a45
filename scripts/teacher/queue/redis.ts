// Connections to Redis or Valkey, and whether it will do. What it needs is loaded only here: nobody else needs it.
import type { Redis, RedisOptions } from "ioredis";
import { UsageError } from "../../lib/usage-error.ts";
import type { QueuePlace } from "./address.ts";

export const RIGHTS = "~dojo:* +@all -@admin -@dangerous +info";
const PATIENCE_MS = 5000;
/** Longer than anything blocks. */
const SILENCE_MS = 20_000;
const RETRY_AT_MOST_MS = 2000;

export interface Connections {
  /** What waits while Redis is away (`patient`), or fails at once. Who gets it ends it. */
  connect(patient: boolean): Redis;
  /** What is unwise about this Redis, to be noted. */
  notes: string[];
}

/**
 * Looks whether Redis is there and will do. Throws a UsageError that says what to do, without a secret. `silenceMs`: real ms
 * without an answer after which a connection counts as cut.
 */
export async function reachRedis(address: QueuePlace, silenceMs = SILENCE_MS): Promise<Connections> {
  const { Redis } = await import("ioredis");
  const options = (patient: boolean): RedisOptions => ({
    // What BullMQ is tested with.
    protocol: 2,
    maxRetriesPerRequest: patient ? null : 1,
    enableOfflineQueue: patient,
    connectTimeout: PATIENCE_MS,
    socketTimeout: silenceMs,
    keepAlive: silenceMs,
    disableClientInfo: true,
    retryStrategy: (times) => Math.min(100 * times, RETRY_AT_MOST_MS),
  });
  // What it says is told below, and not by the library.
  const once = { lazyConnect: true, enableReadyCheck: false, retryStrategy: null };
  const first = new Redis(address.url, { ...options(false), ...once });
  let said: Error | undefined;
  first.on("error", (error) => (said = error));
  try {
    await within(PATIENCE_MS, first.connect());
    await first.ping();
    return {
      connect: (patient) => quiet(new Redis(address.url, options(patient))),
      notes: notesOn(await first.info(), address),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(why(said ?? (error as Error), address));
  } finally {
    first.disconnect();
  }
}

/** Its errors are told by what fails for them. */
function quiet(redis: Redis): Redis {
  return redis.on("error", () => {});
}

function notesOn(info: string, { shown }: QueuePlace): string[] {
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, "m").exec(info)?.[1];
  const policy = fact("maxmemory_policy");
  if (policy !== "noeviction")
    throw new UsageError(
      `Redis at ${shown} may drop keys when memory is short (maxmemory-policy ${policy}). Set it to noeviction.`,
    );
  if (Number.parseInt(fact("redis_version") ?? "0", 10) < 7)
    throw new UsageError(`Redis at ${shown} is too old: it must be Redis 7 or Valkey, or later.`);
  if (fact("aof_enabled") === "1") return [];
  return [
    "Redis writes no log of its own (appendonly no): if it restarts, what waits there is handed out again.",
  ];
}

function why(error: Error, { shown }: QueuePlace): string {
  const text = `${error.message} ${(error as NodeJS.ErrnoException).code ?? ""}`;
  if (/WRONGPASS|NOAUTH/.test(text)) return `Redis at ${shown} refuses this user and password.`;
  if (/NOPERM/.test(text))
    return `Redis at ${shown} gives this user too few rights. It needs: ACL SETUSER … ${RIGHTS}`;
  const code = (error as NodeJS.ErrnoException).code ?? error.message;
  return `Redis at ${shown} does not answer (${code}). Is it running, and is that its address?`;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
