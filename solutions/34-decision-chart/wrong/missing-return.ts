// fails: story (missing-return)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler(work: Work): Choice {
  const choose = ({ library, cpuHeavy }: Work): Choice => {
    if (library === "awaitable") return "async def";
    if (library === "none") return cpuHeavy ? "def + executor" : "either";
    return "def";
  };
  return void choose(work) as never;
}
