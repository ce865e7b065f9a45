// honest: a byte order mark, and line ends of Windows; must: full marks
export function fetchAllApis(fetchApi) {
  const text = `one
two`;
  if (text.length !== 7) throw new Error("line ends");
  return Promise.all([1, 2, 3].map((api) => fetchApi(api)));
}
