process.stdout.write("no line ");
process.stdout.write("break\n");
process.stdout.write("two\nlines\n");
console.log("whole");
process.stdout.write("last");
