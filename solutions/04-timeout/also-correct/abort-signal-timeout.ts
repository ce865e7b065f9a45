// Node's own deadline: its timer needs no clearing, its reason has the right name, and one listener turns it into ours.

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const deadline = AbortSignal.timeout(ms);
  return new Promise((resolve, reject) => {
    deadline.addEventListener("abort", () => reject(deadline.reason), { once: true });
    (async () => operation(deadline))().then(resolve, reject);
  });
}
