const settings = Object.freeze({ total: 1 });
const acts = [
  () => (settings.total = 2),
  () => (settings.other = 1),
  () => delete settings.total,
  () => Object.defineProperty(settings, "x", {}),
];
for (const act of acts) {
  try {
    act();
    console.log("worked");
  } catch (error) {
    console.log(error.name);
  }
}
