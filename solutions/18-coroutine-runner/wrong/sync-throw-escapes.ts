// fails: failure (sync-throw-escapes)

export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const generator = body();
  return drive(generator, generator.next());
}

async function drive<R>(
  generator: Generator<unknown, R, any>,
  first: IteratorResult<unknown, R>,
): Promise<R> {
  let step = first;
  while (!step.done) {
    const { value } = step;
    const [how, answer] = await Promise.resolve(value).then(
      (result) => ["next", result] as const,
      (error) => ["throw", error] as const,
    );
    step = generator[how](answer);
  }
  return step.value;
}
