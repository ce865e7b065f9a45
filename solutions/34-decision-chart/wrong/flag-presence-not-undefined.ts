// fails: simple (flag-presence)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  if (library === "awaitable") return "async def";
  if (library === "none") return cpuHeavy === undefined ? "either" : "def + executor";
  return "def";
}
