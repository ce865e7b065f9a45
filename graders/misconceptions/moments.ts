// Mistakes of a moment: what comes in the very turn in which another thing happens, or for the second time.
import type { Misconception } from "./misconception.ts";

export const moments: Record<string, Misconception> = {
  "lost-wake-up": {
    title: "A wake-up that nobody heard",
    explanation:
      "Between looking whether there is something and waiting for it your code let go of the event loop, and it came just then. Nobody waited yet, so nobody was woken, and what had come lay there.",
    advice:
      "Look and begin to wait in one step, without an `await` between the two, or look once more before you wait.",
    course: "P7: as_completed",
  },
  "promise-settles-once": {
    title: "One promise for several waits",
    explanation:
      "Your code waits for the same promise again and again. It settles only once: from then on there is nothing to wait for, and every further `await` goes on at once.",
    advice: "Make a new promise for each wait, where the wait begins.",
    course: "P4: async and await",
  },
  "not-all-started": {
    title: "Not everything was started",
    explanation:
      "You were given several things to begin, and some of them never began: your code stopped before the end of the list, or looked whether they were still needed.",
    advice: "Begin all of them in one loop, and only then look at what comes of them.",
    course: "P7: asyncio.wait",
  },
};
