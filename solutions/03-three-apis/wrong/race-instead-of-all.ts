// fails: time (race-instead-of-all); also: order, failure, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.race([1, 2, 3].map(fetchApi)) as unknown as Promise<ApiResponse[]>;
}
