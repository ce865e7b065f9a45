// The form of the child's replies: whatever comes out of the sandbox is checked before anything relies on it.
import type { Trace } from "../../trace/trace.ts";
import { type Form, flag, list, object, oneOf, pair, record, text, time, variant } from "./form.ts";
import type { Reply } from "./protocol.ts";

const at = { at: time, seq: time };
const position = object({ line: time, column: time });
/** Of a run that was watched closely. */
const where = { where: position };
const moment = object(at, where);

const plain: Form = (value) =>
  value === null ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" ? !Number.isNaN(value) : node(value));
const plains = list(plain);
const props = list(pair(text, plain));
const ref = { ref: text };
const t = text;

const bare = object({ t });
const named = object({ t, v: text });
const node: Form = variant("t", {
  ...Object.fromEntries(
    ["undefined", "promise", "proxy", "accessor", "hole", "circular", "cut"].map((kind) => [kind, bare]),
  ),
  number: object({ t, v: oneOf("NaN", "Infinity", "-Infinity", "-0") }),
  bigint: named,
  symbol: named,
  function: object({ t, v: text }, ref),
  array: object({ t, items: plains }, ref),
  object: object({ t, props }, { kind: text, ...ref }),
  error: object(
    { t, name: text, message: text, props },
    { kind: text, cause: plain, errors: plains, suppressed: plain, where: list(position), ...ref },
  ),
  signal: object({ t, aborted: flag }, ref),
  map: object({ t, entries: list(pair(plain, plain)) }, ref),
  set: object({ t, items: plains }, ref),
  date: object({ t, v: time }, ref),
});

const call = object(
  {
    id: text,
    service: text,
    index: time,
    args: plains,
    start: moment,
    on: oneOf("async", "loop", "thread"),
  },
  {
    end: moment,
    how: oneOf("fulfilled", "rejected", "threw"),
    value: plain,
    signal: object({}, { ...ref, aborted: moment }),
    thread: time,
    within: text,
    number: time,
  },
);
const outcome = object(
  {
    label: text,
    start: moment,
    state: oneOf("pending", "fulfilled", "rejected", "threw", "returned"),
  },
  { settled: moment, value: plain },
);
const watched = { watched: text };
const stray = object({ ...at, reason: plain }, { ...watched, ...where });
const timers = list(
  object(
    {
      kind: oneOf("timeout", "interval", "immediate", "AbortSignal.timeout"),
      ms: time,
      madeAt: time,
      dueAt: time,
    },
    { fired: list(time), cleared: time, ...watched, ...where },
  ),
);
const task = { ...at, kind: text, task: time };
const step = variant("kind", {
  turn: object(
    { ...at, kind: text, owner: oneOf("student", "world", "scenario", "record", "daemon") },
    { timer: time, ...where },
  ),
  call: object({ ...task, name: text }, { by: time, main: flag, ...where }),
  await: object(task, where),
  resume: object(task, where),
  react: object({ ...at, kind: text }, where),
  set: object({ ...at, kind: text, timer: time }, where),
  clear: object({ ...at, kind: text, timer: time }, where),
  settle: object({ ...task, how: oneOf("fulfilled", "rejected") }, where),
});

const trace = object(
  {
    end: oneOf("quiet", "never-settles", "virtual-time-limit", "step-limit", "output-limit", "crashed"),
    endedAt: time,
    outcomes: record(outcome),
    calls: list(call),
    notes: list(object({ ...at, name: text, value: plain }, { given: flag, ...where })),
    console: list(object({ ...at, level: text, text }, where)),
    floating: list(stray),
    timersMade: timers,
    blocked: list(object({ from: time, to: time, by: text }, { turn: time })),
    beats: list(object({ ...at, name: text, due: time }, where)),
    made: record(plain),
    seed: time,
  },
  {
    aborts: list(object({ ...at, name: text }, where)),
    steps: list(step),
    uncaught: stray,
    left: object({ timers, listeners: record(time) }),
    input: plain,
    uses: list(
      object({ word: text, line: text, where: object({ line: time, column: time }, { file: text }) }),
    ),
    choices: list(object({ at: time, of: time, took: time }, { gap: object({ seq: time }) })),
  },
);

const id = { id: text };
const kind = text;
const reply = variant("kind", {
  ready: object({ kind }, id),
  full: object({ kind }, id),
  probed: object({ kind, escapes: list(text) }, id),
  trace: object({ kind, trace }, id),
  missing: object({ kind, name: text }, { found: text, ...id }),
  status: object({ kind, status: object({ phase: oneOf("import", "scenario", "timer"), at: time }) }, id),
  fault: object({ kind, message: text }, id),
});

/** The reply that a line holds, or `undefined` if it holds none in the right form. */
export function parseReply(line: string): Reply | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return reply(value) ? (value as Reply) : undefined;
  } catch {
    // No JSON, or nested too deeply.
    return undefined;
  }
}

/** Whether it is a trace in the right form, wherever it comes from. Never throws. */
export function isTrace(value: unknown): value is Trace {
  try {
    return trace(value);
  } catch {
    return false;
  }
}
