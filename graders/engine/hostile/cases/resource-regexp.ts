// tries: a regular expression that backtracks for ages; must: time-limit
export async function fetchAllApis() {
  return /^(a+)+$/.test(`${"a".repeat(50)}b`);
}
