// A call that is made again with all the same, later or in the same turn.

import { show } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { wentAlike } from "./apart.ts";
import { that } from "./expectations.ts";
import type { Finding } from "./grader.ts";
import { wordsFor } from "./made-words.ts";

const LEAD = "Again, ";

/** What the call comes to. It is made again so many virtual ms later; 0: in the same turn, and before that. */
export function onceMore<Result>(world: World, again: readonly number[] = [], call: () => Result): Result {
  for (const ms of again) {
    const act = () => void world.watch(`${LEAD}${ms} ms later`, call);
    if (ms === 0) act();
    else world.at(world.now + ms, act);
  }
  return call();
}

/** What a service's results are made of: always `value`, or, if calls are made again, at each call a text of its own. */
export function textsOf(
  world: World,
  name: string,
  value: unknown,
  again: readonly number[] = [],
): () => unknown {
  let calls = 0;
  return () => (again.length === 0 ? value : world.payload(`${name} of call ${++calls}`));
}

const given = ({ notes }: Trace) => notes.filter((note) => note.given);
const others = ({ outcomes }: Trace) => Object.keys(outcomes).filter((label) => label.startsWith(LEAD));

/**
 * Those made again got nothing of what the first one got, and waited for no other. For services that make something new at each
 * call, and take as long for each.
 */
export function nothingShared(part: Trace): Finding[] {
  return others(part).map((label) => shareNothing(part, "main", label) ?? tookAsLong(part, "main", label));
}

/** Those made again in the same turn called each service when the first one did, with the same first argument: none was spared. */
export function eachAsked(part: Trace): Finding {
  const count = others(part).length + 1;
  const times = new Map<string, number>();
  for (const { service, args, start } of part.calls) {
    const call = `${service}(${args[0] === undefined ? "" : show(args[0])})\` at ${start.at} ms`;
    times.set(call, (times.get(call) ?? 0) + 1);
  }
  const [uneven] = [...times].find(([, each]) => each % count !== 0) ?? [];
  const message = `of calls that are alike not each has called \`${uneven}.`;
  return that(uneven === undefined, message, { otherwise: "shared-state" });
}

/** Those made again in the same turn came to what the first one came to, and each of them handed over as much (lines logged, say). */
export function allAlike(part: Trace): Finding[] {
  const [all, names] = [others(part), new Set(given(part).map(({ name }) => name))];
  const uneven = [...names].find(
    (name) => given(part).filter((note) => note.name === name).length % (all.length + 1) !== 0,
  );
  const message = `of calls that are alike not each has given \`${uneven}\`.`;
  return [
    ...all.map((label) => wentAlike(part, "main", label)),
    that(uneven === undefined, message, { otherwise: "shared-state" }),
  ];
}

/**
 * Two calls with the very same services got nothing of each other's: no text and no object that the world made stands in
 * both outcomes. For services that make something new at each call.
 */
function shareNothing(trace: Trace, label: string, other: string): Finding {
  const words = wordsFor(trace);
  const made = (name: string) => new Set(words(trace.outcomes[name]?.value).match(/«.+?»/g));
  const both = [...made(label)].find((name) => made(other).has(name));
  return both === undefined
    ? undefined
    : { message: `two calls with the same services got the same ${both}.`, misconception: "shared-state" };
}

/** Those made again made the calls that the first one made, so much later, whatever these were: none waited for another. */
export function inStep({ calls, outcomes, ...part }: Trace): Finding[] {
  const begun = outcomes.main!.start.at;
  const gaps = others({ calls, outcomes, ...part }).map((label) => outcomes[label]!.start.at - begun);
  const left = calls.map(({ start }) => start.at).toSorted((a, b) => a - b);
  while (left.length > 0) {
    const first = left.shift()!;
    for (const gap of gaps) {
      const place = left.indexOf(first + gap);
      if (place < 0)
        return [{ message: "of two calls with the same services one had to wait for the other." }];
      left.splice(place, 1);
    }
  }
  return [];
}

/** Who waits in line behind another takes longer. What never settles, or not with a result, is for other checks. */
function tookAsLong({ outcomes }: Trace, label: string, other: string): Finding {
  const [first, again] = [label, other].map((name) => outcomes[name]!);
  if (first?.state !== "fulfilled" || again?.state !== "fulfilled") return undefined;
  const [was, took] = [first, again].map(({ settled, start }) => settled!.at - start.at);
  const message = `of two calls with the same services one took ${was} ms, the other ${took} ms.`;
  return that(was === took, message, { otherwise: "shared-state" });
}
