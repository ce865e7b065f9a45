// Mistakes of the blue belt, 21–25: inside the loop, and structure.
import type { Misconception } from "./misconception.ts";

export const blue: Record<string, Misconception> = {
  "microtasks-after-timers": {
    title: "A timer in front of the microtasks",
    explanation:
      "A timer ran while microtasks were still waiting. Microtasks are what is to happen next, and a timer is for later, even one of 0 ms.",
    advice:
      "Run all microtasks before the first timer, after each timer, and first of all when `run()` is called again.",
    course: "P3: the event loop",
  },
  "one-microtask-a-turn": {
    title: "Not all of the microtasks",
    explanation:
      "A timer had its turn when only some of the microtasks had run: one, or those that had been waiting at first. What a microtask queues comes before the next timer, too.",
    advice: "Go on until the queue is empty, and only then take a timer.",
    course: "P3: the event loop",
  },
  "microtasks-reversed": {
    title: "The last microtask first",
    explanation:
      "Microtasks ran before others that had been queued earlier. `push` with `pop` makes a stack.",
    advice: "A queue takes from the other end: `push` with `shift`.",
    course: "P3: the event loop",
  },
  "row-per-instant": {
    title: "Timers in a row, without the microtasks between them",
    explanation:
      "Several timers were due at the same time and ran one right after the other, and what they had queued came only then. Each timer has its microtasks right behind it.",
    advice: "Take one timer, run all microtasks, and look for the next timer only after that.",
    course: "P3: the event loop",
  },
  "creation-order": {
    title: "Timers in another order than that of their due times",
    explanation:
      "A timer ran before one that was due earlier. The order in which timers are set says nothing of when they are due, and callbacks set new ones while you work.",
    advice: "Look each time for the one that is due first, or keep the list sorted whenever one is added.",
    course: "P3: the event loop",
  },
  "delay-is-not-due": {
    title: "A delay taken for a time",
    explanation:
      "Your timers are ordered by their `ms` alone, as if all had been set at 0. `ms` counts from the moment of the call.",
    advice: "Keep when the timer is due: `this.now + ms`.",
    course: "P3: the event loop",
  },
  "unstable-order": {
    title: "Timers that are due together change places",
    explanation:
      "Of two timers that were due at the same time the one that was set later ran first. A heap does not keep the order of equals, and neither does an insertion before equals or a comparison with `<=`.",
    advice: "Compare the due times, and if they are the same the ids.",
    course: "P3: the event loop",
  },
  "clock-not-advanced": {
    title: "A clock that does not show the timer's time",
    explanation:
      "While a timer ran, `now` was not the time at which it was due. Nothing waits here: the clock jumps.",
    advice: "Set `now` to the timer's due time (not by its delay) before you call its function.",
    course: "P3: the event loop",
  },
  "clock-starts-over": {
    title: "A clock that begins anew",
    explanation:
      "Another `run()` set `now` back to 0, though timers had been set at a later time. Time goes on from where it was.",
    advice: "Set `now` to 0 once, when the loop is made.",
    course: "P3: the event loop",
  },
  "clock-goes-back": {
    title: "A timer in the past",
    explanation:
      "A timer of less than 0 ms came before what was due already, or set the clock back. Nothing can be due before now.",
    advice: "Count what is below 0 as 0: `Math.max(0, ms)`.",
    course: "P3: the event loop",
  },
  "zero-is-one": {
    title: "No wait made into 1 ms",
    explanation: "A timer of 0 ms was due a millisecond later. Node does that, and this loop does not.",
    advice: "Let it be due at `now`, behind what is due already.",
    course: "P3: the event loop",
  },
  "cleared-still-runs": {
    title: "A timer that runs after it was cleared",
    explanation:
      "A timer had been cleared, and ran all the same. Perhaps nothing was found to remove, or it had been put aside already, with others that were due.",
    advice: "Take it out by its id, and take timers one at a time: any callback may clear the next one.",
    course: "P3: the event loop",
  },
  "cleared-moves-clock": {
    title: "Waiting for a timer that was cleared",
    explanation:
      "A cleared timer did not run, but the clock went on to its time. Nobody waits for it any more.",
    advice: "Remove it, or skip it before you set `now`.",
    course: "P3: the event loop",
  },
  "clears-another": {
    title: "The wrong timer cleared",
    explanation:
      "A timer that nobody had cleared never ran: clearing an id that is not there any more removed another one. `indexOf` says -1 then, and `splice(-1, 1)` takes the last; and an id that is an index, or is given twice, soon belongs to somebody else.",
    advice: "Count ids upwards, and remove only what you found.",
    course: "P3: the event loop",
  },
  "throw-loses-rest": {
    title: "A throw that takes the others with it",
    explanation:
      "A callback threw, and something that was waiting never ran. What had been taken out of its list to be worked off was lost, or a flag still says that the loop is running.",
    advice: "Take callbacks out one at a time, and undo in a `finally` what must not stay.",
    course: "P3: the event loop",
  },
  "throw-swallowed": {
    title: "A throw that `run()` does not pass on",
    explanation:
      "A callback threw, and whoever called `run()` heard nothing of it, or others ran first. A `catch` hides the mistake from those who could do something about it.",
    advice: "Let the error pass: without any `catch` it leaves `run()` by itself.",
    course: "P3: the event loop",
  },
  "throws-at-the-end": {
    title: "A throw that comes out too late",
    explanation:
      "A callback threw, and the others ran before `run()` threw as well. The error should come out at once, at the place where it happened.",
    advice: "Let it pass; the others are there for the next `run()`.",
    course: "P3: the event loop",
  },
  "thrower-runs-again": {
    title: "The callback that threw runs once more",
    explanation:
      "The next `run()` began with the callback that had thrown. It was still in its list, since it is removed only after it has run.",
    advice: "Take a callback out first, then call it.",
    course: "P3: the event loop",
  },
  "runs-outside-run": {
    title: "A callback that runs outside of run()",
    explanation:
      "A callback ran before `run()` was called, or after it was over. The platform's own `setTimeout`, `queueMicrotask` and promises call it when they like.",
    advice: "Only keep it in a list, and call it in `run()`.",
    course: "P3: the event loop",
  },
};
