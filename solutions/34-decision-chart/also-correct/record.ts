// A record has an answer for each library, as a function: the compiler holds it to be complete.

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

const BY_LIBRARY: Record<Work["library"], (heavy: boolean) => Choice> = {
  awaitable: () => "async def",
  blocking: () => "def",
  unknown: () => "def",
  none: (heavy) => (heavy ? "def + executor" : "either"),
};

export function chooseHandler(work: Work): Choice {
  return BY_LIBRARY[work.library](Boolean(work.cpuHeavy));
}
