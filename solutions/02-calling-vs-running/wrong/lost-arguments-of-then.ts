// fails: story (lost-arguments); also: apart
// `arguments` are those of the innermost function, which is `then`.

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return () => {
    let run: Promise<Result> | undefined;
    return {
      // biome-ignore lint/complexity/useArrowFunction: it has arguments of its own
      then: function () {
        run ??= Promise.resolve().then(() => body.apply(null, arguments as never));
        return run.then(...(arguments as never as [any, any]));
      },
    } as PromiseLike<Result>;
  };
}
