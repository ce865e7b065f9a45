// The inverse of `world.scope(name)`: that scope's part of a trace, as if it had been all of the run.
import { type Moment, outcomeOf, type Trace, type Watched } from "./trace.ts";

/** The labels of outcomes in whose scopes something was traced, in the order in which they began. */
export function scopesOf({ calls, notes, made, outcomes, beats }: Trace): string[] {
  const names = [...calls.map(({ service }) => service), ...[...notes, ...beats].map(({ name }) => name)];
  const all = [...names, ...Object.keys(made), ...Object.keys(outcomes)];
  return Object.keys(outcomes).filter((label) => all.some((name) => name.startsWith(`${label}: `)));
}

/** Whether this was made in the course of what was watched under `name`, or in that scope; undefined: it does not say. */
export function isOf({ watched }: Watched, name: string): boolean | undefined {
  return watched === undefined ? undefined : watched === name || watched.startsWith(`${name}: `);
}

/** In which scope it happened, if in any, and when in that one's time (virtual ms), or else in the run's. */
export function whereIn(trace: Trace, moment: Moment & Watched): { scope?: string; at: number } {
  const scope = scopesOf(trace).find((name) => isOf(moment, name));
  return scope === undefined
    ? { at: moment.at }
    : { scope, at: moment.at - (trace.outcomes[scope]?.start.at ?? 0) };
}

/**
 * What was traced in the world's scope of this name, without the name and in its own time: its outcome, watched under
 * the scope's name, is `main`. What cannot be told apart (timers, the console, what floats) is the whole run's.
 */
export function partOf(trace: Trace, name: string): Trace {
  const own = outcomeOf(trace, name);
  const from = Number.isFinite(own.start.seq) ? own.start.at : 0;
  const lead = `${name}: `;
  const such = (what: string) => what.startsWith(lead);
  const bare = (what: string) => what.slice(lead.length);
  const moved = <M extends { at: number }>(moment: M): M => ({ ...moment, at: moment.at - from });
  const span = <S extends { start: { at: number; seq: number } }>(
    all: S & { end?: any; settled?: any },
  ): S => ({
    ...all,
    start: moved(all.start),
    ...(all.end && { end: moved(all.end) }),
    ...(all.settled && { settled: moved(all.settled) }),
  });
  const named = <T>(record: Record<string, T>): [string, T][] =>
    Object.entries(record).flatMap(([what, value]): [string, T][] =>
      such(what) ? [[bare(what), value]] : [],
    );
  return {
    ...trace,
    endedAt: trace.endedAt - from,
    outcomes: Object.fromEntries([
      ["main", { ...span(own), label: "main" }],
      ...named(trace.outcomes).map(([label, outcome]) => [label, { ...span(outcome), label }]),
    ]),
    calls: trace.calls
      .filter(({ service }) => such(service))
      .map((call) => ({
        ...span(call),
        id: bare(call.id),
        service: bare(call.service),
        ...(call.within !== undefined && { within: bare(call.within) }),
        ...(call.signal?.aborted && { signal: { ...call.signal, aborted: moved(call.signal.aborted) } }),
      })),
    notes: trace.notes
      .filter((note) => such(note.name))
      .map((note) => ({ ...moved(note), name: bare(note.name) })),
    ...(trace.aborts && {
      aborts: trace.aborts
        .filter((abort) => such(abort.name))
        .map((abort) => ({ ...moved(abort), name: bare(abort.name) })),
    }),
    floating: trace.floating.map(moved),
    ...(trace.uncaught && { uncaught: moved(trace.uncaught) }),
    blocked: trace.blocked.map((each) => ({ ...each, from: each.from - from, to: each.to - from })),
    beats: trace.beats
      .filter((beat) => such(beat.name))
      .map((beat) => ({ ...moved(beat), due: beat.due - from, name: bare(beat.name) })),
    timersMade: trace.timersMade.map((timer) => ({
      ...timer,
      madeAt: timer.madeAt - from,
      dueAt: timer.dueAt - from,
      ...(timer.fired && { fired: timer.fired.map((at) => at - from) }),
      ...(timer.cleared !== undefined && { cleared: timer.cleared - from }),
    })),
    ...(trace.left && {
      left: { ...trace.left, listeners: Object.fromEntries(named(trace.left.listeners)) },
    }),
    made: Object.fromEntries(named(trace.made)),
  };
}
