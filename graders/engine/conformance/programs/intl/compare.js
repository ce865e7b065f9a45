console.log(["Zoë", "ben", "Ärne", "Ann"].sort((a, b) => a.localeCompare(b, "en")).join());
console.log(
  ["10", "9", "2"].sort(new Intl.Collator("en", { numeric: true }).compare).join(),
  "a".localeCompare("b"),
);
