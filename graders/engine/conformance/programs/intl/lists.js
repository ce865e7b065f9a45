console.log(
  [1, new Date(0), "x"].toLocaleString("en-US", { timeZone: "UTC" }),
  new Uint16Array([1000, 2000]).toLocaleString("en"),
);
