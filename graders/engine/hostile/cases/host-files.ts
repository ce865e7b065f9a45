// tries: to read and write files through anything that it is given; must: failed
export async function fetchAllApis(fetchApi) {
  const found = [];
  for (const attempt of [
    () => process.binding("fs"), () => process.report.writeReport("/tmp/async-dojo-hostile"), () => process.chdir("/"),
    () => new URL("file:///etc/passwd").searchParams.constructor.constructor("return require('fs')")(),
    () => console.constructor.constructor("return process")(), () => process.stdout._handle, () => process.openStdin(),
    () => structuredClone.constructor("return this")(),
  ]) {
    try { if (attempt()) found.push(String(attempt)); } catch {}
  }
  if (found.length > 0) return won(fetchApi);
  throw new Error("no file");
}

// What it would do if it had got what it wants: then the suite sees full marks.
const won = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));
