/**
 * npm test: installs what is missing, then checks, builds, and runs every suite that needs no outside service.
 *
 *     npm test [-- SUITE ...] [--messages N] [--cells TEXT]
 *
 * --messages and --cells are for the suite "matrix": how many cross each cell in each direction, 500 by default, and a part
 * of the names of the cells that run, all by default.
 * Each suite gets a line with its totals and its time; the output of one that failed is shown whole. The last line is
 * "N passed, N failed" over all; the exit status is 0 only when nothing failed.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

import { ensureInstalled, root } from "./lib/install.mjs";
import { suites } from "./lib/suites.mjs";
import { formatTotals, judgeSuite, readBunSummary, readTotals, sumTotals } from "./lib/totals.mjs";

/** In each direction of a cell of the matrix. */
const usualMessages = 500;
const { names, messages, cells } = readArguments(process.argv.slice(2));
const env = { ...process.env, MATRIX_MESSAGES: String(messages), MATRIX_CELLS: cells };

/** Ends the process with status 2 for arguments that it does not know. */
function readArguments(args) {
  try {
    const options = {
      messages: { type: "string", default: String(usualMessages) },
      cells: { type: "string", default: "" },
    };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const count = Number(values.messages);
    const { cells } = values;
    if (Number.isInteger(count) && count >= 2)
      return { names: positionals, messages: count, cells };
    console.error(`--messages "${values.messages}" is not a whole number from 2 up`);
  } catch (error) {
    console.error(error.message);
  }
  process.exit(2);
}

/** @returns {Promise<{ output: string, status: number | null }>} status null when it was killed */
function capture(command, args, limitSeconds) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const killer = setTimeout(() => child.kill("SIGKILL"), limitSeconds * 1000);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => keep(`${error.message}\n`));
    child.on("close", (status) => {
      clearTimeout(killer);
      resolve({ output, status });
    });
  });
}

/** A suite without a summary of its own is one test: it ended with status 0 or not. */
function readSummary(suite, output, status) {
  if (suite.summary === "bun") return readBunSummary(output);
  const wholeSuite = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  return readTotals(output) ?? wholeSuite;
}

/** More messages take longer; only the matrix knows of them. */
function limitOf({ name, limitSeconds }) {
  return name === "matrix" ? limitSeconds * Math.max(1, messages / usualMessages) : limitSeconds;
}

function showLines(output, pattern) {
  if (pattern === undefined) return;
  for (const line of output.split("\n")) if (pattern.test(line)) console.log(line);
}

async function runSuite(bun, suite) {
  const started = performance.now();
  const { output, status } = await capture(bun, suite.args, limitOf(suite));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const totals = judgeSuite(readSummary(suite, output, status), status);
  if (totals.failed > 0) console.log(output.trimEnd());
  else showLines(output, suite.shownLines);
  const reason = totals.reason === undefined ? "" : `, ${totals.reason}`;
  console.log(`suite ${suite.name}: ${formatTotals(totals)} (${seconds} s${reason})`);
  return totals;
}

function chooseSuites(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map((suite) => suite.name).join(", ");
    console.error(`no suite is called "${unknown.join('", "')}". The suites are ${known}.`);
    process.exit(2);
  }
  if (names.length === 0) return suites.filter((suite) => !suite.onlyNamed);
  const needsBuild = suites.some((suite) => names.includes(suite.name) && suite.needsBuild);
  return suites.filter(
    (suite) => names.includes(suite.name) || (needsBuild && suite.name === "build"),
  );
}

const chosen = chooseSuites(names);
const bun = ensureInstalled();
const results = [];
for (const suite of chosen) results.push(await runSuite(bun, suite));
const totals = sumTotals(results);
console.log(formatTotals(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;
