// All calls share one timer, which is set to the earliest limit among them.

interface Limit {
  at: number;
  expire: () => void;
}

const limits: Limit[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function arm() {
  clearTimeout(timer);
  limits.sort((a, b) => a.at - b.at);
  const [first] = limits;
  if (first) timer = setTimeout(ring, first.at - Date.now());
}

function ring() {
  while (limits[0] && limits[0].at <= Date.now()) limits.shift()?.expire();
  arm();
}

function remove(limit: Limit) {
  if (limits.includes(limit)) limits.splice(limits.indexOf(limit), 1);
  arm();
}

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const expire = () => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    };
    const limit = { at: Date.now() + ms, expire };
    limits.push(limit);
    arm();
    Promise.try(operation, controller.signal)
      .finally(() => remove(limit))
      .then(resolve, reject);
  });
}
