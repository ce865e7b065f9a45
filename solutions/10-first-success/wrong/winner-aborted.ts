// fails: abort (winner-aborted)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controller = new AbortController();
  try {
    return await Promise.any(attempts.map(async (attempt) => attempt(controller.signal)));
  } finally {
    controller.abort();
  }
}
