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
      "Your functions were made in a loop and read one variable outside of it, the same for all. When they ran, the loop was over, and the variable held the last value.",
    advice:
      "Give each its own variable: `for (const url of urls)`, or a parameter, as in `urls.map((url) => …)`.",
    course: "P6: tasks",
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
    advice: "Call it with its object: `then.call(value, …)`.",
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
    title: "Resumed before there is a result",
    explanation:
      "The generator yielded a promise, and was resumed at once with that same promise. It waits at its `yield` for what the promise comes to.",
    advice: "Wait for the promise, and hand over what comes of it: `generator.next(await promise)`.",
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
};
