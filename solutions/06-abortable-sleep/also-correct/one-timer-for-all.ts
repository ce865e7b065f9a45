// All sleepers share one timer, which is set for whoever is due first: an alarm clock, as some event loops have it.

interface Sleeper {
  due: number;
  wake: () => void;
}

const sleepers = new Set<Sleeper>();
let timer: NodeJS.Timeout | undefined;

function setAlarm(): void {
  clearTimeout(timer);
  if (sleepers.size === 0) return;
  const first = Math.min(...Array.from(sleepers, ({ due }) => due));
  timer = setTimeout(ring, Math.max(0, first - performance.now()));
}

function ring(): void {
  for (const sleeper of [...sleepers].sort((a, b) => a.due - b.due)) {
    if (sleeper.due <= performance.now() && sleepers.delete(sleeper)) sleeper.wake();
  }
  setAlarm();
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const cancel = () => {
      sleepers.delete(sleeper);
      setAlarm();
      reject(signal?.reason);
    };
    const wake = () => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    };
    const sleeper = { due: performance.now() + Math.max(0, ms), wake };
    sleepers.add(sleeper);
    signal?.addEventListener("abort", cancel, { once: true });
    setAlarm();
  });
}
