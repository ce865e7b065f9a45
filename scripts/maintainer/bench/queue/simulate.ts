// A class graded by any number of workers, from what its parts cost: where one grading and one Redis are no longer enough.

export interface Costs {
  /** Real ms that a worker takes for the job of a submission: for some, of which the class is made. */
  jobs: readonly number[];
  /** Real ms of the grading's process for a submission, half of it before the job and half after. */
  grading: number;
  /** Real ms of Redis for a job, half of it there and half back. */
  redis: number;
}

/** One thing at a time, in the order in which they came. */
class Server {
  private free = 0;

  /** When what comes now is done. */
  done(now: number, takes: number): number {
    this.free = Math.max(this.free, now) + takes;
    return this.free;
  }
}

type Step = "hand out" | "run" | "hand back" | "judge" | "end";
interface Event {
  at: number;
  step: Step;
  student: number;
}

/** Real ms until all are graded by so many workers of one job each. `window`: how many are under way at a time. */
export function simulate(costs: Costs, students: number, workers: number, window: number): number {
  const [grading, redis] = [new Server(), new Server()];
  const events = new Heap();
  const waiting: number[] = [];
  let [idle, next, now] = [workers, 0, 0];
  const at = (time: number, step: Step, student: number) => events.add({ at: time, step, student });
  const begin = () => {
    if (next < students) at(grading.done(now, costs.grading / 2), "hand out", next++);
  };
  const work = () => {
    while (idle > 0 && waiting.length > 0) {
      const student = waiting.shift()!;
      idle--;
      at(now + costs.jobs[student % costs.jobs.length]!, "hand back", student);
    }
  };
  for (let count = 0; count < window; count++) begin();
  for (let event = events.take(); event; event = events.take()) {
    now = event.at;
    const { step, student } = event;
    if (step === "hand out") at(redis.done(now, costs.redis / 2), "run", student);
    else if (step === "run") {
      waiting.push(student);
      work();
    } else if (step === "hand back") {
      idle++;
      work();
      at(redis.done(now, costs.redis / 2), "judge", student);
    } else if (step === "judge") at(grading.done(now, costs.grading / 2), "end", student);
    else begin();
  }
  return now;
}

/** The earliest first. */
class Heap {
  private readonly all: Event[] = [];

  add(event: Event): void {
    const { all } = this;
    let index = all.push(event) - 1;
    while (index > 0 && all[(index - 1) >> 1]!.at > event.at) {
      all[index] = all[(index - 1) >> 1]!;
      index = (index - 1) >> 1;
    }
    all[index] = event;
  }

  take(): Event | undefined {
    const { all } = this;
    const [first, last] = [all[0], all.pop()];
    if (!last || all.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child + 1 < all.length && all[child + 1]!.at < all[child]!.at) child++;
      if (child >= all.length || all[child]!.at >= last.at) break;
      all[index] = all[child]!;
      index = child;
    }
    all[index] = last;
    return first;
  }
}
