// tries: to break a writer with halves of characters; must: failed
export async function fetchAllApis(fetchApi) {
  console.log("\ud800", "\udfff".repeat(100));
  fetchApi("\ud800").catch(() => {});
  throw Object.assign(new Error("\udc00"), { "\ud800": "\udc00", name: "\udbff" });
}
