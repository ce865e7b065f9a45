// fails: time (all-takes-list); also: order, failure, falsy, floating, apart

type Response = { api: number; data: string };

export async function fetchAllApis(fetchApi: (api: number) => Promise<Response>) {
  // @ts-expect-error the mistake
  return Promise.all(fetchApi(1), fetchApi(2), fetchApi(3));
}
