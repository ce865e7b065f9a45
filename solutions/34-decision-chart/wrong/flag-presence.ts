// fails: simple (flag-presence)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler(work: Work): Choice {
  const { library } = work;
  if (library === "awaitable") return "async def";
  if (library === "none") return "cpuHeavy" in work ? "def + executor" : "either";
  return "def";
}
