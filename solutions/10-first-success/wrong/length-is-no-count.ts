// fails: failure (length-is-no-count); also: all-fail
export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  var controllers = attempts.map(function () {
    return new AbortController();
  });
  var errors: unknown[] = [];
  var finished = false;

  return new Promise(function (resolve, reject) {
    if (attempts.length === 0) {
      reject(new AggregateError([]));
      return;
    }

    function failed(index: number, error: unknown) {
      errors[index] = error;
      if (errors.length === attempts.length) {
        finished = true;
        reject(new AggregateError(errors));
      }
    }

    function succeeded(index: number, value: T) {
      if (finished) return;
      finished = true;
      controllers.forEach(function (controller, i) {
        if (i !== index) controller.abort();
      });
      resolve(value);
    }

    attempts.forEach(function (attempt, index) {
      var promise: Promise<T>;
      try {
        promise = attempt(controllers[index].signal);
      } catch (error) {
        promise = Promise.reject(error);
      }
      promise.then(
        function (value) {
          succeeded(index, value);
        },
        function (error) {
          failed(index, error);
        },
      );
    });
  });
}
