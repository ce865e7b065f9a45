const date = new Date(0);
date.toString = () => "the beginning";
console.log(`${date}`, date.toISOString());
