/** Says that it is there, and stays. */
process.stdout.write("waiting\n");
setInterval(() => {}, 1000);
