// Places in a trace told in the program's own files.
import type { Position } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";

/**
 * A copy of a run's trace in which every `where` is what `place` makes of it, and left out where that is undefined: it was no
 * place in the program's files.
 */
export function inSource(trace: Trace, place: (position: Position) => Position | undefined): Trace {
  return mapped(trace, place) as Trace;
}

function mapped(value: unknown, place: (position: Position) => Position | undefined): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, place));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    if (key !== "where") return [[key, mapped(each, place)]];
    const found = Array.isArray(each) ? each.flatMap((one) => place(one) ?? []) : place(each as Position);
    return found ? [[key, found]] : [];
  });
  return Object.fromEntries(entries);
}
