// Which few of many inputs fail all that any of them fails. Pure.

/** The inputs (by index) with which one program fails. */
export type Failing = ReadonlySet<number>;

/**
 * Inputs of which every program that fails with any fails with one: greedily, the one next that most of those that are left
 * fail with. Of equals that of the least `size`, then the first. None is there that the others make superfluous.
 */
export function cover(programs: readonly Failing[], size: (input: number) => number): number[] {
  const inputs = [...new Set(programs.flatMap((failing) => [...failing]))].sort(
    (a, b) => size(a) - size(b) || a - b,
  );
  const picked: number[] = [];
  let left = programs.filter((failing) => failing.size > 0);
  while (left.length > 0) {
    const next = mostFailing(left, inputs);
    picked.push(next);
    left = left.filter((failing) => !failing.has(next));
  }
  return withoutSuperfluous(picked, programs);
}

function mostFailing(programs: readonly Failing[], inputs: readonly number[]): number {
  const count = (input: number) => programs.filter((failing) => failing.has(input)).length;
  let [best, most] = [inputs[0]!, 0];
  for (const input of inputs) {
    const failed = count(input);
    if (failed > most) [best, most] = [input, failed];
  }
  return best;
}

/** What was picked early may be all in what was picked later. */
function withoutSuperfluous(picked: readonly number[], programs: readonly Failing[]): number[] {
  return picked.reduce<number[]>(
    (kept, input) => {
      const others = kept.filter((other) => other !== input);
      const needed = programs.some(
        (failing) => failing.has(input) && !others.some((other) => failing.has(other)),
      );
      return needed ? kept : others;
    },
    [...picked],
  );
}
