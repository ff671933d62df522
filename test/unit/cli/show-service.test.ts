/** fleet service show */
import { expect, test } from "bun:test";

import { signServiceConfig, stdinServiceMessage } from "../../../src/config/service-signing.ts";
import { makeDeploymentKey } from "../../../src/net/certificates.ts";
import { makeConfigFolder } from "../../helpers/config-files.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

const [deployment, stranger] = [makeDeploymentKey(), makeDeploymentKey()];
const now = Date.UTC(2026, 4, 1);

function prepare() {
  const folder = makeConfigFolder();
  const ls = stdinServiceMessage({ name: "ls", cmd: "/bin/ls", args: ["-l", "\u001b[2J"] });
  const file = folder.write("ls.signed", signServiceConfig(ls, deployment.privateKey, now));
  const key = folder.write("deployment.pub", deployment.publicKey);
  const other = folder.write("other.pub", stranger.publicKey);
  return { file, key, other, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

test("says what the service allows, harmlessly, and that the signature was not checked", async () => {
  using made = prepare();
  const { out, error, exitCode } = await runFleet(["service", "show", made.file]);
  expect([exitCode, error]).toEqual([0, expect.stringContaining("not checked")]);
  expect(out).toContain('name: "ls"');
  expect(out).toContain('cmd: "/bin/ls"');
  expect(out).toContain("signed_time");
  expect(out).not.toContain("\u001b");
});

test("tells a good signature from a stranger's", async () => {
  using made = prepare();
  const show = (key: string) => runFleet(["service", "show", made.file, "--key", key]);
  expect(await show(made.key)).toMatchObject({ exitCode: 0, error: "the signature is good\n" });
  const refused = await show(made.other);
  expect(refused.exitCode).toBe(6);
  expect(refused.error).toStartWith(`error: the signature of "${made.file}" is not of --key `);
});

test("prints JSON", async () => {
  using made = prepare();
  const { out } = await runFleet(["service", "show", made.file, "--key", made.key, "--json"]);
  expect(JSON.parse(out)).toMatchObject({
    signed_by_key: true,
    service: { name: "ls", factory: "Stdin", signed_time: "2026-05-01T00:00:00Z" },
  });
});

test("another file is named", async () => {
  using folder = makeConfigFolder();
  for (const content of ["", 'name: "ls"', deployment.publicKey]) {
    const file = folder.write("other", content);
    const { error, exitCode } = await runFleet(["service", "show", file]);
    expect([exitCode, error]).toEqual([
      1,
      expect.stringContaining(`"${file}" is no signed service`),
    ]);
  }
});

test("fleet config check leads here", async () => {
  using made = prepare();
  const { error } = await runFleet(["config", "check", made.file]);
  expect(error).toEndWith(`hint: See: fleet service show ${made.file}\n`);
});
