// fails: story (always-def); also: heavy, simple

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler(_: Work): Choice {
  return "def";
}
