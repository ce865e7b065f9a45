const start = Temporal.Now.instant();
setTimeout(() => {
  console.log(Temporal.Instant.compare(Temporal.Now.instant(), start), Temporal.Now.timeZoneId());
  console.log(Temporal.PlainDate.from("2026-01-31").add({ months: 1 }).toString());
}, 5);
