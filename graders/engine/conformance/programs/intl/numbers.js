console.log(
  (1234.5).toLocaleString("en-US", { style: "currency", currency: "USD" }),
  (0.256).toLocaleString("de", { style: "percent" }),
);
console.log(
  (1234567.891).toLocaleString(),
  12345678901234567890n.toLocaleString("en"),
  [1234.5, 6].toLocaleString("de"),
);
