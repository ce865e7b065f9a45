// fails: apart (shared-state)
const everybody: AbortController[] = [];

type Attempt<T> = (signal: AbortSignal) => Promise<T>;

export async function firstSuccess<T>(attempts: Array<Attempt<T>>): Promise<T> {
  const run = async (attempt: Attempt<T>) => {
    const controller = new AbortController();
    everybody.push(controller);
    return { controller, value: await attempt(controller.signal) };
  };
  const winner = await Promise.any(attempts.map(run));
  for (const controller of everybody) if (controller !== winner.controller) controller.abort();
  return winner.value;
}
