// Drives one run: fires one timer at a time, lets the microtasks run out between them, and knows how a run ends.
import type { Check } from "../../../kit/grader.ts";
import type { Choice, RunEnd } from "../../../trace/trace.ts";
import { type Chooser, chooser, explorer } from "../../../world/choices.ts";
import type { TimerHandle, VirtualClock } from "../../../world/clock.ts";
import type { Platform } from "../../../world/platform/globals.ts";
import type { Recorder } from "../../../world/stage/recorder.ts";
import type { DrivenWorld } from "../../../world/stage/world.ts";
import type { Status } from "../protocol.ts";

export interface DriveOptions {
  clock: VirtualClock;
  recorder: Recorder;
  platform: Platform;
  driven: DrivenWorld;
  check: Check;
  /** See `chooser`; if not given, nothing is chosen. */
  order: number[] | undefined;
  /** See `explorer`; if not given, nothing is explored. */
  gaps: number | undefined;
  report: (status: Status) => void;
  missing: () => boolean;
}

const VIRTUAL_LIMIT = 600_000;
const STEP_LIMIT = 20_000;
/** After everything has settled the run goes on, so that late failures show; a timer that re-arms for ever must not. */
const LINGER_MS = 60_000;
const LINGER_STEPS = 500;
/** Each status costs a system call: those of the first timers tell where an early endless loop is. */
const STATUS_LIMIT = 100;

const realSetImmediate = setImmediate;

/** Two turns of the real event loop: after them all microtasks have run and unhandled rejections are known. */
function turn(): Promise<void> {
  return new Promise((resolve) => realSetImmediate(() => realSetImmediate(resolve)));
}

/** Acts as a timer's callback does on Node: what it queues for the next tick comes before any promise's callback. */
function inATurn(act: () => void | Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    realSetImmediate(() => resolve(act()));
  });
}

export async function drive(options: DriveOptions): Promise<void> {
  const { clock, recorder, report, missing } = options;
  const choose = chooserOf(options);
  let settledAt: { at: number; step: number } | undefined;
  let end: RunEnd | undefined;
  for (let step = 0; end === undefined; step++) {
    await turn();
    const next = clock.nextDue();
    const instantIsOver = next === undefined || next > clock.now;
    if (!recorder.pending && instantIsOver && !recorder.trace.left) noteLeft(options);
    if (!recorder.pending) settledAt ??= { at: clock.now, step };
    else settledAt = undefined;
    end = recorder.over ?? (missing() ? "quiet" : endOf(options, step, settledAt));
    if (end !== undefined) break;
    if (step < STATUS_LIMIT) report({ phase: "timer", at: Math.max(clock.now, next!) });
    await inATurn(() => goOn(options, choose));
  }
  if (!recorder.trace.left && !recorder.pending) noteLeft(options);
  options.platform.flush();
  recorder.trace.end = end!;
  recorder.trace.endedAt = clock.now;
}

function chooserOf({ clock, recorder, order, gaps }: DriveOptions): Chooser | undefined {
  if (!order) return undefined;
  const choices: Choice[] = [];
  recorder.trace.choices = choices;
  const made = (choice: Choice) => {
    if (recorder.room()) choices.push(choice);
  };
  if (gaps === undefined) return chooser(clock, order, made);
  return explorer(clock, order, { gaps, made, seq: () => recorder.last });
}

/** Fires the next timer, and what comes in the same turn. */
function goOn({ clock, recorder }: DriveOptions, choose?: Chooser): void | Promise<void> {
  const first = choose?.next();
  fire(recorder, () => (first ? clock.fire(first) : clock.fireNext()));
  return first && choose?.joined ? withJoined(clock, recorder, choose, first) : undefined;
}

async function withJoined(
  clock: VirtualClock,
  recorder: Recorder,
  choose: Chooser,
  first: TimerHandle,
): Promise<void> {
  for (let before = first; recorder.over === undefined; ) {
    const joined = choose.joined!(before);
    if (!joined) return;
    for (let left = joined.microtasks; left > 0; left--) await undefined;
    before = joined.timer;
    if (before.live) fire(recorder, () => clock.fire(before, { sameTurn: true }));
  }
}

/** As in Node, what a callback throws ends the program; the scenario's own callbacks call student code as well. */
function fire(recorder: Recorder, act: () => void): void {
  try {
    act();
  } catch (error) {
    recorder.crash(error);
  }
}

/**
 * Drives what a program does while it is loaded, where it has `await` outside of functions. Gives what it exports, or
 * undefined if it failed or never ended, which the recorder then knows.
 */
export async function driveLoading(
  loading: Promise<object>,
  { clock, recorder }: Pick<DriveOptions, "clock" | "recorder">,
): Promise<object | undefined> {
  let exports: object | undefined;
  loading.then(
    (value) => {
      exports = value;
    },
    (error) => recorder.crash(error),
  );
  for (let step = 0; ; step++) {
    await turn();
    if (exports || recorder.over) break;
    const due = clock.nextDue();
    if (due === undefined || due > VIRTUAL_LIMIT || step >= STEP_LIMIT) {
      recorder.crash(
        new Error("The file never ends loading: an `await` outside of its functions waits for ever"),
      );
      break;
    }
    await inATurn(() => fire(recorder, () => clock.fireNext()));
  }
  clock.startOver();
  return recorder.over ? undefined : exports;
}

function endOf(
  { clock, recorder, check }: DriveOptions,
  step: number,
  settled: { at: number; step: number } | undefined,
): RunEnd | undefined {
  const world = clock.pending("world") + clock.pending("scenario") + clock.pending("record");
  const student = clock.pending("student");
  if (world + student === 0) return recorder.pending ? "never-settles" : "quiet";
  // As on Node a program goes on for as long as there is something to come.
  if (check.itself) settled = undefined;
  if (settled && world === 0) {
    if (clock.now - settled.at > LINGER_MS || step - settled.step > LINGER_STEPS) return "quiet";
  }
  if (clock.nextDue()! > (check.virtualLimit ?? VIRTUAL_LIMIT))
    return settled ? "quiet" : "virtual-time-limit";
  if (step >= (check.stepLimit ?? STEP_LIMIT)) return settled ? "quiet" : "step-limit";
  return undefined;
}

function noteLeft({ recorder, platform, driven }: DriveOptions): void {
  recorder.trace.left = { timers: platform.studentTimers(), listeners: driven.listeners() };
}
