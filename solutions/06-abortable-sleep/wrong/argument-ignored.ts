// fails: sleeps exactly as long as it is told, while everything else goes on (argument-ignored)

export const sleep = (_ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
