// Mistakes of the black belt, 31–35: the server.
import type { Misconception } from "./misconception.ts";

export const black: Record<string, Misconception> = {
  "another-error-thrown-in": {
    title: "Another error than the one that has happened",
    explanation:
      "The handler failed, and what was thrown into a generator was not its error: a new one, or what another generator had made of it. Each is to hear what happened, and may look at it to decide what to do, a rollback for example.",
    advice: "Keep the handler's error, and throw that very one into each: `generator.throw(error)`.",
    course: "P9: dependencies with yield",
  },
  "async-on-thread": {
    title: "An `async def` handler on a thread",
    explanation:
      "A handler that awaits was handed to a thread. It has no use for one: it would wait there for what only the event loop can bring, and meanwhile one that blocks has to do without.",
    advice: "Call it where the request comes in, and return its promise.",
    course: "P9: path operation functions and the thread pool",
  },
  "async-waits-for-pool": {
    title: "Waiting for a thread that it does not need",
    explanation:
      "A handler that runs on the event loop was called only when a thread was free. Threads are for those that block; whoever awaits holds up nobody, and can begin at once.",
    advice: "Keep the line for `def` handlers alone.",
    course: "P9: path operation functions and the thread pool",
  },
  "equal-by-operator": {
    title: "NaN is not equal to itself",
    explanation:
      "`NaN === NaN` is false, so a search by `===`, or by `indexOf`, never finds the key `NaN`, and it is loaded each time. A `Map` finds it.",
    advice: "Use a `Map` in place of a list that you search.",
    course: "P6: tasks",
  },
  "error-not-thrown-in": {
    title: "A failure that looks like a success",
    explanation:
      "The handler failed, and a generator was not told: it went on behind its `yield` as if all were well, or was closed. So its `except` had nothing to catch, and what it does only after a success, a commit for example, may have been done all the same.",
    advice:
      "After a failure resume each with `generator.throw(error)`, after a success with `generator.next()`.",
    course: "P9: dependencies with yield",
  },
  "errors-while-setting-up": {
    title: "Found out in the middle",
    explanation:
      "The list could not be solved, and by the time that this was found something had been set up. A mistake in the list is there from the start, and nobody has to open a connection to see it.",
    advice: "Put the whole list in order first, and begin with the set-up only if that has gone well.",
    course: "P9: dependencies with yield",
  },
  "failure-cached": {
    title: "A failure that stays",
    explanation:
      "A call got the failure of a load that was over when it came. The rejected promise was kept like a value, so nobody ever tries again, or not for a long time.",
    advice: "When the load fails, take its entry out of the map: in the promise's own rejection handler.",
    course: "P12: practice 2",
  },
  "inherited-name": {
    title: "A name that every object has",
    explanation:
      "A name such as `toString` or `constructor` was looked up in a plain object. There it is found, though nobody has put it in: every object inherits it.",
    advice: "Look names up in a `Map`, or ask `Object.hasOwn` first.",
    course: "P9: dependencies with yield",
  },
  "iterable-taken-for-generator": {
    title: "Not all that can be looped over is a generator",
    explanation:
      "A value was taken for a generator, since it has a `next` or can be looped over: a list, a text, a Map, an iterator. So the handler got its first item, or nothing, in place of the value itself.",
    advice:
      "Ask what the language says of it: `Object.prototype.toString.call(value)` is `[object Generator]` or `[object AsyncGenerator]` for generators alone.",
    course: "P9: dependencies with yield",
  },
  "keys-as-text": {
    title: "Keys made into text",
    explanation:
      'Two keys that are different have the same text, such as `1` and `"1"`, or two objects, and were taken for one. An object\'s properties are named by texts, so whatever is used as a name becomes one; so does what is put into a template or through `JSON.stringify`.',
    advice: 'Use a `Map`, with the key itself: it tells `1` from `"1"`, and each object from any other.',
    course: "P6: tasks",
  },
  "keys-emptied-together": {
    title: "All keys expire together",
    explanation:
      "A value was loaded anew although its time was not over: the time of another key's value was, and with that all values went, or the map was emptied, or another key took its place.",
    advice: "Each value has its own time: take out that one key, or compare with its own arrival.",
    course: "P6: tasks",
  },
  "keys-wait-in-line": {
    title: "One load at a time, for all keys",
    explanation:
      "Two keys were asked for at the same time, and the second one's load began only when the first one's had ended. A lock around all loads makes everybody wait for everybody.",
    advice:
      "What is shared is the load of one key. Let each key have its own, and keep nothing that all of them wait for.",
    course: "P6: tasks",
  },
  "keys-share": {
    title: "One entry for all keys",
    explanation:
      "A call for one key got what had been loaded for another. There is one place for the load or the value, where each key needs its own.",
    advice: "Keep a `Map` from the key to its entry.",
    course: "P6: tasks",
  },
  "limit-per-handler": {
    title: "A pool for each handler",
    explanation:
      "Each handler counted its own requests, so with several of them more threads were at work than there are. The threads are the same for all.",
    advice:
      "Keep the number of free threads, and the line of those who wait, where the dispatcher is made, and not where a handler is.",
    course: "P9: path operation functions and the thread pool",
  },
  "needs-order": {
    title: "Set up before what it needs",
    explanation:
      "A dependency was set up while one that it needs was not there yet, so it was given nothing in its place. The order of the list is not the order of need.",
    advice: "Visit what each one needs before you put the one itself into the order.",
    course: "P9: dependencies with yield",
  },
  "never-expires": {
    title: "Handed out although it was too old",
    explanation:
      "A call got a value that had arrived more than `ttlMs` before. Nothing took it out of the map in time, and nobody looked at how old it was; or it was still handed out while a new load was under way.",
    advice:
      "Before you hand it out compare the time with that of its arrival; if it is too old, load and wait for that.",
    course: "P7: asyncio.sleep",
  },
  "order-not-kept": {
    title: "A right order, given up for another",
    explanation:
      "The list had an order in which each comes after what it needs, and yours was another one. To take all first that need nothing, level by level, solves the list too, but moves what could have stayed.",
    advice:
      "Go through the list from the front, and put before each one only what it needs and is not there yet.",
    course: "P9: dependencies with yield",
  },
  "partial-setup-leaks": {
    title: "A set-up fails, and what stands is forgotten",
    explanation:
      "One set-up failed, and those that had been set up before it were never torn down. Nobody else knows of them, so they stay open for good.",
    advice:
      "Begin the `try` before the first set-up, not before the handler, and remember each generator as soon as it stands.",
    course: "P9: dependencies with yield",
  },
  "released-too-early": {
    title: "A thread given back by its own job",
    explanation:
      "The job itself said that its thread is free, and the next request had it while the job was still at work. What a job does belongs to the thread: on the event loop only the promise of `toThread` tells that it has ended.",
    advice:
      "Wait for that promise, and give the thread back then: `try { return await toThread(…) } finally { … }`.",
    course: "P9: path operation functions and the thread pool",
  },
  "resumed-with-return": {
    title: "Ended in place of resumed",
    explanation:
      "A generator was ended where it stands, by `return()` or by leaving a `for await`: its `finally` runs, and nothing else does. What stands behind a bare `yield`, or in an `except`, is lost.",
    advice: "Resume it: `next()` after a success, `throw(error)` after a failure.",
    course: "P9: dependencies with yield",
  },
  "set-up-concurrent": {
    title: "Set up at the same time",
    explanation:
      "A set-up began before the one before it had ended. They come one after the other, so that each can rely on what stands, and one that fails leaves nothing half open beside it.",
    advice: "Await each set-up in the loop before the next one begins.",
    course: "P9: dependencies with yield",
  },
  "set-up-twice": {
    title: "Set up once for each who needs it",
    explanation:
      "A dependency that several need was set up several times: a connection for each in place of one for all, of which only one is in the values.",
    advice: "Remember which are in the order already, and pass over those.",
    course: "P9: dependencies with yield",
  },
  "sliding-ttl": {
    title: "Asking keeps it alive",
    explanation:
      "A value was handed out that was too old: each call that got it began its time anew. What is asked for often enough would never be loaded again.",
    advice: "Set the time once, when the value arrives, and only compare with it later.",
    course: "P7: asyncio.sleep",
  },
  "stale-if-error": {
    title: "The old value in place of the failure",
    explanation:
      "The new load failed, and the caller got the old value, which had expired. Some caches do so, but then nobody learns that something is wrong, and how old the value is.",
    advice: "Let go of the old value when it has expired: the new load's failure is the answer.",
    course: "P12: practice 2",
  },
  stampede: {
    title: "Everybody loads for himself",
    explanation:
      "A load for a key was under way, and another one was begun. Values were kept, but the load itself was not, so whoever came before the value was there found nothing. The more come at once, the more is loaded: just when there is most to do.",
    advice: "Keep the promise of the load in the map, as soon as the load has begun, with no `await` before.",
    course: "P6: tasks",
  },
  "stampede-after-expiry": {
    title: "Everybody loads when it expires",
    explanation:
      "The first load was shared, but when the value had become too old everybody who came loaded for himself: the old entry was still there, and nobody put the new load in its place.",
    advice:
      "Put the promise of the new load in the place of the old entry at once, not only when it has arrived.",
    course: "P6: tasks",
  },
  "stops-at-first-rethrow": {
    title: "One tear-down fails, and the rest do not happen",
    explanation:
      "A tear-down threw, which it may: a generator that lets an error through throws it again. It left your loop, and those that came after were never torn down.",
    advice: "Catch around each single tear-down, remember the first error if it is to come out, and go on.",
    course: "P9: dependencies with yield",
  },
  "swallowed-by-a-generator": {
    title: "A generator that catches, and all is forgotten",
    explanation:
      "One generator caught the error that was thrown into it. That is its own affair; but for those that come after, or for whoever waits, all was well from then on.",
    advice:
      "Keep the handler's error apart from what each tear-down does: throw it into each, and throw it at last.",
    course: "P9: dependencies with yield",
  },
  "teardown-before-handler-ends": {
    title: "Torn down while the handler is at work",
    explanation:
      "A tear-down began before the handler had ended, so it worked on with what was closed already. `return handler(values)` in a `try` leaves it at once.",
    advice: "Wait for its end, `await handler(values)`, and tear down then.",
    course: "P9: dependencies with yield",
  },
  "teardown-concurrent": {
    title: "Torn down at the same time",
    explanation:
      "A tear-down began while another one was still going on. What was set up last may need what was set up before it until its own end.",
    advice: "Await each tear-down in the loop before the next one begins.",
    course: "P9: dependencies with yield",
  },
  "teardown-forgotten": {
    title: "Set up, and never torn down",
    explanation:
      "All had gone well, and a generator still stood at its `yield`: nobody resumed it, so what comes behind that was never done.",
    advice: "After the handler call `next()` once more on each generator.",
    course: "P9: dependencies with yield",
  },
  "teardown-in-setup-order": {
    title: "Torn down from the wrong end",
    explanation:
      "What was set up first was torn down first, though others that stand on it were still open. Python leaves its `with` blocks from the inside out.",
    advice: "Go through the open ones from the last to the first.",
    course: "P9: dependencies with yield",
  },
  "teardown-skipped-on-error": {
    title: "A failure that skips the tear-down",
    explanation:
      "The handler failed, or its request was given up, and not all was torn down: the way out led past it.",
    advice: "Tear down on every way out: catch the error, tear down, and throw it again.",
    course: "P9: dependencies with yield",
  },
  "thread-held-too-long": {
    title: "A thread for more than the handler",
    explanation:
      "A request had its place among the threads for its set-up or its tear-down, too, which happen on the loop. So others waited while no handler was at work.",
    advice: "Take the place right before the handler's job, and give it back when the handler has ended.",
    course: "P9: path operation functions and the thread pool",
  },
  "ttl-from-start": {
    title: "Counted from the start of the load",
    explanation:
      "The value was loaded anew although it had arrived less than `ttlMs` before. The time was counted from the call of `load`, so a slow load eats up the life of its value.",
    advice: "Take the time in the `then` of the load, when the value is there.",
    course: "P7: asyncio.sleep",
  },
  "ttl-while-loading": {
    title: "Too old before it has arrived",
    explanation:
      "A load took longer than `ttlMs`, and was taken for too old while it was under way, so another one was begun beside it. When the service is slow, that makes it slower.",
    advice: "While the load is under way its entry does not expire: set the time when the value arrives.",
    course: "P7: asyncio.sleep",
  },
  "waiters-try-again": {
    title: "A failure that only one hears of",
    explanation:
      "A load failed, and those who had waited for it loaded anew in place of hearing of it. They wait twice as long, and all of them ask a service again that has just failed.",
    advice: "Hand the failure to all who waited: give each the same promise.",
    course: "P12: practice 2",
  },
  "async-everywhere": {
    title: "`async def`, whatever is in it",
    explanation:
      "A handler was made `async def` though what it calls blocks. Such a handler runs on the event loop: while it waits for the library, nobody else is served. The word `async` makes nothing asynchronous.",
    advice:
      "Ask what the handler calls. `async def` is for libraries that one awaits; for those that block there is `def`, which runs on a thread.",
    course: "P12: the decision chart",
  },
  "always-def": {
    title: "`def`, to be on the safe side",
    explanation:
      "A handler was made `def` where it need not be. That holds up nobody, but it takes one of the few threads for as long as it runs: a library that one awaits would need none, and heavy computing wants more than a thread of the pool.",
    advice:
      "`def` is for libraries that block, and for doubt. Look at the other rows of the chart for the rest.",
    course: "P12: the decision chart",
  },
  "or-of-texts": {
    title: "A text for a comparison",
    explanation:
      '`x === "a" || "b"` compares with `"a"` only. The other side of `||` is a text, and a text that is not empty counts as true: so the condition is always met.',
    advice: 'Compare on both sides: `x === "a" || x === "b"`.',
    course: "P12: the decision chart",
  },
  "case-runs-on": {
    title: "A case that runs into the next",
    explanation:
      "A `case` of your `switch` ends without `break` or `return`. What it has chosen is then replaced by what the next case says, whatever that is for.",
    advice: "End each case with `return`: then there is nothing to forget.",
    course: "P12: the decision chart",
  },
  "cpu-on-loop": {
    title: "Heavy computing on the event loop",
    explanation:
      "Work that keeps the processor busy was left on the event loop. There is nothing to await in it, so until it is done nothing else runs, not even the health check.",
    advice: "Without I/O ask whether the computing is heavy: then it is `def + executor`.",
    course: "P10: pitfall 4, P12: the decision chart",
  },
  "executor-for-io": {
    title: "An executor for what only waits",
    explanation:
      "An executor was chosen for a handler that does I/O. An executor is for computing: it brings more processors to the work. Who waits for a library needs none.",
    advice: "Look at the library first. The executor is for heavy computing without any I/O.",
    course: "P12: the decision chart",
  },
  "doubt-is-async": {
    title: "In doubt, on the event loop",
    explanation:
      "Nobody knew whether the library blocks, and the handler may run on the event loop. If it does block, all others wait. A thread too many costs far less.",
    advice: "In doubt choose `def`: it is right for what blocks, and does little harm to what does not.",
    course: "P12: the decision chart",
  },
  "doubt-throws": {
    title: "No answer in doubt",
    explanation:
      "The library was an unknown one, and the answer was an error. The chart has a row for that: doubt is the usual case, and there is a choice that is never far wrong.",
    advice: "Answer `def` for `unknown`.",
    course: "P12: the decision chart",
  },
  "missing-flag-is-heavy": {
    title: "Not said, and taken for yes",
    explanation:
      "`cpuHeavy` was not given, and the work was taken for heavy. What is not given counts as false. `cpuHeavy !== false` and `!(cpuHeavy === false)` are true of `undefined`, too.",
    advice: "Ask whether it is true: `if (work.cpuHeavy)`.",
    course: "P12: the decision chart",
  },
  "flag-presence": {
    title: "There, and taken for true",
    explanation:
      '`cpuHeavy` was given as false, and the work was taken for heavy. `"cpuHeavy" in work` and `work.cpuHeavy !== undefined` ask whether something is there, not what it says.',
    advice: "Ask what it says: `if (work.cpuHeavy)`.",
    course: "P12: the decision chart",
  },
  "cpu-before-io": {
    title: "The computing asked about before the library",
    explanation:
      "A handler that does I/O got another answer because it also computes. The chart asks about the library first: only where there is none does `cpuHeavy` count.",
    advice: 'Decide by the library, and look at `cpuHeavy` in the row "none" alone.',
    course: "P12: the decision chart",
  },
  "async-for-nothing": {
    title: "A promise where there is nothing to wait for",
    explanation:
      "The function is `async`, so what it returns is a promise, and whoever compares that with a text finds them different. There is nothing in it that takes time.",
    advice: "Leave out the `async`: what only decides returns its answer at once.",
    course: "P4: async and await",
  },
  "handle-rejects": {
    title: "A failure that comes out in place of an answer",
    explanation:
      "A request was to be answered, and its promise rejected. Whoever asks a server hears of a status, whatever has gone wrong inside; an error that comes out ends the connection, or the whole program.",
    advice: "Catch what a handler fails with, and what else can, in the one place where the answer is made.",
    course: "P9: path operation functions and the thread pool",
  },
  "routes-in-a-plain-object": {
    title: "Every object knows `constructor`",
    explanation:
      "A path that no route has was found. Routes were kept in a plain object, and such an object also has what all objects inherit: `constructor`, `toString` and more.",
    advice: "Keep them in a `Map`, or ask `Object.hasOwn(routes, path)` first.",
    course: "P9: path operation functions and the thread pool",
  },
  "loose-path": {
    title: "A path that only looks like it",
    explanation:
      "A path that no route has was answered by a route with a similar one. Here a path is a name: it is that very text, or another one.",
    advice: "Compare the whole text: `routes.get(path)`.",
    course: "P9: path operation functions and the thread pool",
  },
  "needs-ignored": {
    title: "Called without what it needs",
    explanation: "A handler that needs something was called, and nothing of that was set up.",
    advice: "Before the handler set up its dependencies, one after the other, and give it their values.",
    course: "P9: dependencies with yield",
  },
  "provides-on-thread": {
    title: "Set up on the thread of the handler",
    explanation:
      "What a `def` handler needs was set up on its thread. Only the handler belongs there: a dependency may await, and what it holds on to belongs to the event loop.",
    advice: "Set up first, and ask for a thread then: the job is nothing but the call of the handler.",
    course: "P9: dependencies with yield",
  },
  "answer-before-teardown": {
    title: "Answered before it is over",
    explanation:
      "The answer was given while the tear-down was still to be done. The client asks again at once, and finds a transaction that is not closed.",
    advice: "Await the tear-down, and answer then. Only who is given up is answered sooner.",
    course: "P9: dependencies with yield",
  },
  "limit-ignored": {
    title: "A limit that limits nothing",
    explanation:
      "The time was up, and nothing happened: the answer came when the handler had ended, or never.",
    advice: "Start a timer when the request comes in, and answer when it fires.",
    course: "P12: practice 2",
  },
  "one-timer-for-all": {
    title: "One clock for all requests",
    explanation:
      "A request was given up before its own time was over: the clock had been running since another one, or since the server was made.",
    advice: "Start a timer of its own for each request, and clear that one.",
    course: "P12: practice 2",
  },
  "wrong-status": {
    title: "Another status than the case has",
    explanation:
      "The request was given up in time, and the status was that of another case. 499 says that the client has gone, 504 that the server took too long.",
    advice: "Answer in the place where you learn of it: in the abort listener, or in the timer.",
    course: "P12: practice 2",
  },
  "late-value-counts": {
    title: "A value that came too late, and counted",
    explanation:
      "The request had been given up, and its handler came to a value in that moment, in answer to the abort: that was taken for the answer. Once it is given up nothing else counts.",
    advice: "Decide first, and abort afterwards: an answer that is given cannot be given again.",
    course: "P11: cancellation",
  },
  "abort-by-error-name": {
    title: "A failure taken for an abort",
    explanation:
      "A handler failed with an error that is named as those of aborts and limits are, and the request counted as given up. But nobody had gone, and no time was up: it was another one's abort.",
    advice: "Do not ask the error. Ask your own signal whether it has aborted.",
    course: "P11: cancellation",
  },
  "thread-freed-by-timeout": {
    title: "A thread given back while it is at work",
    explanation:
      "A request was given up, and its thread was handed to the next one, though the old job still runs on it. A thread cannot be stopped from outside; so there were more at work than there are.",
    advice:
      "Give the thread back when the promise of `toThread` settles, whatever has become of the request.",
    course: "P9: path operation functions and the thread pool",
  },
  "starts-when-given-up": {
    title: "Given up, and begun all the same",
    explanation:
      "A request was given up while it waited for a thread, and when one was free its handler was called. Nobody wants what it does, and others wait for that thread.",
    advice: "Whoever waits for a thread listens to the signal, and leaves the line when it aborts.",
    course: "P11: cancellation",
  },
  "background-delays-response": {
    title: "An answer that waits for what comes after it",
    explanation:
      "The answer came only when the background tasks had ended. They are for what nobody has to wait for.",
    advice: "Answer first, and do not await the tasks before that.",
    course: "P11: background tasks",
  },
  "background-before-response": {
    title: "Afterwards, but too soon",
    explanation:
      "A background task began before whoever waited had the answer. A promise that is resolved tells those who await it in a microtask; whatever you do in the same turn comes before that.",
    advice: "Wait for a turn of the event loop after the answer, with `setImmediate` or a timer of 0 ms.",
    course: "P11: background tasks",
  },
  "background-failure-stops-rest": {
    title: "One fails, and the rest never begin",
    explanation:
      "A background task failed, and others were not begun any more. They have nothing to do with each other.",
    advice: "Call each in a `try` of its own, so that a throw at once counts as well.",
    course: "P11: background tasks",
  },
  "tasks-lost": {
    title: "Left for afterwards, and forgotten",
    explanation: "A handler left a background task, and it was never begun.",
    advice:
      "Keep all that `background` is given while the handler is at work, and begin it after the answer.",
    course: "P11: background tasks",
  },
  "shutdown-drops-work": {
    title: "Work thrown away by the shutdown",
    explanation:
      "A request that had come before the shutdown was not served: it was refused, aborted, or left in the line for ever.",
    advice: "Close the door for those who come later, and let all others go on.",
    course: "P11: background tasks",
  },
  "shutdown-forgets-background": {
    title: "A shutdown that knows nothing of the tasks",
    explanation:
      "The shutdown was over while background tasks were still to be done. Nobody else waits for them: when the process ends they are lost.",
    advice: "Count them among what is under way, from the answer on, with no gap in which nothing is.",
    course: "P11: background tasks",
  },
  "shutdown-closes-late": {
    title: "Still open after the shutdown",
    explanation: "A request came after the shutdown, and was served. As long as more come it may never end.",
    advice: "Remember the shutdown before you wait for anything, and look at that first in `handle`.",
    course: "P11: background tasks",
  },
};
