// Reports of what was yielded come as an async iterator, whose `next` hands the answer over.

interface Report {
  ok: boolean;
  value: unknown;
}

const settled = (thing: Promise<unknown>): Promise<Report> =>
  thing.then(
    (value) => ({ ok: true, value }),
    (value) => ({ ok: false, value }),
  );

async function* reports<R>(coroutine: Generator<unknown, R, any>): AsyncGenerator<Report, R, void> {
  let last: Report = { ok: true, value: undefined };
  for (;;) {
    const step = last.ok ? coroutine.next(last.value) : coroutine.throw(last.value);
    if (step.done) return step.value;
    const isPromise = Object.prototype.toString.call(step.value) === "[object Promise]";
    last = isPromise ? await settled(step.value as Promise<unknown>) : { ok: true, value: step.value };
    yield last;
  }
}

export const runCoroutine = async <R>(body: () => Generator<unknown, R, any>): Promise<R> => {
  const all = reports(body());
  let report = await all.next();
  while (!report.done) report = await all.next();
  return report.value;
};
