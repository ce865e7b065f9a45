// fails: blocking (async-everywhere); also: heavy, simple, doubt

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler(_: Work): Choice {
  return "async def";
}
