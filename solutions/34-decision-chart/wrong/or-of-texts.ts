// fails: heavy (or-of-texts); also: simple

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  if (library === "awaitable") return "async def";
  if (library === "blocking" || "unknown") return "def";
  return cpuHeavy ? "def + executor" : "either";
}
