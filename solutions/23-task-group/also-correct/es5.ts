// As one wrote it before async and await: functions, callbacks, and `new Promise`.

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

export function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  return new Promise((resolve, reject) => {
    var outer = options ? options.signal : undefined;
    var controller = new AbortController();
    var failures: unknown[] = [];
    var working = 1;
    var over = false;
    var decided = "";
    var value: T;
    var refused: Promise<never>;

    function abortAll() {
      if (decided) return;
      decided = "from outside";
      controller.abort(outer!.reason);
    }

    function failed(error: unknown) {
      var isReason = decided !== "" && error === controller.signal.reason;
      if (!isReason) {
        failures.push(error);
        if (!decided) {
          decided = "by a failure";
          controller.abort(new Error("A sibling has failed"));
        }
      }
      ended();
    }

    function ended() {
      working -= 1;
      if (working > 0) return;
      over = true;
      if (outer) outer.removeEventListener("abort", abortAll);
      if (decided === "from outside") reject(outer!.reason);
      else if (failures.length) reject(new AggregateError(failures));
      else resolve(value);
    }

    if (outer) {
      if (outer.aborted) abortAll();
      else outer.addEventListener("abort", abortAll);
    }

    body({
      signal: controller.signal,
      createTask: (task) => {
        if (over) throw new Error("The group is over");
        if (decided) {
          refused = Promise.reject(controller.signal.reason);
          refused.then(null, () => {});
          return refused;
        }
        working += 1;
        var promise = task(controller.signal);
        promise.then(ended, failed);
        return promise;
      },
    }).then(
      (result) => {
        value = result;
        ended();
      },
      (error) => {
        if (failures.indexOf(error) >= 0) ended();
        else failed(error);
      },
    );
  });
}
