const read = () => later;
try {
  read();
} catch (error) {
  console.log(error.message);
}
globalThis.later = 5;
console.log(read(), later, typeof later);
later = 6;
console.log(globalThis.later, delete globalThis.later, typeof later);
