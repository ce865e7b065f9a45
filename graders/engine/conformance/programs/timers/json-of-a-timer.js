try {
  JSON.stringify({ timer: setTimeout(() => {}, 1) });
} catch (error) {
  console.log(error.name, error.message.includes("circular"));
}
