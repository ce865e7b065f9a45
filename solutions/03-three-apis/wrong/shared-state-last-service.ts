// fails: apart (shared-state)

export type ApiResponse = { api: number; data: string };

type FetchApi = (apiNum: number) => Promise<ApiResponse>;

let service: FetchApi;

export async function fetchAllApis(fetchApi: FetchApi): Promise<ApiResponse[]> {
  service = fetchApi;
  await undefined;
  return Promise.all([service(1), service(2), service(3)]);
}
