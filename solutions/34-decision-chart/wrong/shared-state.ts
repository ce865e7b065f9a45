// fails: heavy (shared-state); also: simple

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

const known = new Map<Work["library"], Choice>();

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  if (!known.has(library)) known.set(library, choose(library, cpuHeavy));
  return known.get(library)!;
}

function choose(library: Work["library"], cpuHeavy = false): Choice {
  if (library === "awaitable") return "async def";
  if (library === "none") return cpuHeavy ? "def + executor" : "either";
  return "def";
}
