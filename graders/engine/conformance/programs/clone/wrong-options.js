const acts = [
  () => structuredClone(),
  () => structuredClone(1, 5),
  () => structuredClone(1, { transfer: 5 }),
  () => structuredClone(1, { transfer: [1] }),
  () => structuredClone(1, { transfer: [{}] }),
  () => structuredClone({ a: 1 }, null),
  () => structuredClone({ a: 1 }, {}),
];
for (const act of acts) {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
