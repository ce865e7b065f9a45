// fails: time (wrong-format); also: order

type Response = { api: number; data: string };

export async function fetchAllApis(fetchApi: (api: number) => Promise<Response>) {
  const responses = await Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)]);
  return responses.map(({ data }) => data);
}
