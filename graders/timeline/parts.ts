// Of a run of several parts, the one that a timeline should show: a picture of all of them shows nothing.
import { isOf, partOf as partOfScope, scopesOf } from "../trace/scope.ts";
import type { Outcome, Trace, Watched } from "../trace/trace.ts";
import { max, min } from "./gaps.ts";
import { sameValue } from "./same.ts";
import { safe } from "./words.ts";

/** What is to be drawn, and if it is only a part, which. */
export interface Part {
  trace: Trace;
  ghost: Trace | undefined;
  headline?: string;
}

/**
 * The part (the world's scope) that `about`, a check's feedback, names; if it names none, the one in which something
 * went unhandled; or else the first one in which `trace` and `ghost` differ; if they do not either, all of the run.
 * Other runs are always shown as a whole.
 */
export function partToShow(trace: Trace, ghost: Trace | undefined, about: string): Part {
  const own = scopesOf(trace);
  const others = ghost ? scopesOf(ghost) : [];
  const labels = [...new Set([...others, ...own])];
  if (labels.length < 2 || own.length === 0) return { trace, ghost };
  const named = firstNamed(own, about);
  const label =
    named ??
    own.find((one) => hasStrays(partOf(trace, one, own))) ??
    own.find((one) => ghost && differ(partOf(trace, one, own), partOf(ghost, one, others)));
  if (label === undefined) return { trace: withoutMain(trace), ghost: ghost && withoutMain(ghost) };
  const headline = `part ${labels.indexOf(label) + 1} of ${labels.length}: ${safe(label, 80)}`;
  return { trace: partOf(trace, label, own), ghost: ghost && partOf(ghost, label, others), headline };
}

function hasStrays({ floating, uncaught }: Trace): boolean {
  return floating.length > 0 || uncaught !== undefined;
}

/** What is said is about the label that comes first, though it may compare that with another. One may begin another. */
function firstNamed(labels: string[], about: string): string | undefined {
  const found = labels.map((label) => ({ label, at: about.indexOf(label) })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at || b.label.length - a.label.length)[0]?.label;
}

/** Main only waits for the parts' time to pass. */
function withoutMain(trace: Trace): Trace {
  const { main: _, ...outcomes } = trace.outcomes;
  return { ...trace, outcomes };
}

/** A scope's part, without what is others', as far as the trace tells; or else by its time, to the next one's start. */
function partOf(trace: Trace, label: string, scopes: string[]): Trace {
  const part = partOfScope(trace, label);
  const start = trace.outcomes[label]?.start.at ?? 0;
  const starts = scopes.flatMap((other) => trace.outcomes[other]?.start.at ?? []);
  const later = starts.filter((at) => at > start);
  const next = later.length > 0 ? min(later) - start : Number.POSITIVE_INFINITY;
  const ends = [
    ...part.calls.map(({ end }) => end?.at ?? 0),
    ...Object.values(part.outcomes).map(({ settled }) => settled?.at ?? 0),
  ];
  const last = max(ends);
  const within = (at: number) => at >= 0 && (at <= last || at < next);
  const own = (one: Watched, at: number) => isOf(one, label) ?? within(at);
  // What was left when all the run had settled says nothing of a part.
  const { left: _, uncaught, ...rest } = part;
  return {
    ...rest,
    floating: part.floating.filter((one) => own(one, one.at)),
    ...(uncaught && own(uncaught, uncaught.at) && { uncaught }),
    timersMade: part.timersMade.filter((one) => own(one, one.madeAt)),
    blocked: part.blocked.filter((stretch) => within(stretch.from) && stretch.from <= last),
  };
}

function differ(trace: Trace, ghost: Trace): boolean {
  const labels = new Set([...Object.keys(trace.outcomes), ...Object.keys(ghost.outcomes)]);
  return (
    [...labels].some((label) => outcomesDiffer(trace.outcomes[label], ghost.outcomes[label])) ||
    courseOf(trace) !== courseOf(ghost)
  );
}

function outcomesDiffer(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (!a || !b) return a !== b;
  return a.state !== b.state || a.settled?.at !== b.settled?.at || !sameValue(a.value, b.value);
}

function courseOf({ calls, floating, notes, aborts = [] }: Trace): string {
  return [
    ...calls.map(({ service, start, end, how, signal }) =>
      [service, start.at, end?.at, how, signal?.aborted?.at].join(),
    ),
    ...notes.map(({ name, at, value }) => [name, at, JSON.stringify(value)].join()),
    ...aborts.map(({ name, at }) => [name, at].join()),
    floating.length,
  ].join(";");
}
