const target = new EventTarget();
target.addEventListener("x", (event) => {
  try {
    target.dispatchEvent(event);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
});
target.dispatchEvent(new Event("x"));
