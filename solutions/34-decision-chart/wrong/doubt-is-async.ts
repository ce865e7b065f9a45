// fails: doubt (doubt-is-async)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy = false }: Work): Choice {
  if (library === "blocking") return "def";
  if (library === "none") return cpuHeavy ? "def + executor" : "either";
  return "async def";
}
