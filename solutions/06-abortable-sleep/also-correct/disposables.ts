// Timer and listener as resources: `using` gives both back however the function is left.

function startTimer(callback: () => void, ms: number): Disposable {
  const timer = setTimeout(callback, ms);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}

function listenForAbort(signal: AbortSignal, callback: () => void): Disposable {
  signal.addEventListener("abort", callback);
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", callback) };
}

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  using _timer = startTimer(resolve, ms);
  using _listener = signal && listenForAbort(signal, () => reject(signal.reason));
  await promise;
}
