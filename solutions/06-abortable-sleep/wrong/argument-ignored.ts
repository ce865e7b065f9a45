// fails: time (argument-ignored); also: zero, abort, apart, timer, nothing-left, aborted

export const sleep = (_ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
