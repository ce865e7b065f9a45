const acts = [
  () => reponses,
  () => missing.length,
  () => missing(),
  () => `${missing}`,
  () => [1].map(missing),
  () => new Missing(),
];
for (const act of acts) {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.message, error instanceof ReferenceError);
  }
}
