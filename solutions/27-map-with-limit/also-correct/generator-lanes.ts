// Lanes share one generator of calls: whoever is free asks it for the next.
export function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (Number.isNaN(limit) || limit !== Math.floor(limit) || limit < 1 || !Number.isFinite(limit))
    return Promise.reject(new RangeError("limit"));
  const controller = new AbortController();
  const results: R[] = [];
  function* calls() {
    let index = 0;
    for (const item of items) {
      const own = index++;
      yield async () => {
        results[own] = await mapper(item, own, controller.signal);
      };
    }
  }
  const shared = calls();
  async function lane(): Promise<void> {
    let step = shared.next();
    while (!step.done) {
      await step.value();
      if (controller.signal.aborted) break;
      step = shared.next();
    }
  }
  const lanes: Promise<void>[] = [];
  for (let count = 0; count < limit; count++)
    lanes.push(
      lane().catch((error) => {
        controller.abort();
        throw error;
      }),
    );
  return Promise.all(lanes).then(() => results);
}
