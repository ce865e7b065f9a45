// fails: nothing-left (listener-leak)

class Sleep {
  timer: NodeJS.Timeout | undefined;
  constructor(
    readonly signal: AbortSignal | undefined,
    readonly reject: (reason: unknown) => void,
  ) {}
  cancel() {
    clearTimeout(this.timer);
    this.reject(this.signal?.reason);
  }
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const nap = new Sleep(signal, reject);
    signal?.addEventListener("abort", nap.cancel.bind(nap));
    nap.timer = setTimeout(() => {
      // bind makes another function each time: this one was never added.
      signal?.removeEventListener("abort", nap.cancel.bind(nap));
      resolve();
    }, ms);
  });
}
