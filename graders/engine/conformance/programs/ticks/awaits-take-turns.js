async function count(name) {
  for (let step = 1; step <= 3; step++) {
    console.log(name, step);
    await null;
  }
}
count("a");
count("b");
