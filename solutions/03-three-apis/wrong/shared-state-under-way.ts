// fails: apart (shared-state)

export type ApiResponse = { api: number; data: string };

type FetchApi = (apiNum: number) => Promise<ApiResponse>;

const underWay = new Map<FetchApi, Promise<ApiResponse[]>>();

export function fetchAllApis(fetchApi: FetchApi): Promise<ApiResponse[]> {
  const known = underWay.get(fetchApi);
  if (known) return known;
  const all = Promise.all([1, 2, 3].map(fetchApi)).finally(() => underWay.delete(fetchApi));
  underWay.set(fetchApi, all);
  return all;
}
