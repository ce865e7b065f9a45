// tries: to throw an error whose name, message and keys are megabytes long; must: failed or output-limit
export async function fetchAllApis() {
  const long = "x".repeat(5e6);
  throw Object.assign(new Error(long), { name: long, [long]: long, code: long });
}
