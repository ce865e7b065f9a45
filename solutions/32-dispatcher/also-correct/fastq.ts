// As fastq: tasks in a linked list, callbacks, and a `release` that runs the next of them.

interface Task {
  job: () => unknown;
  done: (error: { reason: unknown } | null, value?: unknown) => void;
  next: Task | null;
}

function fastq(worker: (job: () => unknown, done: Task["done"]) => void, concurrency: number) {
  var running = 0;
  var head: Task | null = null;
  var tail: Task | null = null;

  function push(job: () => unknown, done: Task["done"]) {
    var task: Task = { job: job, done: done, next: null };
    if (running < concurrency) return start(task);
    if (tail) tail.next = task;
    else head = task;
    tail = task;
  }

  function start(task: Task) {
    running += 1;
    worker(task.job, (error, value) => {
      running -= 1;
      var next = head;
      if (next) {
        head = next.next;
        if (!head) tail = null;
        start(next);
      }
      task.done(error, value);
    });
  }

  return { push: push };
}

export function createDispatcher(options: any): any {
  var threads = options.threads === undefined ? 40 : options.threads;
  var queue = fastq((job, done) => {
    options.toThread(job).then(
      (value: unknown) => {
        done(null, value);
      },
      (reason: unknown) => {
        done({ reason: reason });
      },
    );
  }, threads);
  return {
    asyncDef: (handler: any) => (request: unknown) => handler(request),
    def: (handler: any) => (request: unknown) =>
      new Promise((resolve, reject) => {
        queue.push(
          () => handler(request),
          (error, value) => {
            if (error) reject(error.reason);
            else resolve(value);
          },
        );
      }),
  };
}
