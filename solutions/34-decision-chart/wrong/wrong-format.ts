// fails: story (wrong-format); also: flag

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy = false }: Work): string {
  if (library === "awaitable") return "async-def";
  if (library === "none") return cpuHeavy ? "def + executor" : "either";
  return "def";
}
