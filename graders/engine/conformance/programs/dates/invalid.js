const date = new Date("no date");
console.log(String(date), date.getTime(), JSON.stringify({ date }));
try {
  date.toISOString();
} catch (error) {
  console.log(String(error));
}
