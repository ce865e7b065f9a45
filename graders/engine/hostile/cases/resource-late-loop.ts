// tries: to be right at first and stuck in a later check; must: time-limit
let calls = 0;
export async function fetchAllApis(fetchApi) {
  const answers = await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  if (answers.some(({ data }) => !data.startsWith("Data from"))) for (;;);
  return answers;
}
