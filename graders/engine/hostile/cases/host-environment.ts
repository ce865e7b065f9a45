// tries: to read the machine's environment, arguments and paths; must: failed
export async function fetchAllApis() {
  const seen = [Object.keys(process.env), process.argv, process.cwd?.(), process.execPath, process.pid, process.title, process.memoryUsage?.()].flat().filter(Boolean);
  const stack = new Error("x").stack + (await new Promise((resolve) => setTimeout(() => resolve(new Error("y").stack), 1)));
  if (seen.length > 0 || /\/|\\/.test(stack.replaceAll("exercise:///", ""))) return [seen, stack];
  throw new Error("nothing");
}
