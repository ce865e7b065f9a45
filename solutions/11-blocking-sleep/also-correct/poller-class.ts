// A class with a state, in TypeScript that needs compiling.

enum State {
  Waiting,
  Ready,
}

class Poller {
  state = State.Waiting;
  checks = 0;

  constructor(
    private readonly check: () => Promise<boolean>,
    private readonly intervalMs: number,
  ) {}

  async run(): Promise<number> {
    while ((await this.ask()) === State.Waiting) await this.pause();
    return this.checks;
  }

  private async ask(): Promise<State> {
    this.checks++;
    if (await this.check()) this.state = State.Ready;
    return this.state;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.intervalMs));
  }
}

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Poller(check, intervalMs).run();
}
