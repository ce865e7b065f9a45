// fails: apart (shared-state)
const lines = new WeakMap<AbortSignal, Promise<unknown>>();

/** Sleeps on one signal come one after the other. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const before = signal && !signal.aborted ? lines.get(signal) : undefined;
  if (!before || !signal) {
    const own = nap(ms, signal);
    if (signal) lines.set(signal, heard(own));
    return own;
  }
  const own = before.then(() => nap(ms, signal));
  lines.set(signal, heard(own));
  return own;
}

const heard = (nap: Promise<void>) => nap.catch(() => {});

function nap(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
