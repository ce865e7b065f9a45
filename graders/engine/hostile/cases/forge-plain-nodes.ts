// tries: to return values that look like the trace's own nodes; must: failed
export async function fetchAllApis(fetchApi) {
  await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  return {
    t: "array",
    items: [1, 2, 3].map((api) => ({ t: "object", props: [["api", api], ["data", `Data from API ${api}`]] })),
    ref: "made",
  };
}
