// Mistakes of the brown belt, 26–30: limits.
import type { Misconception } from "./misconception.ts";

export const brown: Record<string, Misconception> = {
  barging: {
    title: "In before those who wait",
    explanation:
      "A place came back, and somebody who asked just then had it, though others had been waiting. For a moment it was free: it was counted as free, and whoever waited was only told to come and look.",
    advice:
      "While somebody waits, do not make the place free: hand it to the first in line in the very call that gives it back.",
    course: "P9: path operation functions and the thread pool",
  },
  "noted-too-late": {
    title: "Noted only after it had begun",
    explanation:
      "A task was called, and only after that its start was noted. The task made a call itself: that one saw room which was taken already.",
    advice:
      "Note the start first, in the same step in which you find that there is room, and call the task after that.",
    course: "P10: pitfall 3",
  },
  "one-place-short": {
    title: "One place is never used",
    explanation:
      "Somebody waited though there was room for one more: your queue is full one item too early. With a ring of `capacity` places, full and empty look the same, and the usual way out gives up one place.",
    advice:
      "Compare the number of items with the capacity. A ring needs a count of its items, or a place more.",
    course: "P7: queues",
  },
  "one-waiter-only": {
    title: "Room for one who waits",
    explanation:
      "Several waited at the same time, and one of them was never served, though those who came later were: a variable that holds who waits holds one of them.",
    advice: "Keep a list of those who wait, put each at its end, and serve the first.",
    course: "P7: queues",
  },
  "wakes-everyone": {
    title: "One place, and all are let in",
    explanation:
      "One place was given back, and more than one of those who waited came in. Each was told that there is a place, and none looked whether it was still there.",
    advice:
      "One place that comes back is one who waits that may go on: take one out of the line, and leave the others.",
    course: "P9: path operation functions and the thread pool",
  },
  "fixed-window": {
    title: "A window that begins by the clock",
    explanation:
      "Starts were counted from a fixed moment on, and the count went back to 0 when that window was over. Just before its end and just after it the limit was used twice: twice as many in a stretch as short as you like.",
    advice:
      "Do not count, remember when: a start is allowed when the one `limit` starts before it is `perMs` ago.",
    course: "P7: asyncio.sleep",
  },
  "token-bucket": {
    title: "A little more allowed all the time",
    explanation:
      "After a burst of as many as may be, single ones were let in at once as time went by: a bucket that fills steadily. The burst and what is let in after it fall into one window, and are more than the limit.",
    advice: "No start comes back before its own `perMs` are over: keep the times of the last starts.",
    course: "P7: asyncio.sleep",
  },
  "spaced-out": {
    title: "One at a time where many may start",
    explanation:
      "Starts were spread evenly over the window. The limit is about how many there are in a stretch of time; within it they may all start together, and who waits for a gap waits for nothing.",
    advice: "Let in at once as many as the window still holds, and make only those wait that are too many.",
    course: "P5: concurrency and parallelism",
  },
  "pause-after-each-batch": {
    title: "A pause after each batch",
    explanation:
      "After each round there was a pause for everybody, whether the round was full or not, or whether it had begun long before. Who came meanwhile waited although there was room.",
    advice: "Pause only while the window is full, and only until its oldest start leaves it.",
    course: "P7: asyncio.sleep",
  },
  "counts-ends": {
    title: "Counting until the end, where starts count",
    explanation:
      "A task that took long held its place for all that time, or its window began when it had ended. A rate is about how often something starts; how long it takes does not matter.",
    advice: "Note the time just before you call the task, and do not touch it when the task has ended.",
    course: "P5: concurrency and parallelism",
  },
  "time-of-call": {
    title: "Counted when it was asked, not when it started",
    explanation:
      "A call that had to wait was counted at the time of the call. When it started at last, its window was over already, so others were let in right beside it.",
    advice: "Count a task at the time at which it starts: now, or the moment that you have reserved for it.",
    course: "P7: asyncio.sleep",
  },
  "failure-blocks-queue": {
    title: "A failure that stops those behind it",
    explanation:
      "A task failed, or threw at once, and those that waited behind it never started: what should have gone on to the next one was skipped, or waited for a success.",
    advice:
      "Settle the caller's promise either way, with nothing between you and the next in line: chain on `task.catch(() => {})`, or call the task in a `try`.",
    course: "P11: background tasks",
  },
  "failure-is-free": {
    title: "A failure that does not count",
    explanation:
      "A task that had failed was not counted any more, so another one started in its window. It had started all the same; whoever is asked too often does not care what came of it.",
    advice: "Count the start before you call the task, and do not take it back.",
    course: "P5: concurrency and parallelism",
  },
  "forgets-when-idle": {
    title: "Forgotten as soon as nobody waits",
    explanation:
      "When nobody waited any more, the starts so far were forgotten, and the next calls found an empty window. The starts were still in it.",
    advice: "A start leaves the window by time alone, `perMs` later, however quiet it is.",
    course: "P7: asyncio.sleep",
  },
  "boundary-inside": {
    title: "A millisecond too long",
    explanation:
      "A start exactly `perMs` after another was held back, as if that were still in its window. The window is `perMs` long: at its end it is over.",
    advice: "Compare with `>=`: it may start when `now - oldest >= perMs`. And add nothing to the wait.",
    course: "P7: asyncio.sleep",
  },
  "leak-on-throw": {
    title: "A place lost with a failure",
    explanation:
      "A task failed, and its place never came back. With each failure there is one place less, until everybody waits for ever.",
    advice:
      "Give it back in a `finally` around `await task()`: that is passed by a value, a rejection and a throw alike.",
    course: "P9: dependencies with yield",
  },
  "abort-keeps-place": {
    title: "Gone, and still in the line",
    explanation:
      "Somebody's signal aborted while it waited. It left, but its entry stayed in the line, and the next place went to nobody. Those behind it wait for ever.",
    advice: "Take it out of the list in the abort listener, before you reject.",
    course: "P11: cancellation",
  },
  "abort-frees-place": {
    title: "Left, and gave back a place that it never had",
    explanation:
      "Somebody's signal aborted while it waited, and its leaving was treated as if it had been in and gone. One place more came free than there is, and somebody came in beside those who were in.",
    advice:
      "Who leaves the line takes its entry along, and nothing else: only who has been let in gives a place back.",
    course: "P11: cancellation",
  },
  "place-lost-on-abort": {
    title: "Handed to somebody who has left",
    explanation:
      "A place came and a signal aborted in one turn. The place was on its way to somebody who then left, and nobody took it back: it is lost, and those who wait, wait for ever.",
    advice:
      "Decide at once: whoever is handed a place is out of the line and has it, in the same call, and a later abort finds nobody there. Or hand the place on when its receiver has left.",
    course: "P11: cancellation",
  },
  "counted-after-the-wait": {
    title: "Counted on only after the wait",
    explanation:
      "The index was counted on only when a mapper had ended. All that begin before that get the same one, and their results the same place: while one lane waits the others run, and read what it has not changed yet.",
    advice: "Take the index and count on in one step, before the `await`: `const index = next++;`.",
    course: "P6: tasks",
  },
  "eager-iterable": {
    title: "All items taken before they are needed",
    explanation:
      "The items were taken from the iterable long before there was room for them: spread into an array, or looped over to the end. An iterable may be endless, or make each item at a price; that is why one is asked for the next only when there is use for it.",
    advice:
      "Take the iterator once, `items[Symbol.iterator]()`, and call its `next()` where a mapper is about to start.",
    course: "P3: generators",
  },
  "eager-by-one": {
    title: "One item taken too early",
    explanation:
      "An item had been taken while as many mappers as may be were at work, so it lay in hand until one of them ended. If that one fails it was taken for nothing.",
    advice: "First wait for room, then call `next()`, and start the mapper at once.",
    course: "P3: generators",
  },
  "signal-not-aborted": {
    title: "It has failed, and nobody is told",
    explanation:
      "One mapper had failed, and your promise rejected. The others were still at work, for a result that nobody wants any more, and their signals never aborted.",
    advice:
      "Make an `AbortController`, hand its signal to each mapper, and abort it at the first failure, whatever fails.",
    course: "P11: cancellation",
  },
  "abort-takes-place": {
    title: "Thrown out by an abort that comes too late",
    explanation:
      "A signal aborted when its owner had a place already, and it lost what it had: its promise rejected, or its task was left alone. The signal was about the wait, and that was over.",
    advice:
      "Remove the abort listener when the place is handed over, and do not look at the signal from then on.",
    course: "P11: cancellation",
  },
  "stale-count": {
    title: "A number that says what is no longer so",
    explanation:
      "A number that others may read was not what it counts. Somebody, or something, had come in or gone, or left the line, and the number did not follow.",
    advice:
      "Do not keep a number that can be asked for: the length of a list, say. What you do keep, change in the one place where somebody comes in, and in the one where somebody goes.",
    course: "P9: path operation functions and the thread pool",
  },
  "counts-who-waits": {
    title: "Those who wait are counted, too",
    explanation:
      "`size` was more than there is room for: it was what lay in the queue and what was still to be put together. Either it adds the line up, or the items of those who wait lie among the others already.",
    advice:
      "Keep who waits to put, with the item, in a list apart, and let `size` be the number of items that have a place.",
    course: "P7: queues",
  },
  "both-wait": {
    title: "Each waits for the other",
    explanation:
      "Somebody waited to put and somebody to get, and from then on nobody was served. Whoever waits keeps something that the other one needs to go on: a lock that both take, say.",
    advice:
      "Give back whatever you hold before you wait, and take it again afterwards. Between two `await`s nobody else runs: there a lock is not needed.",
    course: "P7: queues",
  },
  "no-backpressure": {
    title: "More in the queue than there is room for",
    explanation:
      "`put` resolved although the queue was full. Whoever puts goes on then, and the next, and the next: nobody is told to slow down, and what has been made and not yet taken piles up.",
    advice:
      "Let `put` resolve when its item has a place. Until then the item is not in the queue, and stands with its `resolve` in a list of those who wait.",
    course: "P5: concurrency and parallelism",
  },
  "put-waits-for-get": {
    title: "A put that waits though there is room",
    explanation:
      "There was a free place, and `put` resolved only when somebody came for the item. Then nothing can be made ahead, which is what the places are for.",
    advice: "Resolve `put` as soon as its item lies in the queue.",
    course: "P5: concurrency and parallelism",
  },
  "lost-item": {
    title: "An item that never comes out",
    explanation:
      "`put` had resolved, and nobody ever got the item, though somebody waited for one. On its way from one list to another it was dropped, or it was handed to somebody who was not there any more.",
    advice:
      "Let one function move items: into the queue while there is room and somebody waits to put, out of it while there is an item and somebody waits to get. Call it after each change.",
    course: "P6: tasks",
  },
  "handed-twice": {
    title: "One item, handed over twice",
    explanation:
      "Two got the same item, of which only one had been put in. It was given to somebody who waited and kept as well, or all who waited were given it.",
    advice: "One item is one who waits: take both out of their lists in the same step.",
    course: "P6: tasks",
  },
  overtaken: {
    title: "Overtaken by who came later",
    explanation:
      "Somebody who had waited for long was woken, and before it came to look, another had called in the same turn and taken what it was woken for. A loop of `while (empty) await` looks again and waits again, behind everybody: it may wait for ever.",
    advice:
      "Do not wake somebody to look again: hand the item, or the place, over to the first who waits, in the very call that brings it.",
    course: "P3: the event loop",
  },
  "iterator-looks-ahead": {
    title: "A loop that takes more than it uses",
    explanation:
      "A loop was left, and an item was gone that its body had never seen. It was taken before anybody asked for it: all that were there at once, or the next one ahead of time.",
    advice:
      "Call `get` in `next()`, once, and nowhere else: not before the `yield`, and not when the loop is left.",
    course: "P3: generators",
  },
  "iteration-throws": {
    title: "A loop that ends with an error",
    explanation:
      "The queue was closed and empty, and the loop over it threw. For who calls `get` that is an error, since there is nothing to return; a loop has come to its end, which is none.",
    advice:
      "Catch the QueueClosedError in the iterator, and return. Asking `size` first is no help: it may be closed while `next()` waits.",
    course: "P3: generators",
  },
  "iteration-ends-when-empty": {
    title: "A loop that takes empty for over",
    explanation:
      "A loop ended because nothing lay in the queue just then. It was not closed: more was to come.",
    advice: "Only `close` ends a loop. Until then `next()` waits, as `get` does.",
    course: "P3: generators",
  },
  "leaving-closes": {
    title: "One leaves, and the queue is closed to all",
    explanation:
      "A loop over the queue was left by `break`, and after that nobody got anything any more. Others use the queue as well, or will loop over it again.",
    advice:
      "Make a new iterator for each loop, in `[Symbol.asyncIterator]()`, and let its end be its own: no `close` in a `finally`.",
    course: "P3: generators",
  },
  "close-drops-items": {
    title: "Closed, and what lay in it is gone",
    explanation:
      "When the queue was closed items lay in it, whose `put` had resolved. They never came out. Closing means that nothing more is coming, not that nothing is there.",
    advice:
      "Keep the items, and let `get` and loops take them. Only an empty queue that is closed rejects a `get`.",
    course: "P11: background tasks",
  },
  "close-lets-puts-in": {
    title: "Something put into a closed queue",
    explanation:
      "The queue was closed, and later an item got in: by a new `put`, or that of a `put` which had been waiting for a place. Whoever empties a closed queue to its end would miss it.",
    advice:
      "On `close` reject all that wait to put, with their items, and remember that it is closed: a later `put` rejects before anything else.",
    course: "P11: background tasks",
  },
  "refused-item-kept": {
    title: "Refused, and in all the same",
    explanation:
      "A `put` rejected, and somebody got its item. Whoever put it believes that it is not in the queue, and may put it again.",
    advice:
      "Decide both in one step: the item has a place and `put` resolves, or it has none and `put` rejects. What is in the queue is not refused any more, whatever comes after.",
    course: "P11: background tasks",
  },
  "close-leaves-waiters": {
    title: "Closed, and some wait still",
    explanation:
      "The queue was closed while somebody waited, or somebody came afterwards, and was told nothing. What they wait for will never come.",
    advice: "On `close` reject everybody who waits, on both sides; later, whoever would have to wait.",
    course: "P11: background tasks",
  },
  "second-close-throws": {
    title: "Closing again is no mistake",
    explanation:
      "Something was closed, or shut down, that was so already, and that was answered with an error. Several may close it, and none knows of the others.",
    advice: "Closing again is no error: do what the first one did, or nothing.",
    course: "P11: background tasks",
  },
  "one-too-many": {
    title: "One attempt more than allowed",
    explanation:
      "`attempts` is how many there may be in all, the first one among them, and there was one more. It is easily taken for the number of further ones.",
    advice: "The attempt with the number `attempts` is the last: after its failure there is none.",
    course: "P12: practice 2",
  },
  "one-too-few": {
    title: "Fewer attempts than there may be",
    explanation:
      "It gave up although there could have been another attempt. The first one counts, too, but only once.",
    advice: "Go on as long as the number of the attempt that has failed is less than `attempts`.",
    course: "P12: practice 2",
  },
  "success-tried-again": {
    title: "Tried again after a success",
    explanation: "An attempt had succeeded, and another one was made.",
    advice: "Return as soon as an attempt has a result, whatever that is.",
    course: "P12: practice 2",
  },
  "first-error-kept": {
    title: "The first error in place of the last",
    explanation:
      "Several attempts failed, and your promise rejected with the error of an earlier one. What the last one failed with is the newest that is known.",
    advice: "Throw the error that you have just caught.",
    course: "P4: async and await",
  },
  "refused-tried-again": {
    title: "Tried again though it is no use",
    explanation:
      "`shouldRetry` had said no to an error, and another attempt was made. A wrong password is not right the second time.",
    advice:
      "Ask `shouldRetry` after each failure, with that error, and throw the error if the answer is false.",
    course: "P12: practice 2",
  },
  "constant-backoff": {
    title: "Waits that do not grow",
    explanation:
      "Each wait was as long as the one before. Who is overloaded needs more time after each failure; and all who wait equally long come back together.",
    advice: "The wait after failure k is `baseMs * factor ** (k - 1)`.",
    course: "P12: practice 2",
  },
  "linear-backoff": {
    title: "Waits that grow by the same step",
    explanation: "The waits grew by adding, as in 100, 200, 300. They are to be multiplied: 100, 200, 400.",
    advice: "Use a power, `factor ** (k - 1)`, or multiply what you waited before.",
    course: "P12: practice 2",
  },
  "power-off-by-one": {
    title: "The factor once too often, or not often enough",
    explanation:
      "The waits grew as they should, but a step too early or too late: the first wait is `baseMs` itself, and the second one `factor` times that.",
    advice: "After failure k the power is `k - 1`.",
    course: "P12: practice 2",
  },
  "cap-ignored": {
    title: "Waits without an upper bound",
    explanation:
      "A wait was longer than `maxMs`. After ten failures a power of two is a thousand times the first wait.",
    advice: "Take `Math.min(wait, maxMs)`, each time anew.",
    course: "P12: practice 2",
  },
  "jitter-ignored": {
    title: "Waits that jitter did not change",
    explanation: "`jitter` was given, and the waits were the plain ones.",
    advice: "Wait as long as `jitter(ms)` says.",
    course: "P12: practice 2",
  },
  "jitter-compounds": {
    title: "Jitter of jitter",
    explanation:
      "What `jitter` had made of one wait was the start of the next one. So chance adds up, and after an early 0 there is no wait any more.",
    advice:
      "Work each plain wait out from the options and the number of the failure, and pass only a copy of it through `jitter`.",
    course: "P12: practice 2",
  },
  "jitter-capped-again": {
    title: "A cap on what jitter says",
    explanation:
      "`jitter` returned more than `maxMs`, and the wait was cut. The cap is for the plain wait; what `jitter` says is final.",
    advice: "First the cap, then `jitter`: `jitter(Math.min(ms, maxMs))`.",
    course: "P12: practice 2",
  },
  "jitter-before-cap": {
    title: "Jitter before the cap",
    explanation:
      "`jitter` was given a wait that was longer than `maxMs`. It is to get what would be waited without it.",
    advice: "First the cap, then `jitter`: `jitter(Math.min(ms, maxMs))`.",
    course: "P12: practice 2",
  },
  "jitter-called-again": {
    title: "Jitter asked more often than there are waits",
    explanation:
      "`jitter` was called twice for one wait, or for a wait that never came. Each call gives another number.",
    advice: "Call it once, right before you wait, and keep what it says.",
    course: "P12: practice 2",
  },
  "undefined-option": {
    title: "An option that is undefined, taken for one that is given",
    explanation:
      "An option was there, with the value `undefined`, and was used as if it meant something: `{ factor: 2, ...options }` overwrites the default with it. Callers hand options on that they were not given themselves.",
    advice:
      "Default values of destructuring, `{ factor = 2 }`, or `options.factor ?? 2`: both take `undefined` for nothing.",
    course: "P12: practice 2",
  },
};
