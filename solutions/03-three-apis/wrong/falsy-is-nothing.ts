// fails: falsy (falsy-is-nothing)

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    Promise.allSettled(
      [1, 2, 3].map((api) =>
        fetchApi(api).catch((error) => {
          failure ??= error;
          if (failure) reject(failure);
          throw error;
        }),
      ),
    ).then((results) => {
      resolve(results.map((result) => (result.status === "fulfilled" ? result.value : { api: 0, data: "" })));
    });
  });
}
