let beats = 0;
const log = [];
const timer = setInterval(() => {
  log.push(`beat ${++beats}`);
  if (beats === 2) clearInterval(timer);
}, 20);
setTimeout(() => log.push("after one"), 30);
setTimeout(() => console.log(log.join(", ")), 60);
