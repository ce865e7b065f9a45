// fails: time (lost-arguments); also: order, failure

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all([0, 1, 2].map(fetchApi));
}
