try {
  structuredClone({ timer: setTimeout(() => {}, 1) });
} catch (error) {
  console.log(error.name, error.code);
}
