// Node's addAbortListener gives a disposable, and so is a timer of its own.
import { addAbortListener } from "node:events";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  using _timer = setTimeout(resolve, ms);
  using _listener = signal && addAbortListener(signal, () => reject(signal.reason));
  await promise;
}
