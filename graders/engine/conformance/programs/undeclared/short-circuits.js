console.log(
  true || missing,
  false && missing,
  null?.[missing],
  typeof missing !== "undefined" ? missing : "none",
);
const { a = 5 } = { a: 1 };
try {
  const { b = missing } = {};
} catch (error) {
  console.log(a, error.message);
}
