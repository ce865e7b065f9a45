// Mistakes of the black belt, 31–35: the server.
import type { Misconception } from "./misconception.ts";

export const black: Record<string, Misconception> = {
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
};
