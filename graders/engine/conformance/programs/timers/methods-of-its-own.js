const timer = setTimeout(() => {}, 1);
timer.close = () => "mine";
console.log(timer.close(), Object.keys(timer).includes("close"));
clearTimeout(timer);
