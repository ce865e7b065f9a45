const { now, mark } = performance;
for (const act of [now, () => mark.call({}, "x")]) {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code);
  }
}
