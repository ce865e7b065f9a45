// fails: failure (wrapped-error); also: falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  try {
    return await Promise.all([1, 2, 3].map(fetchApi));
  } catch (cause) {
    throw new Error("An API failed", { cause });
  }
}
