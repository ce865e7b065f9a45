// fails: abort (floating-rejection); also: apart, timer, nothing-left, aborted

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      "abort",
      async () => {
        clearTimeout(timer);
        throw signal.reason;
      },
      { once: true },
    );
  });
}
