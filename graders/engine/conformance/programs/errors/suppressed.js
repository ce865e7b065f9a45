try {
  using _ = {
    [Symbol.dispose]() {
      throw new Error("second");
    },
  };
  throw new Error("first");
} catch (error) {
  console.log(error.name, error instanceof SuppressedError, error.error.message, error.suppressed.message);
}
