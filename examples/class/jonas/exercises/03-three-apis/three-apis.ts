export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const started = [1, 2, 3].map(fetchApi);
  try {
    return await Promise.all(started);
  } catch (error) {
    await Promise.allSettled(started);
    throw error;
  }
}
