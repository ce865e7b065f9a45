const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
const options = { timeZone: "UTC", dateStyle: "medium" };
console.log(date.toLocaleDateString("en-US", options), date.toLocaleTimeString("de", { timeZone: "UTC" }));
console.log(
  date.toLocaleString("en-GB", { timeZone: "America/New_York", dateStyle: "full", timeStyle: "short" }),
);
console.log(date.toLocaleString(), date.toLocaleDateString());
