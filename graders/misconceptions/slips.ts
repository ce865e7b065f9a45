// Slips that beginners make in any exercise: most are told by what stands in the program and what the trace shows of it.
import type { Misconception } from "./misconception.ts";

export const slips: Record<string, Misconception> = {
  "not-called": {
    title: "A function in place of its result",
    explanation:
      "Your code handed on, awaited or returned a function without calling it, so what it does never began. `await` and `Promise.all` wait for promises; a function is just a value to them.",
    advice: "Call it, with parentheses and its arguments, and wait for the promise that it gives you.",
    course: "P2: coroutines",
  },
  "called-not-passed": {
    title: "Called where it should be passed on",
    explanation:
      "Your code calls the function at once and hands on what it returns, as in `setTimeout(resolve(), ms)`. So it acts too early, and when its moment comes there is nothing left to call.",
    advice:
      "Pass the function itself, `setTimeout(resolve, ms)`, or a new one: `setTimeout(() => reject(error), ms)`.",
    course: "P3: the event loop",
  },
  "one-in-every-place": {
    title: "The same promise in every place",
    explanation:
      "`Array(limit).fill(lane())` calls `lane` once, and puts the one promise that it gives into every place. So there is a single lane, however long the list is, and it does one thing after another.",
    advice: "Call the function for each place: `Array.from({ length: limit }, () => lane())`.",
    course: "P5: concurrency and parallelism",
  },
  "passed-not-called": {
    title: "Named where it should be called",
    explanation:
      "A function's name alone does nothing: `() => reject` gives the function back, and `resolve;` only looks at it. So what should have happened there never did.",
    advice: "Call it, with parentheses: `() => reject(error)`, `resolve()`.",
    course: "P3: the event loop",
  },
  "wrong-combinator": {
    title: "Another combinator than the task needs",
    explanation:
      "`Promise.all` waits for all and rejects at the first failure; `Promise.allSettled` waits for all, and never rejects; `Promise.race` takes the first to settle, success or failure; `Promise.any` takes the first success, and lets failures pass.",
    advice:
      "Say in one sentence whom the task waits for, and what a failure means to it; then take the one that does this.",
    course: "P7: gather",
  },
  "all-takes-list": {
    title: "Several arguments in place of one list",
    explanation:
      "`Promise.all`, `race`, `any` and `allSettled` take one argument: an array (or another iterable) of promises. Several arguments or an object in braces are no such list.",
    advice: "Put the promises into square brackets: `Promise.all([first, second])`.",
    course: "P7: gather",
  },
  "throw-in-callback": {
    title: "A throw that no promise sees",
    explanation:
      "The error was thrown in the callback of a timer or an event. Nobody awaits that callback: the event loop called it, long after the `try` around its making was over. So no `catch` and no promise gets the error, and Node ends the program.",
    advice:
      "Reject a promise instead of throwing: `new Promise((_, reject) => …)`, and call `reject(error)` in the callback.",
    course: "P3: the event loop",
  },
  "wrong-event": {
    title: "An event that never comes",
    explanation:
      "You listen for an event of a name that nobody fires, and no error tells you so. A signal fires a single event, and that is called `abort`.",
    advice: 'Listen for just that: `signal.addEventListener("abort", …)`.',
    course: "P11: cancellation",
  },
  "others-unused": {
    title: "One does all the work",
    explanation:
      "There were several who could work, and all of it went to one of them while the others stood idle. So the times add up, however many there are.",
    advice: "Give work to every one of them, to each as soon as it is free.",
    course: "P5: concurrency and parallelism",
  },
  "retry-in-place-of-queue": {
    title: "Asking again and again in place of a queue",
    explanation:
      "Whoever was busy refused, and your code asked again until it was taken. That keeps the event loop busy, starts late, and loses the order of those who wait.",
    advice:
      "Remember who is free. What finds nobody free waits in a queue, and whoever becomes free takes the first of it.",
    course: "P7: run_in_executor",
  },
  "nothing-logged": {
    title: "A line that was never logged",
    explanation: "Everything else was done, but `log` was not called, so nobody can read what happened.",
    advice: "Call `log` with the line that the task asks for, before your promise settles.",
    course: "P10: pitfall 1",
  },
  "console-for-log": {
    title: "`console.log` in place of `log`",
    explanation:
      "The line went to the console. Your function is given a `log` of the caller's, who may keep the lines in a file or show them elsewhere, and waits for it there.",
    advice: "Call the `log` that you were given.",
    course: "P10: pitfall 1",
  },
  "same-winner-again": {
    title: "The same winner again and again",
    explanation:
      "You raced the same promises once more, the one that had won still among them. It has settled already, so it wins every race from then on.",
    advice: "Take the winner out before the next race, by its place in the list and not by its value.",
    course: "P7: as_completed",
  },
  "list-for-iterator": {
    title: "A list when all are there, in place of each as it comes",
    explanation:
      "Your function returns a list, or a promise of one. A list has no `next()`, and holds what was there when the loop came by; `for await` cannot go through a promise at all.",
    advice: "Return an async iterator at once: an `async function*` that yields, or an object with `next()`.",
    course: "P7: as_completed",
  },
  "clock-read-too-late": {
    title: "The clock is read when it is too late",
    explanation:
      "Your code looks at the time only after the work has ended, so it can say that it took too long, and no more. While you `await`, your next line does not run.",
    advice: "Set a timer together with the work, and wait for whichever comes first.",
    course: "P7: asyncio.wait_for",
  },
  "service-unused": {
    title: "What does the work is never called",
    explanation:
      "Your function was given a function that does the work, and never called it: you did the work in another way. The caller decides how it is done, by what it hands you.",
    advice: "Call the function that you are given, and use what it returns.",
    course: "P4: async and await",
  },
  "first-failure-lost": {
    title: "A later failure in place of the first",
    explanation:
      "One had failed before, and what came out was the failure of another that came later. The first is what tells what went wrong.",
    advice: "Keep the first failure, and let no later one take its place.",
    course: "P7: gather",
  },
};
