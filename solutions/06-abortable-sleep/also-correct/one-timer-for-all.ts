// All sleepers share one timer, which is set for whoever is due first: an alarm clock, as some event loops have it.

interface Sleeper {
  due: number;
  wake: () => void;
}

const sleepers = new Set<Sleeper>();
let alarm: { at: number; timer: NodeJS.Timeout } | undefined;

function setAlarm(): void {
  const at = Math.min(...Array.from(sleepers, ({ due }) => due));
  // An alarm that is right already stays: one that is due now would come a little later if it were set again.
  if (alarm?.at === at) return;
  clearTimeout(alarm?.timer);
  alarm = sleepers.size > 0 ? { at, timer: setTimeout(ring, at - performance.now()) } : undefined;
}

function ring(): void {
  alarm = undefined;
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
