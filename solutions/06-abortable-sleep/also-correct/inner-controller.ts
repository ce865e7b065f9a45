// A controller of its own carries the listeners: aborting it at the end takes them all off at once.

export const sleep = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const over = new AbortController();
    const timer = setTimeout(() => {
      over.abort();
      resolve();
    }, ms);
    signal?.addEventListener(
      "abort",
      function (this: AbortSignal) {
        over.abort();
        clearTimeout(timer);
        reject(this.reason);
      },
      { signal: over.signal },
    );
  });
