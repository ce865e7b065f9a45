// Each kind of work is a class that knows its handler; what is not known is handled as what blocks.

interface Work {
  library: "awaitable" | "blocking" | "none" | "unknown";
  cpuHeavy?: boolean;
}

type Choice = "async def" | "def" | "def + executor" | "either";

abstract class Kind {
  abstract readonly handler: Choice;
}
class Awaitable extends Kind {
  readonly handler = "async def";
}
class Blocking extends Kind {
  readonly handler: Choice = "def";
}
class Unknown extends Blocking {}
class Computing extends Kind {
  readonly handler: Choice;
  constructor(heavy: boolean | undefined) {
    super();
    this.handler = heavy ? "def + executor" : "either";
  }
}

export function chooseHandler({ library, cpuHeavy }: Work): Choice {
  const kinds = {
    awaitable: Awaitable,
    blocking: Blocking,
    unknown: Unknown,
    none: Computing.bind(null, cpuHeavy),
  };
  return new kinds[library]().handler;
}
