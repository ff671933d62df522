/**
 * The suites of `npm test`, in the order in which they run. One more is one line here.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {"lines" | "bun"} summary how it says its totals: our own last line, or bun test's summary
 * @property {number} limitSeconds after which it is killed and has failed
 * @property {string[]} args for bun
 * @property {boolean} [needsBuild] runs dist/fleet
 * @property {RegExp} [shownLines] of its output, shown also when it passed
 * @property {boolean} [onlyNamed] needs a real component: runs when it is named, which .ci/run does
 */

/**
 * @param {string} name folder of test/
 * @param {number} limitSeconds
 * @param {Partial<Suite>} [more]
 * @returns {Suite}
 */
function folder(name, limitSeconds, more = {}) {
  const args = ["test", "--only-failures", "--timeout", "30000", `./test/${name}`];
  return { name, summary: "bun", limitSeconds, args, ...more };
}

/** @type {readonly Suite[]} */
export const suites = [
  { name: "check", summary: "lines", limitSeconds: 120, args: ["scripts/check.ts"] },
  { name: "build", summary: "lines", limitSeconds: 120, args: ["scripts/build-binaries.ts"] },
  folder("unit", 120),
  folder("conformance", 180),
  folder("integration", 400),
  folder("binary", 900, { needsBuild: true }),
  folder("fuzz", 300),
  {
    name: "build-all",
    summary: "lines",
    limitSeconds: 300,
    args: ["scripts/build-binaries.ts", "--all"],
    onlyNamed: true,
  },
  folder("release", 600, { onlyNamed: true }),
  folder("windows", 600, { needsBuild: true, onlyNamed: true }),
  folder("emulated", 300, { needsBuild: true, onlyNamed: true }),
  folder("systemd", 300, { needsBuild: true, onlyNamed: true }),
  folder("interop", 600, { needsBuild: true, onlyNamed: true }),
  folder("packages", 900, { needsBuild: true, onlyNamed: true }),
  folder("api", 300, { needsBuild: true, onlyNamed: true }),
  folder("metrics", 120, { needsBuild: true, onlyNamed: true }),
  folder("web", 600, { needsBuild: true, onlyNamed: true }),
  folder("clocks", 180, { needsBuild: true, onlyNamed: true }),
  folder("matrix", 1200, { needsBuild: true, onlyNamed: true, shownLines: /^cell / }),
];
