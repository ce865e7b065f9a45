const timer = setTimeout(() => {}, 1);
console.log(timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref() === timer, timer.hasRef());
