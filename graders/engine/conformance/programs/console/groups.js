console.group("outer");
console.log("in\ntwo lines");
console.group();
console.warn({ deep: [1] });
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log("out");
