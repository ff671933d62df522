/** Nothing in the environment or the working directory makes the executable another program. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeTemporaryFolder, runBinary } from "../helpers/binary.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
let marker = "";
let script = "";

beforeEach(() => {
  folder = makeTemporaryFolder();
  marker = join(folder.path, "marker");
  script = join(folder.path, "preload.cjs");
  writeFileSync(script, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "ran");`);
});

afterEach(() => folder[Symbol.dispose]());

const runVersion = (env: Readonly<Record<string, string>> = {}) =>
  runBinary(["version"], { cwd: folder.path, env });

describe("variables", () => {
  test("the script of these tests does leave its mark where it is run", () => {
    Bun.spawnSync([process.execPath, "--preload", script, "-e", "0"], { cwd: folder.path });
    expect(existsSync(marker)).toBe(true);
  });

  test.each([
    ["BUN_BE_BUN", () => "1"],
    ["XUN_BE_BUN", () => "1"],
    ["BUN_OPTIONS", () => `--preload=${script}`],
    ["XUN_OPTIONS", () => `--preload=${script}`],
    ["NODE_OPTIONS", () => `--require=${script}`],
    ["BUN_INSPECT", () => "ws://127.0.0.1:0/fleet"],
    ["BUN_INSPECT_PRELOAD", () => script],
    ["BUN_INSPECT_CONNECT_TO", () => "ws://127.0.0.1:1/"],
    ["BUN_INSPECT_NOTIFY", () => "unix:///nowhere"],
    ["BUN_BYTECODE_ORDER_OUT", () => marker],
    ["BUN_BYTECODE_ORDER_NAMES_OUT", () => marker],
    ["BUN_JSC_dumpOptions", () => "1"],
    ["NODE_COMPILE_CACHE", () => marker],
    ["NODE_V8_COVERAGE", () => marker],
    ["BUN_RUNTIME_TRANSPILER_CACHE_PATH", () => marker],
  ])("%s does nothing", async (name, value) => {
    const expected = await runVersion();
    expect(expected.status).toBe(0);
    expect(await runVersion({ [name]: value() })).toEqual(expected);
    expect(existsSync(marker)).toBe(false);
  });

  test.each(["--version", "-e", "--eval", "--print", "run", "--preload", "install"])(
    "BUN_BE_BUN does not bring back bun's %s",
    async (flag) => {
      const args = [flag, script];
      const plain = await runBinary(args, { cwd: folder.path });
      const asBun = await runBinary(args, { cwd: folder.path, env: { BUN_BE_BUN: "1" } });
      expect(asBun).toEqual(plain);
      expect(existsSync(marker)).toBe(false);
    },
  );
});

describe("the working directory", () => {
  test.each([
    ["bunfig.toml", () => `preload = [${JSON.stringify(script)}]\n`],
    [
      "package.json",
      () => '{ "type": "commonjs", "name": "other", "imports": { "#x": "./preload.cjs" } }',
    ],
    ["tsconfig.json", () => '{ "compilerOptions": { "paths": { "*": ["./preload.cjs"] } } }'],
  ])("%s is not read", async (name, content) => {
    const expected = await runVersion();
    writeFileSync(join(folder.path, name), content());
    expect(await runVersion()).toEqual(expected);
    expect(existsSync(marker)).toBe(false);
  });

  test(".env sets nothing", async () => {
    const listClients = (env: Readonly<Record<string, string>> = {}) =>
      runBinary(["clients", "list"], { cwd: folder.path, env });
    const expected = await listClients();
    writeFileSync(join(folder.path, ".env"), "FLEET_ADMIN_ADDR=127.0.0.1:9\n");
    expect(await listClients()).toEqual(expected);
    rmSync(join(folder.path, ".env"));
    const whenReallySet = await listClients({ FLEET_ADMIN_ADDR: "127.0.0.1:9" });
    expect(whenReallySet.stderr).toContain("127.0.0.1:9");
    expect(expected.stderr).not.toContain("127.0.0.1:9");
  });
});

describe.skipIf(process.getuid?.() !== 0)("root follows no client file", () => {
  const nobody = 65_534;
  let home = "";
  let file = "";

  beforeEach(() => {
    home = join(folder.path, "home");
    file = join(home, "client.config");
    mkdirSync(home, { mode: 0o755 });
    writeFileSync(file, 'client_label: "x"\n', { mode: 0o600 });
  });

  const run = () => runBinary(["client", "--config", file]);

  test("except one that is its own: this one is only incomplete", async () => {
    const { status, stderr } = await run();
    expect(status).toBe(3);
    expect(stderr).toContain("is required");
  });

  test.each([
    ["that every user may write", () => chmodSync(file, 0o602), "written by every user"],
    [
      "that a group may write",
      () => {
        chownSync(file, 0, nobody);
        chmodSync(file, 0o620);
      },
      "written by the group",
    ],
    ["of another user", () => chownSync(file, nobody, 0), "belongs to user"],
    ["in a folder that every user may write", () => chmodSync(home, 0o777), "may replace it"],
    ["in a folder of another user", () => chownSync(home, nobody, 0), "may replace it"],
  ])("%s", async (_, loosen, text) => {
    loosen();
    const { status, stderr } = await run();
    expect(status).toBe(3);
    expect(stderr).toContain(text);
    expect(stderr).toContain("hint: Run: ch");
  });
});
