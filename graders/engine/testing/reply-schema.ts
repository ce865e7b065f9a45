// The form of the replies in the words of a library for schemas: what reply-form.ts is compared with.
import * as v from "valibot";
import type { Plain } from "../../trace/plain.ts";

const text = v.string();
const time = v.pipe(v.number(), v.finite());
const ref = v.optional(text);
const position = v.strictObject({ line: time, column: time });
const moment = { at: time, seq: time, where: v.optional(position) };

const plain: v.GenericSchema<Plain> = v.lazy((value) =>
  typeof value === "object" && value !== null ? node : v.union([v.null(), v.boolean(), v.number(), text]),
);
const plains = v.array(plain);
const pairs = v.array(v.strictTuple([text, plain]));

const node: v.GenericSchema<any> = v.variant("t", [
  v.strictObject({ t: v.picklist(["undefined", "promise", "proxy", "accessor", "hole", "circular", "cut"]) }),
  v.strictObject({ t: v.literal("number"), v: v.picklist(["NaN", "Infinity", "-Infinity", "-0"]) }),
  v.strictObject({ t: v.picklist(["bigint", "symbol"]), v: text }),
  v.strictObject({ t: v.literal("function"), v: text, ref }),
  v.strictObject({ t: v.literal("array"), items: plains, ref }),
  v.strictObject({ t: v.literal("object"), kind: ref, props: pairs, ref }),
  v.strictObject({
    t: v.literal("error"),
    name: text,
    kind: ref,
    message: text,
    cause: v.optional(plain),
    errors: v.optional(plains),
    props: pairs,
    ref,
    where: v.optional(v.array(position)),
  }),
  v.strictObject({ t: v.literal("signal"), aborted: v.boolean(), ref }),
  v.strictObject({ t: v.literal("map"), entries: v.array(v.strictTuple([plain, plain])), ref }),
  v.strictObject({ t: v.literal("set"), items: plains, ref }),
  v.strictObject({ t: v.literal("date"), v: time, ref }),
]);

const settledMoment = v.optional(v.strictObject(moment));
const call = v.strictObject({
  id: text,
  service: text,
  index: time,
  args: plains,
  start: v.strictObject(moment),
  end: settledMoment,
  how: v.optional(v.picklist(["fulfilled", "rejected", "threw"])),
  value: v.optional(plain),
  signal: v.optional(v.strictObject({ ref, aborted: settledMoment })),
  on: v.picklist(["async", "loop", "thread"]),
  thread: v.optional(time),
  within: ref,
  number: v.optional(time),
});
const outcome = v.strictObject({
  label: text,
  start: v.strictObject(moment),
  state: v.picklist(["pending", "fulfilled", "rejected", "threw", "returned"]),
  settled: settledMoment,
  value: v.optional(plain),
});
const stray = v.strictObject({ ...moment, reason: plain, watched: ref });
const timer = v.strictObject({
  kind: v.picklist(["timeout", "interval", "immediate", "AbortSignal.timeout"]),
  ms: time,
  madeAt: time,
  dueAt: time,
  fired: v.optional(v.array(time)),
  cleared: v.optional(time),
  watched: ref,
  where: v.optional(position),
});
const task = { ...moment, task: time };
const step = v.variant("kind", [
  v.strictObject({
    ...moment,
    kind: v.literal("turn"),
    owner: v.picklist(["student", "world", "scenario", "daemon"]),
    timer: v.optional(time),
  }),
  v.strictObject({
    ...task,
    kind: v.literal("call"),
    name: text,
    by: v.optional(time),
    main: v.optional(v.boolean()),
  }),
  v.strictObject({ ...task, kind: v.picklist(["await", "resume"]) }),
  v.strictObject({ ...moment, kind: v.literal("react") }),
  v.strictObject({ ...moment, kind: v.picklist(["set", "clear"]), timer: time }),
  v.strictObject({ ...task, kind: v.literal("settle"), how: v.picklist(["fulfilled", "rejected"]) }),
]);

const place = v.strictObject({ file: v.optional(text), line: time, column: time });

const trace = v.strictObject({
  end: v.picklist(["quiet", "never-settles", "virtual-time-limit", "step-limit", "output-limit", "crashed"]),
  endedAt: time,
  outcomes: v.record(text, outcome),
  calls: v.array(call),
  notes: v.array(v.strictObject({ ...moment, name: text, value: plain, given: v.optional(v.boolean()) })),
  aborts: v.optional(v.array(v.strictObject({ ...moment, name: text }))),
  console: v.array(v.strictObject({ ...moment, level: text, text })),
  floating: v.array(stray),
  uncaught: v.optional(stray),
  left: v.optional(v.strictObject({ timers: v.array(timer), listeners: v.record(text, time) })),
  timersMade: v.array(timer),
  blocked: v.array(v.strictObject({ from: time, to: time, by: text, turn: v.optional(time) })),
  beats: v.array(v.strictObject({ ...moment, name: text, due: time })),
  made: v.record(text, plain),
  input: v.optional(plain),
  steps: v.optional(v.array(step)),
  uses: v.optional(v.array(v.strictObject({ word: text, line: text, where: place }))),
  seed: time,
});

const id = v.optional(text);
const reply: v.GenericSchema<any> = v.variant("kind", [
  v.strictObject({ id, kind: v.picklist(["ready", "full"]) }),
  v.strictObject({ id, kind: v.literal("probed"), escapes: v.array(text) }),
  v.strictObject({ id, kind: v.literal("trace"), trace }),
  v.strictObject({ id, kind: v.literal("missing"), name: text, found: ref }),
  v.strictObject({
    id,
    kind: v.literal("status"),
    status: v.strictObject({ phase: v.picklist(["import", "scenario", "timer"]), at: time }),
  }),
  v.strictObject({ id, kind: v.literal("fault"), message: text }),
]);

export const isReply = (value: unknown) => v.is(reply, value);
