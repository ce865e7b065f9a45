// fails: heavy (case-runs-on); also: simple

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  let choice: Choice;
  switch (library) {
    case "awaitable":
      choice = "async def";
      break;
    case "none":
      choice = cpuHeavy ? "def + executor" : "either";
    case "blocking":
    case "unknown":
      choice = "def";
  }
  return choice;
}
