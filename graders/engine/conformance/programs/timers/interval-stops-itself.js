let beats = 0;
const timer = setInterval(() => {
  console.log(++beats);
  if (beats === 3) clearInterval(timer);
}, 5);
