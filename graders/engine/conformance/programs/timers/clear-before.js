const timer = setTimeout(() => console.log("never"), 5);
clearTimeout(timer);
clearTimeout(timer);
clearTimeout(undefined);
clearTimeout(null);
clearTimeout("no id");
setTimeout(() => console.log("end"), 10);
