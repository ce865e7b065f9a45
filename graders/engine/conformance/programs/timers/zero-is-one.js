const order = [];
setTimeout(() => order.push("one"), 1);
setTimeout(() => order.push("zero"), 0);
setTimeout(() => console.log(order.join()), 20);
