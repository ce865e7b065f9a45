// A case a row, so that each row of the chart can be found; the compiler says if a library has none.

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

export function chooseHandler(work: Work): Choice {
  switch (work.library) {
    case "awaitable":
      return "async def";
    case "blocking":
    case "unknown":
      return "def";
    case "none":
      return work.cpuHeavy ? "def + executor" : "either";
  }
}
