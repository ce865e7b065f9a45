// tries: to overflow the host's stack with what it looks at; must: failed
class Deep extends Error {
  get name() { return `${this.name}`; }
  get message() { return new Deep().message; }
}
export async function fetchAllApis() { throw new Deep(); }
