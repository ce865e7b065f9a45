// tries: to clear everybody's timers by their numbers; must: failed
export async function fetchAllApis(fetchApi) {
  const answers = [];
  for (const api of [1, 2, 3]) {
    const answer = fetchApi(api);
    for (let id = 0; id < 10_000; id++) { clearTimeout(id); clearInterval(String(id)); clearImmediate(id); }
    answers.push(await answer);
  }
  return answers;
}
