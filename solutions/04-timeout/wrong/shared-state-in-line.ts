// fails: apart (shared-state)
const lines = new WeakMap<object, Promise<unknown>>();
export async function fetchWithTimeout(operation: any, ms = 2000): Promise<any> {
  const before = lines.get(operation);
  const own = before ? before.then(() => limited(operation, ms)) : limited(operation, ms);
  lines.set(
    operation,
    own.catch(() => {}),
  );
  return own;
}
async function limited(operation: any, ms = 2000): Promise<any> {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(Object.assign(new Error("too late"), { name: "TimeoutError" }));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
}
