const missing = { list: null };
const acts = [
  () => missing.list.length,
  () => missing.nothing.x,
  () => missing.call(),
  () => null.x,
  () => new missing(),
];
for (const act of acts) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.message);
  }
}
