// fails: abort (abort-ignored); also: aborted

export const sleep = (ms: number, _signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
