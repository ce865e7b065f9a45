// fails: abort (falsy-is-nothing); also: aborted

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let failure: unknown = signal?.aborted ? signal.reason : undefined;
  if (!signal?.aborted) {
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        failure = signal?.reason;
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener("abort", end);
    });
  }
  if (failure) throw failure;
}
