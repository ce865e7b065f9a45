// Work that gives the event loop no turn, and so would keep a signal waiting for as long as it takes.
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Gives what `act` gives. While it works, SIGINT and SIGTERM end the process at once, as they do where nobody listens:
 * only for what may be left at any point.
 */
export function interruptible<T>(act: () => T): T {
  const listeners = SIGNALS.map((signal) => process.listeners(signal));
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  try {
    return act();
  } finally {
    for (const [index, signal] of SIGNALS.entries())
      for (const listener of listeners[index]!) process.on(signal, listener);
  }
}
