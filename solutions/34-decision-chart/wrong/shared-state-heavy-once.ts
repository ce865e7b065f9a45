// fails: simple (shared-state)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

let heavy = false;

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  if (library === "awaitable") return "async def";
  if (cpuHeavy) heavy = true;
  if (library === "none") return heavy ? "def + executor" : "either";
  return "def";
}
