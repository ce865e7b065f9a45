// Pairs of promises joined into one, in a chain; every promise has a handler from the start.

export type ApiResponse = { api: number; data: string };

function both<A, B>(left: Promise<A>, right: Promise<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    left.then((a) => right.then((b) => resolve([a, b]), reject), reject);
    right.catch(reject);
  });
}

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return both(both(fetchApi(1), fetchApi(2)), fetchApi(3)).then(([[first, second], third]) => [
    first,
    second,
    third,
  ]);
}
