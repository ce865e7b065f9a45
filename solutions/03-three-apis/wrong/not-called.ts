// fails: time (not-called)

type Response = { api: number; data: string };

export async function fetchAllApis(fetchApi: (api: number) => Promise<Response>) {
  return Promise.all([fetchApi, fetchApi, fetchApi]);
}
