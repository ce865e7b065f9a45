// Mistakes of the orange belt, 11–15: keeping the loop free.
import type { Misconception } from "./misconception.ts";

export const orange: Record<string, Misconception> = {
  "no-yield": {
    title: "Chunks without a break between them",
    explanation:
      "Your code cut the work into chunks, and went from one straight to the next, if not always, then now and then: timers and other tasks had to wait for several. Being `async` changes nothing: the event loop goes on only when your code lets go.",
    advice: "Between two chunks, wait for a turn of it: `await scheduler.yield()`, or a timer of 0 ms.",
    course: "P8: async in name only",
  },
  "one-big-chunk": {
    title: "All the work in one piece",
    explanation:
      "Everything was handed over in a single call, and while that ran nothing else could. No `await` before or after it helps: a call that is running cannot be interrupted.",
    advice: "Cut the work into chunks of the given size, and make one call for each.",
    course: "P8: async in name only",
  },
  "last-chunk-lost": {
    title: "A remainder that is left out",
    explanation:
      "The numbers do not always divide into full chunks, and what was left at the end was dropped. A loop over the full chunks alone never reaches it.",
    advice:
      "`slice(start, start + size)` simply gives a shorter piece at the end: go on while `start` is below the length.",
    course: "P8: async in name only",
  },
  "size-for-count": {
    title: "The size of a piece taken for their number",
    explanation:
      "You made as many pieces as one of them should hold items: the size says how long each piece is, and how many there are comes of it.",
    advice: "Step through the items by the size: `start += size`, and `slice(start, start + size)`.",
    course: "P8: async in name only",
  },
  "yield-too-long": {
    title: "A pause longer than a turn of the event loop",
    explanation:
      "Your code lets others go first, but waits longer than they need. To give way takes one turn of the event loop, a millisecond at the most.",
    advice: "Use `setImmediate`, `scheduler.yield()` or a timer of 0 ms.",
    course: "P8: async in name only",
  },
  "off-by-one": {
    title: "Pieces that overlap or leave gaps",
    explanation:
      "Some items came twice or not at all, because one piece does not begin where the one before ended.",
    advice: "`slice(start, end)` leaves out `end` itself. So the next piece starts at just that `end`.",
    course: "P8: async in name only",
  },
  "bad-input-accepted": {
    title: "Input that cannot work, taken all the same",
    explanation:
      "Your function was given something that it can do nothing sensible with, and began to work, gave a result or hung. That hides the caller's mistake.",
    advice: "Look at the arguments first, and reject with the error that the task names.",
    course: "P8: async in name only",
  },
  "result-ignored": {
    title: "Work whose result is thrown away",
    explanation:
      "The call was made, but its result was not used: you worked the result out in another way. What the call gives back is what counts.",
    advice: "Keep its return value.",
    course: "P4: async and await",
  },
  "runs-on-loop": {
    title: "Heavy work on the event loop",
    explanation:
      "The work ran on the event loop itself, and as long as it took nothing else could. Async or not, the loop runs one thing at a time.",
    advice:
      "Hand the function to a worker (or a thread) without calling it yourself: `worker.run(task)`, not `worker.run(() => result)`.",
    course: "P10: pitfall 4, P7: run_in_executor",
  },
  "shutdown-drops-queue": {
    title: "Queued work that is never done",
    explanation:
      "After the shutdown what was still queued did not run, though its promises had been handed out.",
    advice: "A shutdown closes the door to new work only. Do what has been accepted to the end.",
    course: "P7: run_in_executor",
  },
  "shutdown-hangs": {
    title: "A shutdown that never ends",
    explanation:
      "All work was done, and yet the promise of `shutdown()` did not resolve. Code that resolves when a task ends never gets there if none is left to end, and a single resolve function knows one caller only.",
    advice: "Look first whether anything is under way, and answer every caller.",
    course: "P7: run_in_executor",
  },
  "shutdown-rejects": {
    title: "A shutdown that fails with a task",
    explanation:
      "A task failed, and so did the promise of `shutdown()`. The failure belongs to whoever submitted that task; the shutdown only tells that the work is over.",
    advice: "Wait without its outcome: `Promise.allSettled` instead of `Promise.all`.",
    course: "P7: run_in_executor",
  },
  "accepts-after-shutdown": {
    title: "New work after the shutdown",
    explanation:
      "The executor had been shut down, and took a task all the same. It may never be done, or keep the others waiting for its end.",
    advice: "Remember that the door is closed, and look at that first.",
    course: "P7: run_in_executor",
  },
  "for-each-async": {
    title: "forEach does not wait",
    explanation:
      "`forEach` calls your async function for one item after the other without waiting for any, and throws the promises away. So all ran at once, your code went on before they had ended, and no failure could reach it. An `await` inside makes only that one call wait.",
    advice:
      "One after the other: `for … of` with `await` inside. All at once: `await Promise.all(list.map(async (item) => …))`.",
    course: "P10: pitfall 1",
  },
  "return-without-await": {
    title: "A `try` that is left before the promise settles",
    explanation:
      "What should happen at the end of the work did not: no `catch` of yours saw the failure, or your `finally` ran while the work was still going on. `return promise` leaves the `try` before the promise settles, and so does a promise that is not awaited there.",
    advice: "Write `return await` (or await it first) inside the `try`.",
    course: "P10: pitfall 1",
  },
  "continues-after-failure": {
    title: "On to the next after a failure",
    explanation:
      "One of them had failed, and the next was begun all the same. Where one step follows another, a failure ends the row.",
    advice:
      "Let it pass out of the loop: no `catch` inside it, no list of promises that is started in advance.",
    course: "P10: pitfall 1",
  },
  "early-log": {
    title: "A success told before it happened",
    explanation: "The line was logged before the outcome was known. What is logged is believed.",
    advice: "Log after the last `await`, in one place for success and one for failure.",
    course: "P10: pitfall 1",
  },
  "too-many-lines": {
    title: "More than one line for one outcome",
    explanation:
      "More was logged than the one line that was asked for. Often a line stands inside the loop, in a `finally` that runs after every outcome, or in two `catch`es that see the same failure.",
    advice: "Log once, when the outcome is known.",
    course: "P10: pitfall 1",
  },
  "fixed-rate": {
    title: "A beat that does not wait for the work",
    explanation:
      "Your code starts the next round a fixed time after the start of the one before, not after its end. A slow round leaves too short a pause, or two rounds run at once. `setInterval` does that.",
    advice: "Wait for the round's end, and only then set a timer for the pause.",
    course: "P7: time.sleep and asyncio.sleep",
  },
  "waits-after-last": {
    title: "A wait after the last try",
    explanation:
      "The work was over, and your code still waited before it said so. A wait belongs between two tries only.",
    advice: "Look at the result first, and wait if there is another try to come.",
    course: "P7: asyncio.sleep",
  },
  "wrong-count": {
    title: "Counted one too few or too many",
    explanation:
      "The number is not the one asked for. Between three checks there are two waits, and `<=` lets in one more than `<`: it is easily one off.",
    advice: "Count what the task names, where it happens.",
    course: "P7: asyncio.sleep",
  },
  "gives-up": {
    title: "Gives up before it is done",
    explanation:
      "Your code stopped although it was not done, and nothing had failed. Nothing in the task sets a limit, neither to the time nor to the number of tries.",
    advice: "Go on for as long as it takes, until it is done or something fails.",
    course: "P7: asyncio.sleep",
  },
  "overdue-interval": {
    title: "An interval that overtakes the others",
    explanation:
      "Your interval's next tick was overdue by the time the chunk had ended, so it came before timers that others had set, and these had to wait for two chunks. An interval counts on while your code is busy.",
    advice: "Set a new timer when a chunk has ended.",
    course: "P8: async in name only",
  },
  "turns-set-together": {
    title: "Turns of the loop that are all one",
    explanation:
      "You set a timer for every chunk at the start, so all were due together and ran right after one another, with nobody else between them.",
    advice: "Set the next timer only when the chunk before it has ended.",
    course: "P8: async in name only",
  },
  "outcome-by-value": {
    title: "A failure told by what it is",
    explanation:
      "Whether it was a failure was guessed from the value: an `Error` for a failure, anything else for a result. An `Error` may be returned, and anything may be thrown.",
    advice: "Remember how it ended: `then(onResult, onFailure)`, or `try` and `catch`, tell the two apart.",
    course: "P7: run_in_executor",
  },
  "input-refused": {
    title: "Refused without need",
    explanation:
      "Your code rejected what the task has an answer for: no work at all, say, or a number that is larger than it need be.",
    advice: "Refuse only what the task names, and ask first whether there is anything to do.",
    course: "P8: async in name only",
  },
  "copy-handed-on": {
    title: "A copy in place of the thing itself",
    explanation:
      "What came out, or was handed over, looks like what was due and is another one. Whoever compares the two, or changes one of them, meets a stranger.",
    advice: "Hand on what you were given: no spread, no `structuredClone`, no way through JSON.",
    course: "P4: async and await",
  },
};
