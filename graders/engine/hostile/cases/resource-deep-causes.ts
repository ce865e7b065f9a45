// tries: to throw an error with three thousand causes; must: failed
export async function fetchAllApis() {
  let error = new Error("first");
  for (let level = 0; level < 3000; level++) error = Object.assign(new Error("next", { cause: error }), { errors: [error] });
  throw error;
}
