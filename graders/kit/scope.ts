// The inverse of `world.scope(name)`: that scope's part of a trace, as if it had been all of the run.
import { outcomeOf, type Trace } from "../trace/trace.ts";

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
        ...(call.signal?.aborted && { signal: { ...call.signal, aborted: moved(call.signal.aborted) } }),
      })),
    notes: trace.notes
      .filter((note) => such(note.name))
      .map((note) => ({ ...moved(note), name: bare(note.name) })),
    floating: trace.floating.map(moved),
    blocked: trace.blocked.map((each) => ({ ...each, from: each.from - from, to: each.to - from })),
    beats: trace.beats
      .filter((beat) => such(beat.name))
      .map((beat) => ({ ...moved(beat), due: beat.due - from, name: bare(beat.name) })),
    timersMade: trace.timersMade.map((timer) => ({
      ...timer,
      madeAt: timer.madeAt - from,
      dueAt: timer.dueAt - from,
    })),
    ...(trace.left && {
      left: { ...trace.left, listeners: Object.fromEntries(named(trace.left.listeners)) },
    }),
    made: Object.fromEntries(named(trace.made)),
  };
}
