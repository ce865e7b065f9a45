// fails: falsy (wrapped-error)

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  const call = (api: number) =>
    fetchApi(api).catch((reason) => {
      throw Object.assign(reason ?? {}, { api });
    });
  return Promise.all([call(1), call(2), call(3)]);
}
