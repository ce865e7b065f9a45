// Promise.all by hand: a class that counts what is still to come, with an enum for its states.

export type ApiResponse = { api: number; data: string };

enum Api {
  First = 1,
  Second,
  Third,
}

class Gathering<T> {
  readonly all: Promise<T[]>;
  private readonly values: T[] = [];

  constructor(private left: Promise<T>[]) {
    this.all = new Promise((resolve, reject) => {
      for (const [index, promise] of left.entries()) {
        promise.then((value) => {
          this.values[index] = value;
          this.left = this.left.filter((other) => other !== promise);
          if (this.left.length === 0) resolve(this.values);
        }, reject);
      }
    });
  }
}

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Gathering([Api.First, Api.Second, Api.Third].map((api) => fetchApi(api))).all;
}
