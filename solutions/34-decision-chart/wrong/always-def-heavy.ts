// fails: heavy (always-def)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy = false }: Work): Choice {
  if (library === "awaitable") return "async def";
  if (library === "none" && !cpuHeavy) return "either";
  return "def";
}
