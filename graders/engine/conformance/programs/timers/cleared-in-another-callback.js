const second = setTimeout(() => console.log("never"), 5);
setTimeout(() => clearTimeout(second), 1);
setTimeout(() => console.log("end"), 10);
