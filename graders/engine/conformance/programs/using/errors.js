const failing = (text) => ({
  [Symbol.dispose]() {
    throw new Error(text);
  },
});
try {
  using a = failing("a");
  using b = failing("b");
  throw new Error("body");
} catch (error) {
  console.log(
    error.name,
    error.error.message,
    error.suppressed.error.message,
    error.suppressed.suppressed.message,
  );
}
try {
  using wrong = {};
} catch (error) {
  console.log(error.name, error.message);
}
