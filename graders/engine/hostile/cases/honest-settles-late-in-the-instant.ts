// honest: a right answer that takes many microtasks more; must: full marks
export async function fetchAllApis(fetchApi) {
  const calls = [1, 2, 3].map((api) => fetchApi(api));
  const answers = await Promise.all(calls);
  for (let n = 0; n < 50; n++) await null;
  return (await Array.fromAsync(answers, async (answer) => answer)).map((answer) => ({ ...answer }));
}
