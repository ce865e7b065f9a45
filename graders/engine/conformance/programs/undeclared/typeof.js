console.log(typeof missing, typeof missing === "undefined", typeof globalThis.missing);
try {
  typeof missing.length;
} catch (error) {
  console.log(error.message);
}
