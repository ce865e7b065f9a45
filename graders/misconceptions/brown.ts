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
  "wakes-everyone": {
    title: "One place, and all are let in",
    explanation:
      "One place was given back, and more than one of those who waited came in. Each was told that there is a place, and none looked whether it was still there.",
    advice:
      "One place that comes back is one who waits that may go on: take one out of the line, and leave the others.",
    course: "P9: path operation functions and the thread pool",
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
      "A place was given back and a signal aborted in one turn. The place was on its way to somebody who then left, and nobody took it back: it is lost, and those who wait, wait for ever.",
    advice:
      "Decide at once: whoever is handed a place is out of the line and has it, in the same call, and a later abort finds nobody there. Or hand the place on when its receiver has left.",
    course: "P11: cancellation",
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
      "`available` or `waiting` was not what it counts. Somebody had come in, gone, or left the line, and the number did not follow.",
    advice:
      "Do not keep a number that can be asked for: the length of the line is how many wait. What you do keep, change in the one place where somebody comes in, and in the one where somebody goes.",
    course: "P9: path operation functions and the thread pool",
  },
};
