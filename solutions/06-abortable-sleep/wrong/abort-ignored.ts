// fails: abort (abort-ignored)

export const sleep = (ms: number, _signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
