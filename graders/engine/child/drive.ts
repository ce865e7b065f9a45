// Drives one run: fires one timer at a time, lets the microtasks run out between them, and knows how a run ends.
import type { Check } from "../../kit/grader.ts";
import type { RunEnd } from "../../kit/trace.ts";
import type { VirtualClock } from "../../kit/world/clock.ts";
import type { Platform } from "../../kit/world/globals.ts";
import type { Recorder } from "../../kit/world/recorder.ts";
import type { DrivenWorld } from "../../kit/world/world.ts";
import type { Status } from "../protocol.ts";

export interface DriveOptions {
  clock: VirtualClock;
  recorder: Recorder;
  platform: Platform;
  driven: DrivenWorld;
  check: Check;
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

export async function drive(options: DriveOptions): Promise<void> {
  const { clock, recorder, report, missing } = options;
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
    fire(options);
  }
  if (!recorder.trace.left && !recorder.pending) noteLeft(options);
  recorder.trace.end = end!;
  recorder.trace.endedAt = clock.now;
}

/** As in Node, what a callback throws ends the program; the scenario's own callbacks call student code as well. */
function fire({ clock, recorder }: DriveOptions): void {
  try {
    clock.fireNext();
  } catch (error) {
    recorder.crash(error);
  }
}

function endOf(
  { clock, recorder, check }: DriveOptions,
  step: number,
  settled: { at: number; step: number } | undefined,
): RunEnd | undefined {
  const world = clock.pending("world");
  const student = clock.pending("student");
  if (world + student === 0) return recorder.pending ? "never-settles" : "quiet";
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
