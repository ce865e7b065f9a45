// fails: heavy (cpu-on-loop)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy = false }: Work): Choice {
  if (library === "awaitable") return "async def";
  if (library === "none") return cpuHeavy ? "async def" : "either";
  return "def";
}
