// Callbacks and a counter, with one function that ends it all.

export var retry = (operation: any, options: any): Promise<any> =>
  new Promise((resolve, reject) => {
    var power: number,
      signal = options.signal,
      factor = options.factor === undefined ? 2 : options.factor,
      attempt = 0,
      timer: any = null;

    function stop() {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      signal.removeEventListener("abort", stop);
      reject(signal.reason);
    }

    function failed(error: any) {
      if (attempt >= options.attempts || (options.shouldRetry && !options.shouldRetry(error)))
        return reject(error);
      if (signal?.aborted) return reject(signal.reason);
      var ms = options.baseMs;
      for (power = 1; power < attempt; power++) ms = ms * factor;
      if (options.maxMs !== undefined) ms = Math.min(ms, options.maxMs);
      if (options.jitter) ms = options.jitter(ms);
      if (signal?.aborted) return reject(signal.reason);
      if (signal) signal.addEventListener("abort", stop);
      timer = setTimeout(() => {
        timer = null;
        if (signal) signal.removeEventListener("abort", stop);
        next();
      }, ms);
    }

    function next() {
      attempt += 1;
      var promise: Promise<any>;
      try {
        promise = operation(attempt);
      } catch (error) {
        failed(error);
        return;
      }
      promise.then(resolve, failed);
    }

    if (signal?.aborted) reject(signal.reason);
    else next();
  }).finally(() => {
    options = null;
  });
