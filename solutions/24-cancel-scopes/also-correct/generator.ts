// A generator between set-up and tear-down, as Python's @contextmanager, driven by hand.

type Enter = (ms: number, outer?: AbortSignal) => Generator<AbortSignal, boolean, undefined>;

const deadline: Enter = function* (ms, outer) {
  const controller = new AbortController();
  const mark = { mark: "this scope's own" };
  const pass = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => controller.abort(mark), ms);
  outer?.addEventListener("abort", pass);
  try {
    yield controller.signal;
  } catch (error) {
    if (error !== mark) throw error;
    return true;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", pass);
  }
  return false;
};

type Body<T> = (signal: AbortSignal) => Promise<T>;
type End<T> = { late: true } | { late: false; value: T };

function within<T>(ms: number, body: Body<T>, outer?: AbortSignal) {
  return new Promise<End<T>>((resolve, reject) => {
    outer?.throwIfAborted();
    const scope = deadline(ms, outer);
    const leave = (step: () => IteratorResult<AbortSignal, boolean>, value?: T) => {
      try {
        resolve(step().value === true ? { late: true } : { late: false, value: value as T });
      } catch (error) {
        reject(error);
      }
    };
    body(scope.next().value as AbortSignal).then(
      (value) => leave(() => scope.next(), value),
      (error) => leave(() => scope.throw(error)),
    );
  });
}

export const failAfter = async <T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> => {
  const end = await within(ms, body, signal);
  if (end.late) throw Object.assign(new Error(), { name: "TimeoutError" });
  return end.value;
};

export const moveOnAfter = async <T>(ms: number, body: Body<T>, signal?: AbortSignal) => {
  const end = await within(ms, body, signal);
  return end.late ? { timedOut: true as const } : { timedOut: false as const, value: end.value };
};
