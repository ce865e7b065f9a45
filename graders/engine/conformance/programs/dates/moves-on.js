const [start, date] = [Date.now(), new Date()];
setTimeout(() => console.log(Date.now() - start >= 20, new Date() - date >= 20, new Date() > date), 20);
