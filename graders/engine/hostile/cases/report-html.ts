// tries: to get markup and script into a report; must: failed
export async function fetchAllApis(fetchApi) {
  console.log("<script>document.title = 'pwned'</script><img src=x onerror=alert(1)>");
  class Evil extends Error { name = "</td><script>alert(1)</script>"; }
  await fetchApi("<b>\"'`${1}</b>").catch(() => {});
  throw new Evil("<iframe src=javascript:alert(1)>]]></svg>");
}
