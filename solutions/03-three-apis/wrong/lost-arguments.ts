// fails: time (lost-arguments); also: order, failure, falsy, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  const fetch = fetchApi as () => Promise<ApiResponse>;
  return Promise.all([fetch(), fetch(), fetch()]);
}
