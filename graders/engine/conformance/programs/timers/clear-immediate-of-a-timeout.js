const timer = setTimeout(() => console.log("fires all the same"), 1);
clearImmediate(timer);
