// fails: timer (timer-leak)

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    let done = false;
    setTimeout(() => {
      if (done) return;
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        done = true;
        how(value);
      };
    Promise.try(operation, controller.signal).then(settle(resolve), settle(reject));
  });
}
