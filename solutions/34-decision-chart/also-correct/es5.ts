// One expression, read from the left as the chart from the top.

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

var chooseHandler = (work: Work): Choice =>
  work.library === "awaitable"
    ? "async def"
    : work.library !== "none"
      ? "def"
      : work.cpuHeavy
        ? "def + executor"
        : "either";

export { chooseHandler };
