enum State {
  Asleep,
  Rested,
  Woken,
}

class Nap {
  private state = State.Asleep;
  private readonly timer: NodeJS.Timeout;

  constructor(
    ms: number,
    private readonly signal: AbortSignal | undefined,
    private readonly resolve: () => void,
    private readonly reject: (reason: unknown) => void,
  ) {
    this.timer = setTimeout(() => this.end(State.Rested), ms);
    signal?.addEventListener("abort", this);
  }

  /** An object with this method is a listener, too. */
  handleEvent(): void {
    this.end(State.Woken);
  }

  private end(state: State): void {
    if (this.state !== State.Asleep) return;
    this.state = state;
    clearTimeout(this.timer);
    this.signal?.removeEventListener("abort", this);
    if (state === State.Woken) this.reject(this.signal?.reason);
    else this.resolve();
  }
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => new Nap(ms, signal, resolve, reject));
}
