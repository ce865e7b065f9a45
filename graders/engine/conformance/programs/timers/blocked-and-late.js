const start = Date.now();
setTimeout(() => console.log("due at 10, after the wait", Date.now() - start >= 40), 10);
setTimeout(() => console.log("due at 20", Date.now() - start >= 40), 20);
while (Date.now() - start < 40);
console.log("waited", Date.now() - start >= 40);
