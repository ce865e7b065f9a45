// Of a run of many episodes, the one that a timeline should show: a picture of all of them shows nothing.
import { EPISODE_MS } from "../kit/episodes.ts";
import { partOf as partOfScope } from "../kit/scope.ts";
import { equal, isNode, type Plain } from "../trace/plain.ts";
import type { Outcome, Trace } from "../trace/trace.ts";
import { safe } from "./words.ts";

/** What is to be drawn, and if it is only a part, which. */
export interface Part {
  trace: Trace;
  ghost: Trace | undefined;
  headline?: string;
}

/**
 * The episode that `about` (a check's feedback) names; if it names none, the first one in which `trace` and `ghost`
 * differ; if they do not either, all of the run. Other runs are always shown as a whole.
 */
export function partToShow(trace: Trace, ghost: Trace | undefined, about: string): Part {
  const labels = episodesOf(trace);
  if (labels.length < 2) return { trace, ghost };
  const named = labels.filter((label) => about.includes(label)).sort((a, b) => b.length - a.length)[0];
  const label = named ?? labels.find((one) => ghost && differ(partOf(trace, one), partOf(ghost, one)));
  if (label === undefined) return { trace: withoutMain(trace), ghost: ghost && withoutMain(ghost) };
  const count = Math.max(labels.length, ghost ? episodesOf(ghost).length : 0);
  const headline = `part ${labels.indexOf(label) + 1} of ${count}: ${safe(label, 80)}`;
  return { trace: partOf(trace, label), ghost: ghost && partOf(ghost, label), headline };
}

/** The labels of a run's parts in order, if it has any: the world's scopes, or episodes. */
function episodesOf(trace: Trace): string[] {
  const { outcomes } = trace;
  const scopes = Object.keys(outcomes).filter((label) => isScope(trace, label));
  if (scopes.length > 0) return scopes;
  const watched = Object.entries(outcomes).filter(([label]) => label !== "main");
  const inTurn = watched.every(([, { start }], index) => start.at === index * EPISODE_MS);
  return inTurn ? watched.map(([label]) => label) : [];
}

function isScope({ calls, notes, made, outcomes }: Trace, label: string): boolean {
  const names = [...calls.map(({ service }) => service), ...notes.map(({ name }) => name)];
  return [...names, ...Object.keys(made), ...Object.keys(outcomes)].some((name) =>
    name.startsWith(`${label}: `),
  );
}

/** Main only waits for the episodes' time to pass. */
function withoutMain(trace: Trace): Trace {
  const { main: _, ...outcomes } = trace.outcomes;
  return { ...trace, outcomes };
}

function partOf(trace: Trace, label: string): Trace {
  if (isScope(trace, label)) return withinItsTime(partOfScope(trace, label));
  const outcome = trace.outcomes[label];
  const from = outcome?.start.at ?? Infinity;
  const within = ({ at }: { at: number }) => at >= from && at < from + EPISODE_MS;
  return {
    ...trace,
    outcomes: outcome ? { main: outcome } : {},
    calls: trace.calls.filter(({ start }) => within(start)),
    floating: trace.floating.filter(within),
    blocked: trace.blocked.filter((stretch) => within({ at: stretch.from })),
    beats: trace.beats.filter((beat) => within({ at: beat.due })),
    ...(trace.left && {
      left: { ...trace.left, timers: trace.left.timers.filter(({ madeAt }) => within({ at: madeAt })) },
    }),
  };
}

/** Without what a scope cannot tell from others' and that was before it began or after it was over. */
function withinItsTime(part: Trace): Trace {
  const ends = [
    ...part.calls.map(({ end }) => end?.at ?? 0),
    ...Object.values(part.outcomes).map((one) => one.settled?.at ?? 0),
  ];
  const to = Math.max(...ends);
  const within = ({ at }: { at: number }) => at >= 0 && at <= to;
  const { left: _, ...rest } = part;
  return {
    ...rest,
    floating: part.floating.filter(within),
    blocked: part.blocked.filter((stretch) => within({ at: stretch.from })),
  };
}

function differ(trace: Trace, ghost: Trace): boolean {
  const [a, b] = [trace.outcomes.main, ghost.outcomes.main];
  if (!a || !b) return a !== b;
  return (
    a.state !== b.state || a.settled?.at !== b.settled?.at || !sameValue(a, b) || callsDiffer(trace, ghost)
  );
}

/** Errors are free to word their messages, and some values equal nothing. */
function sameValue(a: Outcome, b: Outcome): boolean {
  return nameOf(a.value) === nameOf(b.value) && (isOpaque(a.value) || equal(a.value!, b.value!));
}

function nameOf(value: Plain | undefined): string | undefined {
  return value !== undefined && isNode(value) && value.t === "error" ? value.name : undefined;
}

function isOpaque(value: Plain | undefined): boolean {
  return value === undefined || (isNode(value) && !["array", "undefined", "number"].includes(value.t));
}

function callsDiffer(trace: Trace, ghost: Trace): boolean {
  const [a, b] = [trace, ghost].map(({ calls, floating, left }) => {
    const shapes = calls.map(({ service, start, end, how, signal }) =>
      [service, start.at, end?.at, how, signal?.aborted?.at].join(),
    );
    return [...shapes, floating.length, left?.timers.length].join(";");
  });
  return a !== b;
}
