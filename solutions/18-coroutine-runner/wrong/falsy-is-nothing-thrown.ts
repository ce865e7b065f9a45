// fails: failure (falsy-is-nothing); also: throw

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const { value, error } = await drive(body);
  if (error) throw error;
  return value as R;
}

async function drive(
  body: () => Generator<unknown, unknown, any>,
): Promise<{ value?: unknown; error?: unknown }> {
  try {
    const generator = body();
    let step = generator.next();
    while (!step.done) {
      try {
        step = generator.next(await step.value);
      } catch (error) {
        step = generator.throw(error);
      }
    }
    return { value: step.value };
  } catch (error) {
    return { error };
  }
}
