export interface ApiResponse {
  api: number;
  data: string;
}

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)]);
}
