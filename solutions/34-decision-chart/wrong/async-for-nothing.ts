// fails: story (async-for-nothing)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export async function chooseHandler({ library, cpuHeavy = false }: Work): Promise<Choice> {
  if (library === "awaitable") return "async def";
  if (library === "none") return cpuHeavy ? "def + executor" : "either";
  return "def";
}
