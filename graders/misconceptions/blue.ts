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
    advice:
      "Look each time for the one that is due first, or keep the list sorted whenever one is added. `sort()` by itself compares as text: `sort((a, b) => a - b)`.",
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
  "ms-made-an-integer": {
    title: "A delay cut to a whole number",
    explanation:
      "A timer of a fraction of a ms, or of billions, was due at another time: on its way the delay was made a whole number. `ms | 0` takes the fraction away, and turns what has more than 31 bits into something else.",
    advice: "Take `ms` as it is: `now + Math.max(0, ms)`.",
    course: "P3: the event loop",
  },
  "clock-ticks": {
    title: "A clock that ticks",
    explanation:
      "Your loop went through the time in small steps, and looked at each whether something was due. To a timer of billions of ms that takes for ever, and one of a fraction lies between two steps.",
    advice: "Nothing waits here: take the timer that is due first, and set `now` to its time.",
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
  "ends-too-early": {
    title: "A run that is over before all is done",
    explanation:
      "`run()` ended, and something was still waiting: what the last timer had queued, perhaps, or all that came after so many steps.",
    advice: "Leave the loop only when there is neither a microtask nor a timer left.",
    course: "P3: the event loop",
  },
  "runs-outside-run": {
    title: "A callback that runs outside of run()",
    explanation:
      "A callback ran before `run()` was called, or after it was over. The platform's own `setTimeout`, `queueMicrotask` and promises call it when they like.",
    advice: "Only keep it in a list, and call it in `run()`.",
    course: "P3: the event loop",
  },
  "siblings-keep-running": {
    title: "One has failed, and the others work on",
    explanation:
      "A task or the body had failed, and nobody told the others: their signals were not aborted in that millisecond. They work on for a result that can no longer come.",
    advice: "At the first failure abort the group's signal.",
    course: "P11: TaskGroup",
  },
  "snapshot-join": {
    title: "Waits for the tasks of one moment only",
    explanation:
      "A task that was started later was still at work when your promise settled. A list of tasks, handed to `Promise.all` or `allSettled`, holds those of that moment; what is added afterwards is not waited for.",
    advice: "Count who is at work, or look at the list again until nobody new has come.",
    course: "P11: TaskGroup",
  },
  "only-the-body-can-fail": {
    title: "Failures of tasks that count for nothing",
    explanation:
      "A task failed, and since the body did not wait for just that one, nothing came of it. Whoever starts a task in a group need not look after it: that is what the group is for.",
    advice: "Watch every task from its start on.",
    course: "P11: TaskGroup",
  },
  "watches-in-turn": {
    title: "Looks at the tasks one after the other",
    explanation:
      "The failure was noticed only when others had ended, since your code waits for one after the other and the failed one was not yet due. Until then nobody was told to stop.",
    advice: "Attach a handler to each promise as soon as it exists.",
    course: "P11: TaskGroup",
  },
  "drops-errors-after-abort": {
    title: "Failures after the first one are dropped",
    explanation:
      "After the first failure others failed with errors of their own, and the caller never hears of these. A clean-up that goes wrong is a failure like any other.",
    advice: "Leave out only what ends with the abort's own reason.",
    course: "P11: TaskGroup",
  },
  "cancellation-counted-as-failure": {
    title: "Who was told to stop counts as failed",
    explanation:
      "Among the failures stands the reason of the abort: a task that was told to stop, and did. That is no failure, as Python's `CancelledError` is none in an `ExceptionGroup`.",
    advice: "Leave out errors that are `signal.reason` itself, once the signal has aborted.",
    course: "P11: TaskGroup",
  },
  "open-after-failure": {
    title: "New tasks in a group that is to stop",
    explanation:
      "The group had been aborted, and a new task was started all the same. It does work that nobody wants, and keeps the others waiting for its end.",
    advice: "Ask `signal.aborted` first, and reject with the reason instead.",
    course: "P11: TaskGroup",
  },
  "open-after-end": {
    title: "New tasks in a group that is over",
    explanation:
      "The group had settled, and a task was started in it all the same. Nobody waits for that one, and nobody hears of its failure.",
    advice: "Remember the end, and throw from then on.",
    course: "P11: TaskGroup",
  },
  "closed-too-early": {
    title: "A group that closes with its body",
    explanation:
      "The body had ended, and a task that was still at work could start no other one. The group lasts as long as anyone in it, and so long it is open.",
    advice: "Close it when the last of body and tasks has ended.",
    course: "P11: TaskGroup",
  },
  "outer-signal-ignored": {
    title: "An abort from outside that goes no further",
    explanation:
      "The caller's signal aborted, and the work inside was not told: its own signal did not abort in that millisecond. A group or a scope belongs to somebody's work itself, and must stop when that does.",
    advice:
      "Listen to the signal from outside and abort the inner one, or join the two with `AbortSignal.any`.",
    course: "P11: TaskGroup",
  },
  "reason-not-handed-on": {
    title: "An abort whose reason gets lost on the way",
    explanation:
      "The signal from outside aborted for a reason, and the signal that you handed on has another. Whoever compares an error with `signal.reason` to tell an abort from a failure compares with the wrong one.",
    advice: "Hand the reason on: `controller.abort(outer.reason)`.",
    course: "P11: cancellation",
  },
  "late-abort-wins": {
    title: "An abort that came later decides",
    explanation:
      "A failure or a deadline had come first, and while the work was still ending the signal from outside aborted as well. You rejected with the reason of that, and what had come first is lost.",
    advice:
      "What comes first decides: remember it then, or look at what the work ended with, and do not ask the outer signal at the end.",
    course: "P11: TaskGroup",
  },
  "counted-twice": {
    title: "One failure told twice",
    explanation:
      "A task's error stands in `errors` twice: once for the task, and once for the body, which had waited for it and passed it on. It is one failure.",
    advice: "When the body rejects, look whether its error is known already.",
    course: "P11: TaskGroup",
  },
  "failure-not-grouped": {
    title: "One failure, and no group around it",
    explanation:
      "A single thing failed, and your promise rejected with its error itself, where it was to be an `AggregateError` as ever. Whoever catches looks into `errors`, and finds none.",
    advice: "Reject with an `AggregateError` of the failures, however many they are.",
    course: "P11: TaskGroup",
  },
  "errors-flattened": {
    title: "Failures taken out of their group",
    explanation:
      "Something had failed with an `AggregateError`, and you told the errors in it in its place. It is one failure, with one error: what is in that is for whoever gets it to look at.",
    advice: "Keep each failure as it came.",
    course: "P11: TaskGroup",
  },
  "leaves-before-cleanup": {
    title: "Gone while the work still cleans up",
    explanation:
      "Your promise settled when the work was told to stop, and not when it had stopped. It was still putting its things away, and the caller went on as if that were done.",
    advice:
      "Abort the signal, and then go on waiting: `await` the promise of the work, with no race against the clock or the abort.",
    course: "P11: cancellation",
  },
  "outer-taken-for-own": {
    title: "Somebody else's deadline taken for one's own",
    explanation:
      "The work was stopped by an abort from outside or by a scope around this one, and your scope said that its own time was up. An error's name, a flag, a look at the clock, or a reason that all scopes share cannot tell the two apart.",
    advice: "Abort with an object that only this call has, and compare what the work ended with by `===`.",
    course: "P11: cancellation",
  },
  "late-value-lost": {
    title: "A result that comes late is thrown away",
    explanation:
      "The signal had aborted, but the work came to a result all the same, and your promise did not pass it on. Work need not obey: it may have been as good as done.",
    advice: "Whatever it ends with is the outcome; only its reason means that it was stopped.",
    course: "P11: cancellation",
  },
  "late-error-is-timeout": {
    title: "Every failure taken for the deadline",
    explanation:
      "The work failed with an error of its own, and your scope said that the time was up. So nobody hears of what went wrong.",
    advice:
      "It was your deadline only if the error is the very reason that you aborted with: compare by `===`, and throw everything else on.",
    course: "P11: cancellation",
  },
  "value-lost": {
    title: "A result that did not come along",
    explanation:
      "All went well, but the value that the work came to is missing from your result, or is in another shape than the one asked for.",
    advice: "Put it where the caller looks for it.",
    course: "P4: async and await",
  },
  "throws-on-timeout": {
    title: "A deadline that moves on by throwing",
    explanation:
      "The time was up and your promise rejected, where the caller wants to go on without a result.",
    advice:
      "Catch the reason of your own deadline, and resolve to what says so. Everything else is thrown on.",
    course: "P7: asyncio.wait_for",
  },
  "cleanup-skipped-on-abort": {
    title: "Aborted, and never given back",
    explanation:
      "The work was aborted, and what it had borrowed was not released. Somebody else waits for it now, and soon everybody does.",
    advice:
      "An abort is one more way out, like a result or a failure: release on all of them, in a `finally` or by `await using`.",
    course: "P11: cancellation",
  },
  "connection-lost": {
    title: "Taken, and lost on the way",
    explanation:
      "A connection had come, or was still to come, and nobody released it. Between the `await` that brings it and the `try` nothing may throw, and who races `acquire` against the abort never gets to see the connection that comes after all.",
    advice: "Wait for it, and look at the signal inside the `try`.",
    course: "P9: dependencies with yield",
  },
  "cleanup-not-awaited": {
    title: "A clean-up that nobody waits for",
    explanation:
      "The release was called, and your promise settled without it. So the caller goes on while the connection is not back, and if the release fails nobody hears of it.",
    advice: "`await connection.release()`, on every way out.",
    course: "P9: dependencies with yield",
  },
  "release-raced": {
    title: "A clean-up that an abort can disturb",
    explanation:
      "There was an abort before the release had ended, and your promise settled with that, or too early. What has begun to be given back is given back, whatever the signal says.",
    advice: "Do not race the release, do not look at the signal after it: just `await` it.",
    course: "P11: cancellation, asyncio.shield",
  },
  "release-before-use-ends": {
    title: "Given back while it is still in use",
    explanation:
      "The connection was released before the work with it had ended, so two may talk over it at once. `return use(…)` in a `try` leaves it at once, and an abort only asks the work to end.",
    advice: "Wait for its end, `return await use(…)`, and release then.",
    course: "P9: dependencies with yield",
  },
  "cleanup-error-wins": {
    title: "The second failure hides the first",
    explanation:
      "The work had failed or was aborted, then the release failed as well, and that is all that the caller hears of. What is thrown in a `finally` takes the place of what was on its way out.",
    advice:
      "Catch what the release throws if something has failed before, or use `await using`, whose `SuppressedError` tells of both.",
    course: "P9: dependencies with yield",
  },
  "lost-release-error": {
    title: "A clean-up that fails in silence",
    explanation:
      "All had gone well but the release, and your promise resolved as if that had as well. The failure of a clean-up is hidden only if there is another one to tell.",
    advice: "Where it is the only one, let it out.",
    course: "P9: dependencies with yield",
  },
  "awaits-in-spawn": {
    title: "A start that hands out a promise",
    explanation:
      "`spawn` gave back a promise, so whoever calls it has something to wait for, and to look after. An `async` method always does.",
    advice:
      "Let a method of its own wait for the task, and call that from `spawn` without returning what it gives.",
    course: "P11: background tasks",
  },
  "failure-not-told": {
    title: "A failure that nobody is told of",
    explanation:
      "A task failed, and `onError` was not called. Nobody waits for a task in the background, so this is the only way in which anyone could hear of it.",
    advice: "Call `onError(error)` in the `catch`, for every task and whatever the error is.",
    course: "P11: background tasks",
  },
  "reported-twice": {
    title: "One failure told more than once",
    explanation:
      "`onError` got the same failure again. It happens if a failure is told and then thrown on to someone who tells it as well, or if each `drain` looks through the results.",
    advice: "Tell it in one place, where the task is waited for.",
    course: "P11: background tasks",
  },
  "reported-late": {
    title: "A failure told too late",
    explanation:
      "A task had failed, and `onError` heard of it only later, when others had ended or somebody had stopped waiting. Until then nobody could know.",
    advice: "Call it in the `catch` right after the task, before anything else counts as done.",
    course: "P11: background tasks",
  },
  "timer-after-the-end": {
    title: "Over, and then a timer more",
    explanation:
      "All had ended, and a timer was waited for before that was told. A timer takes a millisecond at least, also one of 0 ms.",
    advice: "Call the resolve functions of those who wait in the very step in which the last one ends.",
    course: "P3: the event loop",
  },
  "failed-stays-pending": {
    title: "What has failed still counts",
    explanation:
      "A task had failed, and `pending` still counted it, so nobody who waits for 0 ever gets there. The step that counts it out is skipped if the task throws.",
    advice: "Do it in a `finally`, or after a `catch`.",
    course: "P11: background tasks",
  },
  "ended-stays-pending": {
    title: "What has ended still counts",
    explanation: "A task had ended, and `pending` still counted it.",
    advice:
      "Count each task out when it ends, also one that returns no promise: `await` takes that just as well.",
    course: "P11: background tasks",
  },
  "drain-misses-late": {
    title: "Waits for the tasks of one moment only",
    explanation:
      "A task was spawned while somebody waited, and was still at work when that promise resolved. `Promise.all` waits for those that are in the list when it is called.",
    advice: "Look again when they have ended, until none is left; or count, and wait for 0.",
    course: "P11: background tasks",
  },
  "drain-rejects": {
    title: "Waiting that fails with a task",
    explanation:
      "A task failed, and so did the promise of `drain`. The failure has been told to `onError`; who waits only wants to know when all is over.",
    advice: "Wait for promises that cannot reject, or use `Promise.allSettled`.",
    course: "P11: background tasks",
  },
  "drain-ends-at-a-failure": {
    title: "Waiting that ends at the first failure",
    explanation:
      "A task failed, and who waited went on, though others were still at work. `Promise.all` gives up at the first rejection, and a `catch` around it hides that.",
    advice: "Wait for promises that cannot reject.",
    course: "P11: background tasks",
  },
  "drain-hangs-when-idle": {
    title: "Nothing to wait for, and it waits for ever",
    explanation:
      "No task was pending, and the promise of `drain` did not resolve. Code that resolves when a task ends never gets there if none is left to end.",
    advice: "Look first whether any is.",
    course: "P11: background tasks",
  },
  "one-drain-only": {
    title: "Good for one who waits, and one time",
    explanation:
      "Somebody else waited as well, or had waited before, and so this promise of `drain` resolved at the wrong time or never. One variable holds one resolve function, and a promise that has resolved stays so.",
    advice: "Keep a list of those who wait, and begin anew when they have been told.",
    course: "P11: background tasks",
  },
};
