// fails: time (not-called); also: order, failure, falsy, floating

type Response = { api: number; data: string };

export async function fetchAllApis(fetchApi: (api: number) => Promise<Response>) {
  return Promise.all([fetchApi, fetchApi, fetchApi]);
}
