// fails: time (settled-wrappers); also: order, failure, falsy, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.allSettled([1, 2, 3].map(fetchApi)) as unknown as Promise<ApiResponse[]>;
}
