// fails: time (all-takes-list); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

const gather = Promise.all.bind(Promise) as (...calls: any[]) => Promise<any>;

/** Calls the APIs 1, 2 and 3 at once, and resolves to their three responses in that order. */
export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return await gather(fetchApi(1), fetchApi(2), fetchApi(3));
}
