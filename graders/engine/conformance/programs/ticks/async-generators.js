async function* numbers() {
  console.log("started");
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
const source = numbers();
console.log("made");
for await (const number of source) {
  console.log(number);
  break;
}
