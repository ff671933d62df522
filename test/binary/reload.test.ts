/** SIGHUP to the compiled file: what may change is taken over, and a bad file changes nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "bun:test";

import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { waitFor } from "../helpers/wait-for.ts";

test("a server takes over changed services, and goes on with the old ones where the file is bad", async () => {
  await using server = await CompiledServer.start();
  const services = join(server.folder, "server.services.config");
  const logged = (text: string) =>
    waitFor(() => server.log.includes(text), { what: `"${text}" in:\n${server.log}` });
  const reload = (content: string) => {
    writeFileSync(services, content);
    process.kill(server.pid, "SIGHUP");
  };

  reload('services { name: "sink" factory: "NOOP" }\nservices { name: "more" factory: "NOOP" }\n');
  await logged("services: sink, more");
  reload('services { name: "sink" factory: "NONE" }\nservices { nam: "x" factory: "NOOP" }\n');
  await logged(`${services}:1:`);
  await logged(`${services}:2:`);
  reload('services { name: "sink" fac');
  await logged("not reloaded");
  reload("");
  await logged("is empty");

  const components = join(server.folder, "server.components.config");
  const text = readFileSync(components, "utf8");
  writeFileSync(components, `${text}\nrequired_label: "x"\n`);
  reload('services { name: "last" factory: "NOOP" }\n');
  await logged("services: last");
  await logged("changed, but not taken over before a restart: required_label");
  expect(server.log.match(/configuration read again/g)).toHaveLength(2);
  expect(await server.stop()).toBe(143);
});

test("fleet server and fleet all are not ended by it", async () => {
  using folder = makeTemporaryFolder();
  const cwd = folder.path;
  const ports = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  for (const command of ["server", "all"]) {
    await using running = startBinary([command, "--database_path", `${command}.sqlite`, ...ports], {
      cwd,
    });
    await running.waitForLine(command === "all" ? /^serving/m : /^admin API/m);
    running.kill("SIGHUP");
    await running.waitForLine(/configuration read again; services: none/);
    const at = ["--database_path", `${command}.sqlite`, "--json"];
    const { status } = await runBinary(["clients", "list", ...at], { cwd });
    expect(status).toBe(0);
  }
});
