// fails: simple (case-runs-on)

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  let choice: Choice = "either";
  switch (library) {
    case "awaitable":
      choice = "async def";
      break;
    case "none":
      if (cpuHeavy) {
        choice = "def + executor";
        break;
      }
    case "blocking":
    case "unknown":
      choice = "def";
  }
  return choice;
}
