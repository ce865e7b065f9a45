// Mistakes of the green belt, 16–20: loops and coroutines.
import type { Misconception } from "./misconception.ts";

export const green: Record<string, Misconception> = {
  "async-wrapper": {
    title: "`async` around a call that blocks",
    explanation:
      "The call that blocks is made inside an `async` function (or in `new Promise(…)`), and still on the event loop: while it runs nothing else can. `async` makes a promise of the result; where the work is done it does not change.",
    advice:
      "Have another thread make the call: hand over a function that makes it, and wait for what comes back.",
    course: "P8: async in name only",
  },
  "one-thread-for-all": {
    title: "One thread for everything",
    explanation:
      "The calls were made on a single thread, so each waited there for the one before it. The event loop was free, but nothing was done at the same time.",
    advice: "Ask for a thread for each call, all of them before you wait for the first.",
    course: "P9: path operation functions and the thread pool",
  },
  "async-job": {
    title: "A promise made on the thread",
    explanation:
      "What your code hands to the thread is an `async` function, or returns a promise. The failure makes a rejected promise on the thread, and until the thread has ended nobody has it to handle it. What blocks is no more asynchronous for it.",
    advice: "Hand over a plain function, which returns the result or throws: `() => fn(...args)`.",
    course: "P9: path operation functions and the thread pool",
  },
  "settled-from-thread": {
    title: "A promise settled from the thread",
    explanation:
      "Your function that runs on the thread settled the promise itself, while the thread was still at work. A thread shares nothing with the event loop but what comes back at its end, and in Python such a call from another thread is not even safe.",
    advice: "Let the function return its result or throw, and wait for the promise of the thread itself.",
    course: "P9: path operation functions and the thread pool",
  },
  "read-too-late": {
    title: "A variable that has changed by the time it is read",
    explanation:
      "Your code read a variable that is the same for all, and later than you meant: in a function that was made in a loop, or after an `await`. By then it had moved on, and held what it had for another one, or in the end.",
    advice:
      "Give each its own variable: `for (const each of list)`, `for (let i = 0; …)`, a parameter, as in `list.map((each, i) => …)`, or a `const` of what a counter says before the `await`.",
    course: "P6: tasks",
  },
  "nested-allowed": {
    title: "A run inside a run",
    explanation:
      "`run` was called while another run was under way, and began all the same. A loop that is running cannot be started anew: the inner run would have to end before the code around it goes on, and that code is what the loop is running.",
    advice: "Remember that a run is under way, for all who may call, and look at that first.",
    course: "P10: pitfall 3",
  },
  "starts-then-rejects": {
    title: "Refused, and begun all the same",
    explanation:
      "The run was refused, but its `main` had been called by then. What should not happen has happened, and nobody waits for it.",
    advice: "Look first, and call `main` only if nothing is under way.",
    course: "P10: pitfall 3",
  },
  "waits-its-turn": {
    title: "A queue where a refusal is due",
    explanation:
      "A second run was put off until the first had ended. From inside a `main` that is a deadlock as soon as somebody awaits it: the inner run waits for the outer one, and that for the inner.",
    advice: "Reject at once when a run is under way.",
    course: "P10: pitfall 3",
  },
  "joins-what-runs": {
    title: "Another's outcome in place of a refusal",
    explanation:
      "Who called `run` while another run was under way got the outcome of that one. It is not what they asked for, and their own `main` was never called.",
    advice: "Reject at once when a run is under way.",
    course: "P10: pitfall 3",
  },
  "refused-run-resets": {
    title: "A refused run that clears the flag of another",
    explanation:
      "A run was refused, and its `finally` cleared the flag all the same, which says that the first run is under way. That one still is, but nobody knows it any more.",
    advice: "Enter the `try` only when the flag has been set by this very call.",
    course: "P10: pitfall 3",
  },
  "stuck-after-failure": {
    title: "A failure after which nothing runs any more",
    explanation:
      "A `main` failed, and the runner was still busy for ever after. The line that clears the flag was jumped over: by the failure at an `await`, or by a `main` that throws at once.",
    advice: "Call `main` inside a `try`, await it there, and clear the flag in `finally`.",
    course: "P10: pitfall 3",
  },
  "stuck-after-refusal": {
    title: "A refused run after which nothing runs any more",
    explanation:
      "A run was refused, as it should be, but the runner counted it as one that had begun. When the run under way had ended, the runner was still busy, and stayed so for ever.",
    advice: "Look first, and refuse before anything is counted: who is refused changes nothing.",
    course: "P10: pitfall 3",
  },
  "free-too-late": {
    title: "Free only some time after the end",
    explanation:
      "The run had settled, and the runner was still busy when the caller went on. Who starts the next run right after `await` is refused.",
    advice: "Clear the flag before the promise settles: in the `finally` of the function that awaits `main`.",
    course: "P10: pitfall 3",
  },
  "taken-too-late": {
    title: "A flag that is set too late",
    explanation:
      "The run had been called, or its `main` was at work already, and the flag still said that nothing was under way. Whoever asks in between is told so, and begins another.",
    advice: "Set the flag first, before any `await`, and call `main` after that.",
    course: "P10: pitfall 3",
  },
  "running-is-a-snapshot": {
    title: "A copy of the flag in place of the flag",
    explanation:
      "`running` never changed: it holds what the flag was when the object was made. A property that is given a value does not follow the variable from which it came.",
    advice: "Make it a getter: `get running() { return … }`. Or change the property itself.",
    course: "P10: pitfall 3",
  },
  "sync-callbacks": {
    title: "Callbacks that run at once",
    explanation:
      "A callback of `then` ran while the code that had called `then` or `resolve` was still in the middle of its work. Nobody can rely on the order of things then: sometimes it is called now, sometimes later.",
    advice:
      "Always call it later, in a microtask: `queueMicrotask(() => …)`, also if the result is there already.",
    course: "P3: awaitables",
  },
  "callbacks-by-timer": {
    title: "Callbacks that wait for a turn of the event loop",
    explanation:
      "A callback of `then` ran only in a later turn of the event loop. Timers and `setImmediate` let everything else go first that is due; callbacks of promises are microtasks, which come before all that.",
    advice: "Use `queueMicrotask`.",
    course: "P3: awaitables",
  },
  "one-callback-only": {
    title: "Room for one who waits",
    explanation:
      "`then` was called several times, and not all of the callbacks were called. Each call of `then` adds somebody who waits, and none replaces another.",
    advice: "Keep all of them in a list, and call each when there is a result.",
    course: "P3: awaitables",
  },
  "callbacks-out-of-order": {
    title: "Callbacks in another order than that of `then`",
    explanation:
      "The callbacks of one future ran in another order than that in which `then` had been called. Who asked first is told first.",
    advice: "Work off the list from its beginning: `for … of`, or `shift`, not `pop`.",
    course: "P3: awaitables",
  },
  "late-then-ignored": {
    title: "Who comes late waits for ever",
    explanation:
      "`then` was called when there was a result already, and its callback was never called. What empties the list of those who wait has been and gone by then.",
    advice: "Look at `state` in `then`: if it is no longer pending, queue the microtask at once.",
    course: "P3: awaitables",
  },
  "throw-escapes": {
    title: "A throw that is not turned into a rejection",
    explanation:
      "Something that was called for you threw: a callback, a `then`, or the getter of one. The error went up to whoever happened to call, where nobody expects it, and the future never heard of it.",
    advice:
      "Call foreign code in a `try`, and reject in the `catch`: the future that `then` has given, or the one that follows the thenable.",
    course: "P3: awaitables",
  },
  "handled-failure-goes-on": {
    title: "A failure that was handled, and goes on",
    explanation:
      "The callback for a failure returned a value, and the future that `then` had given was rejected all the same. Whoever handles a failure ends it, as a `catch` does.",
    advice:
      "What a callback returns resolves the next future, whichever of the two callbacks it was; only a throw rejects it.",
    course: "P3: awaitables",
  },
  "throw-handled-by-sibling": {
    title: "A failure handled by the wrong callback",
    explanation:
      "The first callback of `then` failed, and the second one of the same `then` was called with that. But `then(a, b)` calls `a` or `b`, never both: `b` is for a failure that came before. What `a` throws is for whoever comes after.",
    advice:
      "Choose the callback before you call it, by how it came out, and let what it throws only reject what `then` has given.",
    course: "P3: awaitables",
  },
  "no-adoption": {
    title: "A promise taken for a result",
    explanation:
      "The future was resolved with something that has a `then`, and took the thing itself for its result. Whoever waits wants what that comes to in the end.",
    advice:
      "If the value has a method `then`, call it with two functions, and wait for the one that is called.",
    course: "P3: awaitables",
  },
  "adopts-some-kinds": {
    title: "Only some thenables are followed",
    explanation:
      "The future follows things of one kind, and takes others for results, though they have a `then` as well. It is the method that counts: any object or function that has one is a thenable.",
    advice:
      'Ask `typeof value.then === "function"` of every object and function (not `instanceof`), and read `then` once.',
    course: "P3: awaitables",
  },
  "adopts-one-level": {
    title: "Followed, but not to the end",
    explanation:
      "A thenable answered with another thenable, and the future took that one for its result. An answer may be a promise again, however often.",
    advice: "Treat the answer as `resolve` treats a value: follow it as well.",
    course: "P3: awaitables",
  },
  "reads-then-twice": {
    title: "`then` read more than once",
    explanation:
      "The property `then` of a thing was read twice. It may be a getter, which gives something else the next time, or nothing.",
    advice:
      "Read it once, keep it in a variable, and use that: `const then = value.then`, then `then.call(value, …)`.",
    course: "P3: awaitables",
  },
  "settles-twice": {
    title: "A result that changes",
    explanation:
      "The future had its result, or had been told whose result it would be, and another call changed that. Those who were told first and those who ask later would hear different things.",
    advice:
      "Remember that it has been decided, at the first `resolve` or `reject` (the state may still be pending then), and likewise for each thenable that is asked: its first answer counts.",
    course: "P3: awaitables",
  },
  "settled-again-throws": {
    title: "An error for who comes second",
    explanation:
      "`resolve` or `reject` was called on a future that was decided already, and threw. Python's `set_result` does that. Here several may try, and whoever is late need not know.",
    advice: "Return at once when it has been decided.",
    course: "P3: awaitables",
  },
  "then-without-this": {
    title: "A method called without its object",
    explanation:
      "A method, such as the `then` of a thing, was called, but not on its own object: `this` was lost. A method that has been read into a variable forgets where it comes from.",
    advice: "Call it on its object: `thing.method()`, or `method.call(thing)`.",
    course: "P3: awaitables",
  },
  "then-is-no-function": {
    title: "Not everything called `then` is a method",
    explanation:
      "The value had a property `then` that was no function, and your code called it. Such a value is a result like any other.",
    advice: 'Ask whether it is a function first: `typeof then === "function"`.',
    course: "P3: awaitables",
  },
  "adopts-reasons": {
    title: "A reason that is followed",
    explanation:
      "The future was rejected with a thenable, and waited for what that would come to. Only values are followed; a reason is passed on as it is, whatever it is.",
    advice: "Let `reject` keep what it is given.",
    course: "P3: awaitables",
  },
  "state-too-early": {
    title: "A state that knows too much",
    explanation:
      "`state` was no longer `pending` although the future was still waiting for a thenable to answer. That something has been decided does not mean that there is a result.",
    advice:
      "Change `state` when there is a value or a reason, and keep by itself that nobody else may decide any more.",
    course: "P3: awaitables",
  },
  "state-too-late": {
    title: "A state that lags behind",
    explanation:
      "There was a result, and `state` was still `pending`. Only the callbacks are for later: what the future knows, it knows at once.",
    advice: "Set `state` in `resolve` and `reject`, and the microtasks for the callbacks after that.",
    course: "P3: awaitables",
  },
  "self-resolution": {
    title: "A future that waits for itself",
    explanation:
      "The future was to come to what it comes to itself, and so never came to anything, or not to a `TypeError`. It happens in a callback that returns the very future that its `then` gave.",
    advice: "Compare first: if the value is this future itself, reject with a `TypeError`.",
    course: "P3: awaitables",
  },
  "uses-promise": {
    title: "A promise of the language inside",
    explanation:
      "Your code leaves the work to a promise of the language: `Promise`, or an `async` function, which makes one. The exercise is to do that work.",
    advice:
      "Keep state, result and callbacks in the future itself. `queueMicrotask` is all that you need of the platform.",
    course: "P3: awaitables",
  },
  "generator-not-driven": {
    title: "A generator that nobody drives",
    explanation:
      "A generator was made, and none of it ran. Calling a generator function runs nothing: it only makes the generator, which runs up to its next `yield` each time that somebody calls its `next`.",
    advice: "Call `next()`, look at what it yields, and go on until it says `done`.",
    course: "P3: generators",
  },
  "resumes-with-promise": {
    title: "Resumed with what it had yielded",
    explanation:
      "The generator yielded what it waits for, and was resumed with that very thing. It waits at its `yield` for what comes of it.",
    advice:
      "Wait for what comes of it, and hand that over: `generator.next(await promise)`, or the `result` of an awaitable that is `done`.",
    course: "P3: generators",
  },
  "resumes-with-nothing": {
    title: "Resumed without an answer",
    explanation:
      "It waited at its `yield`, and was resumed with `undefined`. What stands in `next(…)` is what the `yield` gives in there; a bare `next()`, and every loop over a generator, says nothing.",
    advice: "Hand over what it waits for: `generator.next(result)`.",
    course: "P3: generators",
  },
  "first-yield-skipped": {
    title: "What it yields first is left out",
    explanation:
      "The generator was resumed before anybody looked at what it had yielded first, and so it never got an answer to that. In Python, too, the first `send(None)` gives what is yielded first.",
    advice: "Keep what the first `next()` gives, and deal with it as with all that comes after it.",
    course: "P3: generators",
  },
  "rejection-not-thrown-in": {
    title: "A failure that the generator never hears of",
    explanation:
      "A promise that the generator had yielded was rejected, and that was not thrown where the generator waits. So none of its `catch` and `finally` could do anything about it.",
    advice:
      "Throw it in: `generator.throw(error)`, each time. It gives what is yielded next, as `next` does, or throws if the generator does not catch it.",
    course: "P3: generators",
  },
  "failure-flag-stays": {
    title: "A failure that is thrown in again",
    explanation:
      "After a promise had been rejected, what the next one resolved to was thrown into the generator as well. Whether to call `next` or `throw` is a matter of each step by itself; your code still knew it of the one before.",
    advice: "Decide it anew at each step, where you learn how its promise settled.",
    course: "P2: coroutines",
  },
  "answer-skipped": {
    title: "What it yields in answer to a throw",
    explanation:
      "The generator caught what was thrown into it and went on to its next `yield`, but nobody looked at what it had yielded there: `throw(…)` gives a step just as `next(…)` does.",
    advice: "Go on with what `generator.throw(error)` returns: wait for its value, unless it says `done`.",
    course: "P3: generators",
  },
  "lost-return-value": {
    title: "A return value left behind",
    explanation:
      "The generator returned something, and your promise came to something else. The return value is in the step that says `done`; loops and `[...generator]` drop it.",
    advice: "When `next` or `throw` gives `{ done: true, value }`, resolve with that `value`.",
    course: "P3: generators",
  },
  "plain-takes-time": {
    title: "Time spent on what is there already",
    explanation:
      "The generator yielded a value that was no promise, and got it back only after a timer. There was nothing to wait for.",
    advice: "Hand it back at once; a loop, or an `await`, which is a microtask, takes no time.",
    course: "P3: generators",
  },
  "plain-unpacked": {
    title: "A value taken apart",
    explanation:
      "The generator yielded a list, an object, a function or another generator, and got something else back: the thing was copied, called, or run. It is a value like any other.",
    advice: "Ask only whether it is a promise. Who wants several awaited yields `Promise.all(…)`.",
    course: "P3: generators",
  },
  "value-taken-for-failure": {
    title: "An error that nobody has thrown",
    explanation:
      "The generator yielded an Error, as a value, and your code took that for a failure. What counts is how something comes, by a throw or a rejection, and not what it is.",
    advice: "Throw into the generator only what a promise was rejected with.",
    course: "P3: generators",
  },
  "starts-before-run": {
    title: "A task that begins before the loop runs it",
    explanation:
      "A task began while it was being created, or before `run()` was called. A loop takes a task in and runs it when its turn comes; until then nothing of it happens.",
    advice: "In `createTask` only put the coroutine into the ready line; call its `next` in `run()` alone.",
    course: "P3: the event loop",
  },
  "depth-first": {
    title: "One task from its beginning to its end",
    explanation:
      "A task that had to wait was served at once and went on, while others stood ready and had not had their turn. So nothing is gained by the waiting: the tasks run one after the other.",
    advice:
      "When a task yields, put it with those that wait, and give the next one that is ready its turn. I/O is for when none is ready.",
    course: "P3: the event loop",
  },
  "io-before-ready": {
    title: "I/O while somebody is ready",
    explanation:
      "I/O was finished although a task was ready and had not had its turn. The loop turns to those who wait only when nobody can go on.",
    advice:
      "Empty the ready line first, with all that is put into it meanwhile, and look for I/O after that.",
    course: "P3: the event loop",
  },
  "new-tasks-after-io": {
    title: "New tasks have to wait for the I/O",
    explanation:
      "A task was created while others had their turns, and had its own only after the I/O. It was ready like the others, behind them in the same line.",
    advice:
      "Do not walk through a copy of the ready line, or to the length that it had: take from its front until it is empty.",
    course: "P3: the event loop",
  },
  "new-tasks-ignored": {
    title: "Tasks that are created meanwhile are lost",
    explanation:
      "A task that another one had created while the loop was running never had a turn in that `run()`. The loop worked off the list that there was at its beginning.",
    advice: "Look at the ready line anew each time, and stop only when nobody is ready and nobody waits.",
    course: "P3: the event loop",
  },
  "io-interleaved": {
    title: "Tasks go on in the middle of the I/O",
    explanation:
      "A task went on although others had waited as long, and their I/O was not finished yet. All I/O of a phase comes first; then those who have waited are ready, in order.",
    advice:
      "Finish the I/O of all who wait by then, and only put each into the ready line; give them their turns after that.",
    course: "P3: the event loop",
  },
  "one-io-at-a-time": {
    title: "One result at a time",
    explanation:
      "Several tasks were waiting, and the I/O of only one of them was finished before the tasks had their turns again. Their I/O goes on at the same time: when nobody is ready, that of all is finished.",
    advice: "Take all who wait by then, log and finish each, and then go on with the ready line.",
    course: "P3: the event loop",
  },
  "one-failure-stops-all": {
    title: "One task's failure is everybody's",
    explanation:
      "A task threw, and that came out of `run()` or ended it, so the others never got to their end. What a task throws is that task's own affair.",
    advice: "Call the coroutine in a `try`, keep the error in its task, and go on with the next.",
    course: "P3: the event loop",
  },
  "done-too-early": {
    title: "Done, and still waiting",
    explanation:
      "A task said that it was `done` while it was waiting for I/O. It has ended only when its coroutine has returned or thrown; that it was started, or has had a turn, is not the end.",
    advice: "Set `done` where `next` says `{ done: true }`, and in the `catch`.",
    course: "P3: the event loop",
  },
  "task-never-changes": {
    title: "A task that never hears of its end",
    explanation:
      "The object that `createTask` had returned was never `done`, though its coroutine had ended. Whoever created the task looks at that very object: what is written into a copy of it, or into a new one in its place, reaches nobody.",
    advice: "Set `done`, and `result` or `error`, of the object that you returned.",
    course: "P6: tasks",
  },
  "lost-result": {
    title: "A result that the task does not have",
    explanation:
      "A coroutine returned something, and its task does not have that as its `result`. The return value is in the step that says `done`.",
    advice: "When `next` gives `{ done: true, value }`, keep that `value` in the task.",
    course: "P3: the event loop",
  },
  "failure-not-kept": {
    title: "A failure that the task does not tell of",
    explanation:
      "A coroutine threw, and its task does not say so: it should be `done`, with what was thrown as its `error`, and without a `result`. Nobody else will ever hear of it.",
    advice: "In the `catch` set both: `done`, and `error`.",
    course: "P3: the event loop",
  },
  "awaitable-not-marked": {
    title: "An awaitable that does not know that it is done",
    explanation:
      "A task went on, and an awaitable whose I/O had been finished was not `done`, or did not have its `result`. Others who hold it can only look there.",
    advice: "When its I/O is finished set both, and then let the task go on.",
    course: "P3: awaitables",
  },
  "shared-awaitable-finishes-twice": {
    title: "The same I/O finished more than once",
    explanation:
      "Two tasks waited for one awaitable, and it was finished once for each of them. There is one piece of I/O, however many wait for it.",
    advice: "Look whether it is `done` already, or keep those who wait for it together in one list.",
    course: "P3: awaitables",
  },
  "shared-awaitable-lost": {
    title: "Room for one who waits",
    explanation:
      "Two tasks waited for one awaitable, and only one of them went on. The other was forgotten, or took the first one's place.",
    advice: "Keep a list of tasks for each awaitable, and make all of them ready.",
    course: "P3: awaitables",
  },
  "runs-once-only": {
    title: "A loop that runs only once",
    explanation:
      "Tasks were created after `run()` was over, and the next `run()` did not run them. That a loop has nothing left to do does not mean that it is closed.",
    advice: "Keep nothing that says that it has run: the ready line says whether there is something to do.",
    course: "P3: the event loop",
  },
};
