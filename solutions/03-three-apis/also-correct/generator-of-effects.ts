// A generator names its effects; the runner carries them out.

export type ApiResponse = { api: number; data: string };

type Effect = { start: (() => Promise<unknown>)[] } | { join: Promise<unknown>[] };

async function run<R>(steps: Generator<Effect, R, any>): Promise<R> {
  let step = steps.next();
  while (!step.done) {
    const effect = step.value;
    if ("start" in effect) step = steps.next(effect.start.map((begin) => begin()));
    else {
      const outcome = await Promise.all(effect.join).then(
        (value) => () => steps.next(value),
        (error) => () => steps.throw(error),
      );
      step = outcome();
    }
  }
  return step.value;
}

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return run(
    (function* (): Generator<Effect, ApiResponse[], any> {
      const started = yield { start: [1, 2, 3].map((api) => () => fetchApi(api)) };
      return yield { join: started };
    })(),
  );
}
