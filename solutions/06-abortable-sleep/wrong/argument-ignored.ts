// fails: time (argument-ignored); also: abort, aborted

export const sleep = (_ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
