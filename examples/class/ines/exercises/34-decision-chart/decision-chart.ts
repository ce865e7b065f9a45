interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

interface Row {
  choice: Choice;
  fits: (work: Work) => boolean;
}

const CHART: Row[] = [
  { choice: "async def", fits: ({ library }) => library === "awaitable" },
  { choice: "def", fits: ({ library }) => library === "blocking" },
  { choice: "def + executor", fits: ({ library, cpuHeavy }) => library === "none" && cpuHeavy === true },
  { choice: "either", fits: ({ library }) => library === "none" },
  { choice: "def", fits: () => true },
];

export const chooseHandler = (work: Work): Choice => CHART.find(({ fits }) => fits(work))!.choice;
