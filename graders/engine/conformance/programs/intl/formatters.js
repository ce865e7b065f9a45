const date = new Date(Date.UTC(2026, 0, 2));
const format = new Intl.DateTimeFormat("en", { timeZone: "UTC", month: "long", day: "numeric" });
console.log(
  format.format(date),
  format
    .formatToParts(date)
    .map(({ type }) => type)
    .join(),
  format.resolvedOptions().timeZone,
);
console.log(
  [date].map(format.format).join(),
  Intl.DateTimeFormat("en").format(0),
  format.constructor === Intl.DateTimeFormat,
);
console.log(new Intl.ListFormat("en").format(["a", "b", "c"]), new Intl.PluralRules("en").select(1));
console.log(new Intl.RelativeTimeFormat("en").format(-3, "day"), Object.prototype.toString.call(format));
