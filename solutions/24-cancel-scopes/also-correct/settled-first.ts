// Takes down how the body ended, tidies up, and only then looks at what that means. The reason is the TimeoutError itself.

type Body<T> = (signal: AbortSignal) => Promise<T>;
const own = new WeakSet<object>();

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  const [end, reason] = await run(ms, body, signal);
  if (end.status === "fulfilled") return end.value;
  if (end.reason === reason) own.add(reason);
  throw end.reason;
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  try {
    let error: unknown;
    const value = await failAfter(
      ms,
      (inner) => {
        inner.addEventListener("abort", () => (error = inner.reason));
        return body(inner);
      },
      signal,
    ).catch((caught) => {
      const mine = caught === error && caught !== signal?.reason && own.has(caught);
      throw mine ? MOVE_ON : caught;
    });
    return { timedOut: false as const, value };
  } catch (error) {
    if (error !== MOVE_ON) throw error;
    return { timedOut: true as const };
  }
}

const MOVE_ON = Symbol();

async function run<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const inner = new AbortController();
  const reason = Object.assign(new Error("late"), { name: "TimeoutError" });
  const timer = setTimeout((why) => inner.abort(why), ms, reason);
  const pass = () => inner.abort(signal!.reason);
  signal?.addEventListener("abort", pass);
  const [end] = await Promise.allSettled([body(inner.signal)]);
  clearTimeout(timer);
  signal?.removeEventListener("abort", pass);
  return [end!, reason] as const;
}
