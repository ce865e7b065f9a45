// Keeps one file that hangs or kills the compiler from taking the compilation of others with it.
import { stop, transform } from "esbuild";
import { compilerBytes, compilerCpuMs, limitCompilers } from "./compiler-limits.ts";

const MAX_BYTES = 1024 ** 3;
const LOOK_EVERY_MS = 100;
/** How far a limit stretches while others have the processor. */
export const COMPILER_STRETCH = 10;

let generation = 0;
let limited = -1;
let recovering = 0;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs a job that uses esbuild, whose one process all jobs share. If that process dies or the job takes longer than
 * `limit` real ms (up to ten times as long where the process hardly gets any CPU time) or far too much memory, the
 * process is replaced and each job that it was at runs again, alone.
 * Undefined if the job fails so alone as well: then it is its own fault. Rejects with what the job rejects with, and
 * if esbuild does not run at all.
 */
export async function guarded<T>(job: () => Promise<T>, limit = 5_000): Promise<T | undefined> {
  while (recovering > 0) await queue;
  const first = await attempt(job, limit);
  if (first) return first.result;
  const second = queue.then(() => attempt(job, limit));
  // One for the failed first attempt, one more if this one failed too.
  const settled = second.then(
    (outcome) => {
      recovering -= outcome ? 1 : 2;
    },
    () => {
      recovering -= 1;
    },
  );
  queue = settled;
  const alone = await second;
  if (alone) return alone.result;
  await transform("");
  return undefined;
}

async function attempt<T>(job: () => Promise<T>, limit: number): Promise<{ result: T } | undefined> {
  const mine = generation;
  let timer: NodeJS.Timeout | undefined;
  const begun = performance.now();
  const cpuBefore = compilerCpuMs();
  const tooLong = () => {
    const wall = performance.now() - begun;
    if (wall < limit || wall >= limit * COMPILER_STRETCH) return wall >= limit;
    return cpuBefore === undefined || compilerCpuMs()! - cpuBefore >= limit / 2;
  };
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(
      () => {
        if (tooLong() || compilerBytes() > MAX_BYTES) reject(new Error("late"));
      },
      Math.min(LOOK_EVERY_MS, limit),
    );
  });
  try {
    const running = job();
    // Only now there is a process to be limited.
    if (limited !== generation) {
      limited = generation;
      limitCompilers();
    }
    return { result: await Promise.race([running, late]) };
  } catch (error) {
    // A failure with `errors` is esbuild's answer about the input; anything else is no answer.
    if ((error as { errors?: unknown }).errors) throw error;
    // In the same turn as the process is stopped, so that no new job starts beside those that run again.
    recovering += 1;
    if (mine === generation) {
      generation += 1;
      void stop();
    }
    return undefined;
  } finally {
    clearInterval(timer);
  }
}
