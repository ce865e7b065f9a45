for (const read of [
  () => module,
  () => exports,
  () => window,
  () => document,
  () => __modules_of_nobody,
  () => gc,
]) {
  try {
    console.log(typeof read());
  } catch (error) {
    console.log(error.message);
  }
}

export {};
