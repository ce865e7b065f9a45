// Mistakes of 34 and 35: the chart, and the server with all of the course in it.
import type { Misconception } from "./misconception.ts";

export const server: Record<string, Misconception> = {
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
  "needs-order": {
    title: "Set up before what it needs",
    explanation:
      "Something was set up before the thing that it needs was there, so it got nothing. The list may come in any order; what counts is who needs whom.",
    advice: "Before you set one up, set up what it needs, and remember what is there already.",
    course: "P9: dependencies with yield",
  },
  "set-up-twice": {
    title: "Set up once for each who needs it",
    explanation:
      "Two needed the same thing, and it was set up twice: two connections where one was meant, of which nobody knows the first.",
    advice: "Remember by name what is there, and look before you set up.",
    course: "P9: dependencies with yield",
  },
  "errors-while-setting-up": {
    title: "Found out when it is too late",
    explanation:
      "A list of dependencies could not be put into an order, and that was noticed when some of them had been set up.",
    advice: "Find the order first, for all of them, and begin only then.",
    course: "P9: dependencies with yield",
  },
  "partial-setup-leaks": {
    title: "What was there when another one failed",
    explanation:
      "A set-up failed, and what had been set up before it was not torn down. Nobody else knows of it: it stays open for ever.",
    advice: "Put the set-up into the `try` as well, and tear down whatever is on the list by then.",
    course: "P9: dependencies with yield",
  },
  "teardown-skipped-on-error": {
    title: "Torn down only if all goes well",
    explanation:
      "The handler failed, or was given up, and what it had needed was not torn down. Just then somebody must: a transaction that is open blocks the next one.",
    advice: "Tear down in a `finally`, or both after the handler and in the `catch`.",
    course: "P9: dependencies with yield",
  },
  "teardown-in-setup-order": {
    title: "Torn down from the wrong end",
    explanation:
      "What was set up first was torn down first, while what needs it was still there. A session cannot be closed without its connection.",
    advice: "Go through the list from its end.",
    course: "P9: dependencies with yield",
  },
  "teardown-before-handler-ends": {
    title: "Taken away from under the handler",
    explanation:
      "The tear-down began while the handler was still at work. Whether somebody waits for it or not, it uses what it was given.",
    advice: "Wait until the handler's own promise has settled, also if the answer has long been given.",
    course: "P9: dependencies with yield",
  },
  "teardown-concurrent": {
    title: "Torn down all at once",
    explanation: "Several were torn down at the same time. One may need another until it is gone.",
    advice: "Await each before you begin the next: a loop, no `Promise.all`.",
    course: "P9: dependencies with yield",
  },
  "error-not-thrown-in": {
    title: "Torn down as if all had gone well",
    explanation:
      "The handler failed, and its error was not thrown into what it had needed. A generator that stands at its `yield` is to learn of it: there it rolls back, and does not commit.",
    advice: "Resume with `generator.throw(error)`, and with `next()` after a success only.",
    course: "P9: dependencies with yield",
  },
  "swallowed-by-a-generator": {
    title: "Caught in the tear-down, and forgotten",
    explanation:
      "A dependency caught the error that was thrown into it, and the request counted as a success. Catching it there is for cleaning up: the handler has failed all the same.",
    advice: "Keep the handler's error, and let it come out when all are torn down.",
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
