// fails: apart (sequential-await)

export type ApiResponse = { api: number; data: string };

type FetchApi = (apiNum: number) => Promise<ApiResponse>;

const lines = new WeakMap<FetchApi, Promise<unknown>>();

export function fetchAllApis(fetchApi: FetchApi): Promise<ApiResponse[]> {
  const before = lines.get(fetchApi) ?? Promise.resolve();
  const all = before.then(() => Promise.all([1, 2, 3].map((api) => fetchApi(api))));
  lines.set(
    fetchApi,
    all.catch(() => {}),
  );
  return all;
}
