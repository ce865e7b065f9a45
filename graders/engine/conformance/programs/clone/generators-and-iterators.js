function* numbers() {
  yield 1;
}
for (const value of [numbers(), [].values(), new Map().entries(), new Set().values()]) {
  try {
    structuredClone(value);
  } catch (error) {
    console.log(error.message);
  }
}
