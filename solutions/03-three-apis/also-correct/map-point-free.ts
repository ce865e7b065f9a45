// `map` hands over the index and the list as well; the API looks at its number only.

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all([1, 2, 3].map(fetchApi));
}
