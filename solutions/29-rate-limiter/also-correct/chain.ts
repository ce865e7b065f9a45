// Each turn follows the turn before, which ends when its task has started. What becomes of the task is no part of the chain.
import { setTimeout as sleep } from "node:timers/promises";

export const createRateLimiter = (options: { limit: number; perMs: number }) => {
  let last = Promise.resolve();
  let recent: number[] = [];
  const turn = () =>
    Promise.resolve().then(() => {
      const wait =
        recent.length < options.limit ? 0 : recent.at(-options.limit)! + options.perMs - Date.now();
      return wait > 0 ? sleep(wait) : undefined;
    });
  return <T>(task: () => Promise<T>): Promise<T> => {
    let started!: (own: Promise<T>) => void;
    const outcome = new Promise<T>((resolve) => (started = resolve));
    last = last.then(turn).then(() => {
      recent = [...recent, Date.now()].slice(-options.limit);
      started((async () => task())());
    });
    return outcome;
  };
};
