console.log(btoa("hi"), atob("aGk="), btoa(""), atob(" aGk "));
for (const act of [() => btoa("é€"), () => atob("*"), () => atob()]) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.code);
  }
}
