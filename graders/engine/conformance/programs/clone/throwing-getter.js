try {
  structuredClone({
    get value() {
      throw new Error("mine");
    },
  });
} catch (error) {
  console.log(error.message);
}
