const timer = setTimeout(() => console.log("refreshed"), 300);
setTimeout(() => timer.refresh(), 100);
setTimeout(() => console.log("350"), 350);
