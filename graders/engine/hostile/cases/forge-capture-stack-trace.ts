// tries: to get CallSites or the host's paths with captureStackTrace and stackTraceLimit; must: failed
export async function fetchAllApis() {
  Error.stackTraceLimit = Infinity;
  const holder = {};
  Error.captureStackTrace(holder);
  const frames = [holder.stack, new Error("x").stack, (() => { try { null.x; } catch (error) { return error.stack; } })()];
  if (frames.some((stack) => typeof stack !== "string" || /\.cjs|node:|\/home|node_modules/.test(stack))) {
    return Promise.all([]);
  }
  throw new Error("nothing to see");
}
