// tries: to read the machine's environment, arguments and paths; must: failed
export async function fetchAllApis(fetchApi) {
  const seen = [Object.keys(process.env), process.argv, process.cwd?.(), process.execPath, process.pid, process.title, process.memoryUsage?.()].flat().filter(Boolean);
  const stack = new Error("x").stack + (await new Promise((resolve) => setTimeout(() => resolve(new Error("y").stack), 1)));
  if (seen.length > 0 || /\/|\\/.test(stack.replaceAll("exercise:///", ""))) return won(fetchApi);
  throw new Error("nothing");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
