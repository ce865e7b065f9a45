// What an exercise's `.grader.ts` calls, so that vitest finds the exercise.

/**
 * Says that this folder is the exercise `id`. Its checks come from the pool of vitest.config.ts, which runs no such file:
 * whatever does has started vitest without that configuration. Throws.
 */
export function exercise(id: string): never {
  throw new Error(
    `${id} is graded with this project's vitest.config.ts alone: npm test exercises/${id.slice(0, 2)}`,
  );
}
