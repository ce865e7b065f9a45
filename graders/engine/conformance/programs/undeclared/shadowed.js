const names = { missing: 1 };
function inner(missing) {
  return typeof missing;
}
console.log(
  inner(),
  inner(1),
  names.missing,
  (() => {
    const missing = 2;
    return missing;
  })(),
);
for (const value of [1, 2]) {
  if (value === 1) continue;
  console.log("label", value);
}
try {
  throw 1;
} catch (missing) {
  console.log(missing);
}
