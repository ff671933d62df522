/**
 * Runs a program in the place of this process: its terminal, its signals, its exit status.
 */
import { spawn } from "node:child_process";

export function runInPlace(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  // Ctrl-C reaches the child by the terminal too; both are to hear it, and this one waits for the other.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`${command}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (signal === "SIGINT" ? 2 : 15) : (code ?? 1)));
}
