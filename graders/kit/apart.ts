// Every check that calls do not share what is theirs: the same play, alone first and then among others, must go alike.

import type { Plain } from "../trace/plain.ts";
import { partOf } from "../trace/scope.ts";
import type { Outcome, Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { settledInWords } from "./expectations.ts";
import type { Finding, Play } from "./grader.ts";
import { type Words, wordsFor } from "./made-words.ts";

export interface ApartOptions<Input> {
  /** Virtual ms from one call to the next where they overlap; default 100. */
  gap?: number;
  /** Virtual ms that a call may take; default 20,000. */
  lasts?: number;
  /**
   * What each call must be by itself, beside being like the first of its kind: no more than that it is its own. A
   * failure that names no misconception shows `shared-state`.
   */
  own?: (part: Trace, input: Input) => Finding[];
  /** Services whose calls may differ from one time to the next, such as the workers where any may be chosen. */
  free?: RegExp;
  /** Whether another call is made in the very call of a service, too, while the caller is in the middle of its own. */
  inside?: boolean;
  /** Whether a call makes its own calls at once: where some begin only when others' have ended, it is for `sequential-await`. */
  atOnce?: boolean;
}

const MISCONCEPTION = "shared-state";
const INSIDE = "inside another";

/**
 * A check's `scenario` and `expect`: each of the inputs (by what the call is called: `A call`, `A call that fails`) once
 * alone, then all of them `gap` ms apart, then all in one turn (and, if so, inside each of them the next one), then the
 * first once more. A call must go as the first one of its input went, whether that was right or not, and nobody may get
 * what was made for another: so an answer that is wrong in itself, but shares nothing, passes.
 */
export function apart<Student, Input>(
  { scenario }: Pick<Play<Student, Input>, "scenario">,
  inputs: Record<string, Input>,
  { gap = 100, lasts = 20_000, own, free = /(?!)/, inside = false, atOnce = false }: ApartOptions<Input> = {},
) {
  const kinds = Object.keys(inputs);
  const rounds = ["once more", "a third time"] as const;
  const label = (kind: string, round: string) => `${kind}, ${round}`;
  const all = kinds.map((kind) => [
    label(kind, "alone"),
    ...rounds.map((round) => label(kind, round)),
    label(kind, INSIDE),
    ...(kind === kinds[0] ? [label(kind, "at last")] : []),
  ]);
  return {
    mayPend: true as const,
    async scenario(world: World, student: Student): Promise<void> {
      // The student's code may get parts of them, and what it does to these must be no other run's.
      const fresh = structuredClone(inputs);
      const call = (kind: string, round: string, first?: () => void) => {
        const name = label(kind, round);
        const scope = () => (first ? calling(first, world.scope(name)) : world.scope(name));
        const ended = world.watch(name, () => scenario(scope(), student, fresh[kind]!));
        return Promise.race([ended, world.wait(lasts)]);
      };
      for (const kind of kinds) await call(kind, "alone");
      const together: Promise<unknown>[] = [];
      for (const kind of kinds) {
        together.push(call(kind, rounds[0]));
        await world.wait(gap);
      }
      // All in one turn: what is kept from one statement to the next is another call's by then.
      for (const [index, kind] of kinds.entries()) {
        const next = () => void together.push(call(kinds[(index + 1) % kinds.length]!, INSIDE));
        together.push(call(kind, rounds[1], inside ? next : undefined));
      }
      await Promise.all(together);
      // Those inside others may have come since.
      await Promise.all(together);
      await call(kinds[0]!, "at last");
    },
    expect(trace: Trace): Finding[] {
      const words = wordsFor(trace);
      const queued = atOnce && inLine(trace, partOf(trace, all[0]![0]!));
      const findings = kinds.flatMap((kind, index) => {
        const made = all[index]!.filter((name) => !name.endsWith(INSIDE) || trace.outcomes[name]);
        const [first, ...others] = made.map((name) => ({ name, part: partOf(trace, name) }));
        // Where not even the first call comes to anything there is nothing to keep apart.
        if (index === 0 && !first!.part.outcomes.main?.settled)
          return [{ message: `${first!.name}: it never settled.` }];
        return [first!, ...others].flatMap(({ name, part }) => [
          foreign(name, part, words),
          ...(name === first!.name ? [] : [unlike(name, part, first!.part, words, free)]),
          ...(own?.(part, inputs[kind]!) ?? []).map(
            (finding) => finding && about(name, finding.message, finding.misconception),
          ),
        ]);
      });
      return findings.map((each) => each && (queued ? { ...each, misconception: "sequential-await" } : each));
    },
  };
}

/** Whether some began only when others had ended, though those of the first one began with it. */
function inLine(trace: Trace, first: Trace): boolean {
  const begins = new Set(Object.values(trace.outcomes).map(({ start }) => start.at));
  const ends = new Set(trace.calls.map(({ end }) => end?.at));
  const late = ({ calls }: Trace) => calls.filter(({ start }) => !begins.has(start.at));
  const waited = late(trace);
  return late(first).length === 0 && waited.length > 0 && waited.every(({ start }) => ends.has(start.at));
}

/** The same world, in which the first call of a service calls `first` as well, before it comes back. */
function calling(first: () => void, world: World): World {
  let calls = 0;
  const service: World["service"] = (name, options) => {
    const own = world.service(name, options);
    return (...args) => {
      try {
        return own(...args);
      } finally {
        if (calls++ === 0) first();
      }
    };
  };
  return Object.create(world, { service: { value: service } });
}

/**
 * Two calls made in one turn with all the same came to the same, at the same time, whether that was right or not: none of
 * them was forgotten for the other. Holds where there are not two.
 */
export function wentAlike({ outcomes }: Trace, label: string, other: string): Finding {
  if (!outcomes[label] || !outcomes[other]) return undefined;
  const [a, b] = [settledInWords(outcomes[label]), settledInWords(outcomes[other])];
  return a === b
    ? undefined
    : { message: `of two calls that are alike one ${a}, the other ${b}.`, misconception: MISCONCEPTION };
}

/** Everything in the part that the submission said: its outcomes' values, arguments and notes. */
function said({ outcomes, calls, notes }: Trace): Plain[] {
  return [
    ...Object.values(outcomes).flatMap(({ value }) => (value === undefined ? [] : [value])),
    ...calls.flatMap(({ args }) => args),
    ...notes.map(({ value }) => value),
  ];
}

function foreign(name: string, part: Trace, words: Words): Finding {
  const scopes = said(part).flatMap((value) =>
    Array.from(words(value).matchAll(/«(.+?): /g), ([, scope]) => scope!),
  );
  const other = scopes.find((scope) => scope !== name && !name.startsWith(`${scope}: `));
  return other === undefined ? undefined : about(name, `it got what belongs to another call: ${other}.`);
}

function unlike(name: string, part: Trace, first: Trace, words: Words, free: RegExp): Finding {
  const bare = (text: string) => text.replaceAll(/«.+?: /g, "«");
  const outcome = ({ state, start, settled, value }: Outcome) =>
    [state, settled && settled.at - start.at, bare(words(value))].join();
  for (const [label, before] of Object.entries(first.outcomes)) {
    const now = part.outcomes[label];
    if (now && outcome(now) === outcome(before)) continue;
    const which = label === "main" ? "it" : label;
    return about(name, `${which} ${settledInWords(now)}; alone ${which} ${settledInWords(before)}.`);
  }
  const course = ({ calls, notes }: Trace) =>
    [
      ...calls.map(({ service, start, args }) => ({ what: service, at: start.at, args })),
      ...calls.flatMap(({ service, end, signal }) => {
        // What its signal says after its end is nothing to it any more.
        const aborted = signal?.aborted;
        const during = aborted && aborted.seq < (end?.seq ?? Number.POSITIVE_INFINITY);
        return during ? [{ what: `${service} aborted`, at: aborted.at, args: [] }] : [];
      }),
      ...notes.map((note) => ({ what: note.name, at: note.at, args: [note.value] })),
    ]
      .filter(({ what }) => !free.test(what))
      .map(({ what, at, args }) => `${what} at ${at} ms ${bare(args.map(words).join())}`)
      .sort();
  const [got, want] = [course(part), course(first)];
  const odd = want.find((line, index) => got[index] !== line) ?? got.find((line) => !want.includes(line));
  if (odd === undefined) return undefined;
  return about(name, `it did not make (or abort) the same calls at the same times as the same call alone.`);
}

function about(name: string, message: string, misconception = MISCONCEPTION): Finding {
  return { message: `${name}: ${message}`, misconception };
}
