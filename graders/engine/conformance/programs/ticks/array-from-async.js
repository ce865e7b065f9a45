async function* letters() {
  yield "a";
  yield Promise.resolve("b");
}
console.log(await Array.fromAsync(letters(), async (letter) => letter.toUpperCase()));
