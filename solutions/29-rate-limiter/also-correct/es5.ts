// Functions and variables only. Permits come back by a timer as long as somebody waits for one, and else when somebody looks.

export function createRateLimiter(options: any): any {
  var used: number[] = [];
  var waiting: any[] = [];
  var alarm: any = null;

  function look() {
    var now = Date.now();
    used = used.filter((at) => at + options.perMs > now);
    while (waiting.length && used.length < options.limit) {
      used.push(now);
      begin(waiting.splice(0, 1)[0]);
    }
    if (alarm !== null && !waiting.length) {
      clearTimeout(alarm);
      alarm = null;
    }
    if (alarm === null && waiting.length)
      alarm = setTimeout(
        () => {
          alarm = null;
          look();
        },
        used[0]! + options.perMs - now,
      );
  }

  function begin(entry: any) {
    var own: any;
    try {
      own = entry.task.call(undefined);
    } catch (error) {
      entry.reject(error);
      return;
    }
    own.then(entry.resolve, entry.reject);
  }

  return function limited(task: any) {
    return new Promise((resolve, reject) => {
      waiting.push({ task: task, resolve: resolve, reject: reject });
      look();
    });
  };
}
