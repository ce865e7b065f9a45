// A class with parameter properties, an enum for the outcome, and `await using` for the line at the end.

interface User {
  id: number;
  name: string;
}

enum Outcome {
  Saved = "saved",
  Failed = "failed:",
}

class Report implements AsyncDisposable {
  outcome = Outcome.Failed;
  detail: string | number = "";

  constructor(private readonly log: (line: string) => void) {}

  async [Symbol.asyncDispose](): Promise<void> {
    this.log(`${this.outcome} ${this.detail}`);
  }
}

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  await using report = new Report(log);
  try {
    for await (const _ of users.values().map(save)) {
      // The iterator calls `save` for the next user only when it is asked for it.
    }
  } catch (error) {
    report.detail = (error as Error).message;
    throw error;
  }
  report.outcome = Outcome.Saved;
  report.detail = users.length;
  return users.length;
}
