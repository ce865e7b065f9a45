try {
  missing = 5;
} catch (error) {
  console.log(error.name, error.message);
}
try {
  other++;
} catch (error) {
  console.log(error.message);
}
try {
  ({ a: third } = { a: 1 });
} catch (error) {
  console.log(error.message);
}
console.log(typeof missing, typeof third);
