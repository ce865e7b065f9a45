// fails: apart (input-changed)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers: AbortController[] = [];
  const runs: Promise<{ value: T; controller: AbortController }>[] = [];
  while (attempts.length > 0) {
    const attempt = attempts.shift()!;
    const controller = new AbortController();
    controllers.push(controller);
    runs.push((async () => ({ value: await attempt(controller.signal), controller }))());
  }
  const { value, controller } = await Promise.any(runs);
  for (const other of controllers) if (other !== controller) other.abort();
  return value;
}
