// From recordings to an exercise's catalogue: shapes that only one misconception's answers have. Pure.
import type { Catalogue, KnownFailures } from "../../../graders/engine/judge/catalogue.ts";
import { type Recorded, type Recording, rightKey } from "./recordings.ts";

/** `checks`: the exercise's, by id, in order. Checks that nothing is known of are left out. */
export function buildCatalogue(checks: readonly string[], recorded: Recorded): Catalogue {
  const entries = checks.flatMap((check) => {
    const failures = recorded.failures.filter((recording) => recording.check === check);
    return failures.length === 0 ? [] : [[check, knownFailures(failures, recorded.right)] as const];
  });
  return Object.fromEntries(entries);
}

/** Of one check. */
export function knownFailures(failures: readonly Recording[], right: ReadonlySet<string>): KnownFailures {
  return {
    about: sorted(failures.flatMap(({ telling, misconception }) => (telling ? [misconception] : []))),
    seen: namesGiven(failures),
    shapes: ofOneAlone(failures, right),
    inputs: sorted(failures.flatMap(({ input }) => (input === undefined ? [] : [input]))),
  };
}

/** Misconception -> what graders name in this check of its answers. */
function namesGiven(failures: readonly Recording[]): Record<string, string> {
  const ids = sorted(failures.map(({ misconception }) => misconception));
  const named = (id: string) =>
    failures.flatMap((failure) => (failure.misconception === id ? (failure.named ?? []) : []));
  return Object.fromEntries(ids.map((id) => [id, sorted(named(id)).join(" ")]));
}

/** Shapes that answers of several misconceptions have, or right ones (payloads are no part of a shape), tell nothing. */
function ofOneAlone(failures: readonly Recording[], right: ReadonlySet<string>): Record<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { check, misconception, shape } of failures) {
    if (shape === undefined || right.has(rightKey(check, shape))) continue;
    owners.set(shape, (owners.get(shape) ?? new Set()).add(misconception));
  }
  const alone = [...owners].flatMap(([shape, ids]) => (ids.size === 1 ? [{ shape, id: [...ids][0]! }] : []));
  return Object.fromEntries(
    sorted(alone.map(({ id }) => id)).map((id) => {
      const shapes = alone.flatMap((each) => (each.id === id ? [each.shape] : []));
      return [id, shapes.sort().join(" ")];
    }),
  );
}

function sorted(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}
