console.log(
  "it's",
  ["it's", 'say "x"', `both ' and "`, "line\nbreak", "tab\t", "\u0007", "\ud800"],
  new String("boxed"),
  [Object(1), Object(true)],
);
