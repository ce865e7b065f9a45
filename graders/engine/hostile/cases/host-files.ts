// tries: to read and write files through anything that it is given; must: failed
export async function fetchAllApis() {
  const found = [];
  for (const attempt of [
    () => process.binding("fs"), () => process.report.writeReport("/tmp/async-dojo-hostile"), () => process.chdir("/"),
    () => new URL("file:///etc/passwd").searchParams.constructor.constructor("return require('fs')")(),
    () => console.constructor.constructor("return process")(), () => process.stdout.write("x"), () => process.openStdin(),
    () => structuredClone.constructor("return this")(),
  ]) {
    try { if (attempt()) found.push(String(attempt)); } catch {}
  }
  if (found.length > 0) return found;
  throw new Error("no file");
}
