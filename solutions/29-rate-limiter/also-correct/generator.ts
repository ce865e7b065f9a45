// A generator that knows the moments: it is asked for the next one, and told when that was used.

function* moments(limit: number, perMs: number): Generator<number, never, number> {
  const ring: number[] = [];
  for (let place = 0; ; place = (place + 1) % limit) {
    const earliest = ring[place] === undefined ? 0 : ring[place]! + perMs;
    ring[place] = yield earliest;
  }
}

export function createRateLimiter({ limit, perMs }: { limit: number; perMs: number }) {
  const line: { call: () => void }[] = [];
  const schedule = moments(limit, perMs);
  let earliest = schedule.next().value;
  let sleeps = false;
  const drain = async () => {
    if (sleeps) return;
    sleeps = true;
    while (line.length > 0) {
      const now = performance.now();
      if (now < earliest) {
        await new Promise((wake) => setTimeout(wake, earliest - now));
        continue;
      }
      earliest = schedule.next(now).value;
      line.shift()!.call();
    }
    sleeps = false;
  };
  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise((resolve) => {
      line.push({ call: () => resolve(Promise.try(task)) });
      void drain();
    });
}
