try {
  setImmediate(5);
} catch (error) {
  console.log(String(error));
}
