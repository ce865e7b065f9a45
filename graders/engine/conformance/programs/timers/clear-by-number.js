const timer = setTimeout(() => console.log("never"), 5);
clearTimeout(Number(timer));
const other = setTimeout(() => console.log("never either"), 5);
clearTimeout(String(+other));
setTimeout(() => console.log("end"), 10);
