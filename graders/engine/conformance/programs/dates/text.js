const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
console.log(String(date), date.toDateString(), date.toTimeString(), date.toUTCString(), date.toJSON());
console.log(date[Symbol.toPrimitive]("number"), `${date}`.length, date.getTimezoneOffset());
