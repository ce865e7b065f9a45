// Mistakes of the black belt, 31–35: the server.
import type { Misconception } from "./misconception.ts";

export const black: Record<string, Misconception> = {
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
  "ttl-while-loading": {
    title: "Too old before it has arrived",
    explanation:
      "A load took longer than `ttlMs`, and was taken for too old while it was under way, so another one was begun beside it. When the service is slow, that makes it slower.",
    advice: "While the load is under way its entry does not expire: set the time when the value arrives.",
    course: "P7: asyncio.sleep",
  },
  "ttl-from-start": {
    title: "Counted from the start of the load",
    explanation:
      "The value was loaded anew although it had arrived less than `ttlMs` before. The time was counted from the call of `load`, so a slow load eats up the life of its value.",
    advice: "Take the time in the `then` of the load, when the value is there.",
    course: "P7: asyncio.sleep",
  },
  "sliding-ttl": {
    title: "Asking keeps it alive",
    explanation:
      "A value was handed out that was too old: each call that got it began its time anew. What is asked for often enough would never be loaded again.",
    advice: "Set the time once, when the value arrives, and only compare with it later.",
    course: "P7: asyncio.sleep",
  },
  "never-expires": {
    title: "Handed out although it was too old",
    explanation:
      "A call got a value that had arrived more than `ttlMs` before. Nothing took it out of the map in time, and nobody looked at how old it was; or it was still handed out while a new load was under way.",
    advice:
      "Before you hand it out compare the time with that of its arrival; if it is too old, load and wait for that.",
    course: "P7: asyncio.sleep",
  },
  "stale-if-error": {
    title: "The old value in place of the failure",
    explanation:
      "The new load failed, and the caller got the old value, which had expired. Some caches do so, but then nobody learns that something is wrong, and how old the value is.",
    advice: "Let go of the old value when it has expired: the new load's failure is the answer.",
    course: "P12: practice 2",
  },
  "failure-cached": {
    title: "A failure that stays",
    explanation:
      "A call got the failure of a load that was over when it came. The rejected promise was kept like a value, so nobody ever tries again, or not for a long time.",
    advice: "When the load fails, take its entry out of the map: in the promise's own rejection handler.",
    course: "P12: practice 2",
  },
  "waiters-try-again": {
    title: "A failure that only one hears of",
    explanation:
      "A load failed, and those who had waited for it loaded anew in place of hearing of it. They wait twice as long, and all of them ask a service again that has just failed.",
    advice: "Hand the failure to all who waited: give each the same promise.",
    course: "P12: practice 2",
  },
  "keys-share": {
    title: "One entry for all keys",
    explanation:
      "A call for one key got what had been loaded for another. There is one place for the load or the value, where each key needs its own.",
    advice: "Keep a `Map` from the key to its entry.",
    course: "P6: tasks",
  },
  "keys-emptied-together": {
    title: "All keys expire together",
    explanation:
      "A value was loaded anew although its time was not over: the time of another key's value was, and with that all values went, or the map was emptied.",
    advice: "Each value has its own time: take out that one key, or compare with its own arrival.",
    course: "P6: tasks",
  },
  "keys-as-text": {
    title: "Keys made into text",
    explanation:
      'Two keys that are different have the same text, such as `1` and `"1"`, or two objects, and were taken for one. An object\'s properties are named by texts, so whatever is used as a name becomes one; so does what is put into a template or through `JSON.stringify`.',
    advice: 'Use a `Map`, with the key itself: it tells `1` from `"1"`, and each object from any other.',
    course: "P6: tasks",
  },
  "equal-by-operator": {
    title: "NaN is not equal to itself",
    explanation:
      "`NaN === NaN` is false, so a search by `===`, or by `indexOf`, never finds the key `NaN`, and it is loaded each time. A `Map` finds it.",
    advice: "Use a `Map` in place of a list that you search.",
    course: "P6: tasks",
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
  "limit-per-handler": {
    title: "A pool for each handler",
    explanation:
      "Each handler counted its own requests, so with several of them more threads were at work than there are. The threads are the same for all.",
    advice:
      "Keep the number of free threads, and the line of those who wait, where the dispatcher is made, and not where a handler is.",
    course: "P9: path operation functions and the thread pool",
  },
  "released-too-early": {
    title: "A thread given back by its own job",
    explanation:
      "The job itself said that its thread is free, and the next request had it while the job was still at work. What a job does belongs to the thread: on the event loop only the promise of `toThread` tells that it has ended.",
    advice:
      "Wait for that promise, and give the thread back then: `try { return await toThread(…) } finally { … }`.",
    course: "P9: path operation functions and the thread pool",
  },
};
