// fails: floating (gives-up)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), 30_000);
  });
  try {
    return await Promise.race([Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)]), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
