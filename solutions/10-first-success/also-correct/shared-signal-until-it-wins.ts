// Every attempt listens to one signal, and the winner lets go of it before it aborts.

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const over = new AbortController();
  const runs = attempts.map(async (attempt) => {
    const own = new AbortController();
    const stop = () => own.abort(over.signal.reason);
    over.signal.addEventListener("abort", stop, { once: true });
    const value = await attempt(own.signal);
    over.signal.removeEventListener("abort", stop);
    return value;
  });
  const value = await Promise.any(runs);
  over.abort(new Error("Another attempt was first"));
  return value;
}
