// One sorted list for both: a microtask is a job of the present, and stands before every timer.

enum Kind {
  Microtask,
  Timer,
}

class Job {
  constructor(
    public kind: Kind,
    public due: number,
    public id: number,
    public fn: () => void,
  ) {}

  comesBefore(other: Job): boolean {
    if (this.kind !== other.kind) return this.kind < other.kind;
    return this.due < other.due;
  }
}

export class Loop {
  private time = 0;
  private jobs: Job[] = [];
  private ids = 1;

  get now() {
    return this.time;
  }

  private add(kind: Kind, due: number, fn: () => void): number {
    const job = new Job(kind, due, this.ids++, fn);
    const index = this.jobs.findIndex((other) => job.comesBefore(other));
    if (index < 0) this.jobs.push(job);
    else this.jobs.splice(index, 0, job);
    return job.id;
  }

  setTimeout(fn: () => void, ms: number) {
    return this.add(Kind.Timer, this.time + Math.max(ms, 0), fn);
  }

  queueMicrotask(fn: () => void) {
    this.add(Kind.Microtask, 0, fn);
  }

  clearTimeout(id: number) {
    const index = this.jobs.findIndex((job) => job.kind === Kind.Timer && job.id === id);
    if (index >= 0) this.jobs.splice(index, 1);
  }

  run() {
    while (this.jobs.length > 0) {
      const job = this.jobs.shift()!;
      if (job.kind === Kind.Timer) this.time = job.due;
      job.fn();
    }
  }
}
