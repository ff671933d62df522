/** The compiled file installed under a real systemd: server and client, with their units' hardening. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { waitFor } from "../helpers/wait-for.ts";
import { Machine, fleet } from "./machine.ts";

let machine: Machine;
const port = 6443;
const installServer = (listen = `127.0.0.1:${port}`) =>
  machine.run(fleet, "install", "--role", "server", "--https_addr", listen, "--json");
const database = "/var/lib/fleet/fleet.sqlite";
const state = `${database}.d`;

interface Step {
  readonly outcome: string;
  readonly what: string;
}

function outcomes(json: string): Record<string, string> {
  const steps = JSON.parse(json) as Step[];
  return Object.fromEntries(steps.map(({ what, outcome }) => [what, outcome]));
}

beforeAll(async () => {
  machine = await Machine.boot();
}, 30_000);

afterAll(async () => {
  await machine?.[Symbol.asyncDispose]();
});

describe("a server", () => {
  test("is installed, serves as a user of its own, and is watched", () => {
    const { status, out, error } = installServer();
    expect({ status, error }).toEqual({ status: 0, error: "" });
    expect(outcomes(out)).toEqual({ executable: "made", service: "made", process: "started" });
    expect(machine.property("fleet-server", "ActiveState")).toBe("active");
    expect(machine.property("fleet-server", "WatchdogUSec")).toBe("1min");
    expect(machine.shell(`stat -c '%U %a' ${state}/ca.key`)).toBe("fleet 600\n");
    expect(machine.property("fleet-server", "UnitFileState")).toBe("enabled");
  });

  test("is left alone by a second install", () => {
    const before = machine.property("fleet-server", "MainPID");
    expect(outcomes(installServer().out)).toEqual({
      executable: "kept",
      service: "kept",
      process: "running",
    });
    expect(machine.property("fleet-server", "MainPID")).toBe(before);
  });

  test("goes on when an install over it does not come up", () => {
    // Its own admin API listens there.
    const { status, error } = installServer("127.0.0.1:6061");
    expect(status).toBe(5);
    expect(error).toContain("does not start");
    expect(error).toContain("journalctl -u fleet-server");
    expect(machine.property("fleet-server", "ActiveState")).toBe("active");
    expect(machine.property("fleet-server", "ExecStart")).toContain(`127.0.0.1:${port}`);
    machine.must(fleet, "clients", "list", "--database_path", database);
  });

  test("that hangs is ended by the watchdog and started again", async () => {
    machine.shell(
      "mkdir -p /run/systemd/system/fleet-server.service.d && printf '[Service]\\nWatchdogSec=1\\nRestartSec=0\\n' " +
        "> /run/systemd/system/fleet-server.service.d/test.conf && systemctl daemon-reload && systemctl restart fleet-server",
    );
    const hung = machine.property("fleet-server", "MainPID");
    machine.must("kill", "-STOP", hung);
    const isBack = () =>
      machine.property("fleet-server", "MainPID") !== hung &&
      machine.property("fleet-server", "ActiveState") === "active";
    await waitFor(isBack, { what: "another process", deadlineMs: 20_000 });
    expect(machine.property("fleet-server", "NRestarts")).toBe("1");
    machine.shell("rm -r /run/systemd/system/fleet-server.service.d && systemctl daemon-reload");
    machine.must("systemctl", "restart", "fleet-server");
  }, 40_000);
});

describe("bad ground", () => {
  test("two installs at once: the second says so and changes nothing", () => {
    const { status, error } = machine.run(
      ...["flock", "/run/fleet-install.lock", fleet, "install", "--role", "server"],
      ...["--https_addr", "127.0.0.1:1"],
    );
    expect({ status, error }).toMatchObject({ status: 8 });
    expect(error).toContain("another install is under way");
    expect(machine.property("fleet-server", "ExecStart")).toContain(`127.0.0.1:${port}`);
  });

  test("a folder that cannot be written", () => {
    machine.must("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", "/usr/local/sbin");
    const { status, error } = installServer("127.0.0.1:7443");
    machine.must("umount", "/usr/local/sbin");
    expect(status).toBe(3);
    expect(error).toContain('cannot write the executable "/usr/local/sbin/fleet-server"');
    expect(machine.property("fleet-server", "ExecStart")).toContain(`127.0.0.1:${port}`);
  });

  test.each([
    [["install"], 2, "--role is missing"],
    [["install", "--role", "agent"], 2, '--role "agent" is no role'],
    [["install", "--role", "client", "--https_addr", ":1"], 2, "--https_addr is no flag"],
    [["install", "--role", "client", "--config", "/nowhere"], 3, '"/nowhere" does not exist'],
    [["install", "--role", "server"], 3, "server.components.config"],
    [["install", "--role", "server", "--public_host", "x"], 2, "--public_host goes with"],
  ])("%j", (args, code, text) => {
    const { status, error } = machine.run(fleet, ...args);
    expect({ status, error }).toMatchObject({ status: code });
    expect(error).toContain(text);
  });

  test("a user who is not root", () => {
    const { status, error } = machine.run(
      ...["setpriv", "--reuid=65534", "--clear-groups", fleet, "install", "--role", "server"],
    );
    expect(status).toBe(6);
    expect(error).toContain("sudo");
  });
});

const config = "/etc/fleetspeak-client/client.config";

function writeClientFiles(): void {
  machine.shell(`
    mkdir -p /etc/fleetspeak-client/services
    pem() { sed 's/$/\\\\n/' "$1" | tr -d '\\n'; }
    printf 'trusted_certs: "%s"\\nserver: "127.0.0.1:${port}"\\nfleet { deployment_public_key: "%s" transport: AUTO }\\n' \
      "$(pem ${state}/ca.pem)" "$(pem ${state}/deployment.pub)" > ${config}
    echo 'filesystem_handler { configuration_directory: "/etc/fleetspeak-client" state_file: "/var/lib/fleetspeak-client/state" }' >> ${config}
    chmod 600 ${config}
    for name in echo touch env; do
      ${fleet} service sign --key ${state}/deployment.key --out /etc/fleetspeak-client/services/$name.signed --name $name --cmd /usr/bin/$name
    done`);
}

async function waitForConnected(): Promise<string> {
  const read = () =>
    JSON.parse(
      machine.run(fleet, "client", "status", "--config", config, "--json").out || "{}",
    ) as {
      state?: string;
      clientId?: string;
      running?: boolean;
    };
  await waitFor(() => read().state === "connected" && read().running === true, {
    what: "contact",
    deadlineMs: 10_000,
  });
  return read().clientId ?? "";
}

const exec = (id: string, ...command: string[]) =>
  machine.run(fleet, "exec", id, "--database_path", database, ...command);

describe("a client", () => {
  let id = "";

  test("is installed, enrols, and its services may do what root may", async () => {
    writeClientFiles();
    const { status, out, error } = machine.run(
      ...[fleet, "install", "--role", "client", "--config", config, "--json"],
    );
    expect({ status, error }).toEqual({ status: 0, error: "" });
    expect(outcomes(out)).toMatchObject({ executable: "made", process: "started" });
    id = await waitForConnected();
    expect(exec(id, "echo", "--", "hello")).toMatchObject({ status: 0, out: "hello\n" });
    expect(exec(id, "touch", "--", "/etc/by-a-service").status).toBe(0);
    machine.must("test", "-f", "/etc/by-a-service");
  });

  test("keeps to itself what systemd told it", () => {
    const { status, out } = exec(id, "env");
    expect(status).toBe(0);
    expect(out).toContain("PATH=");
    expect(out).not.toMatch(/NOTIFY_SOCKET|WATCHDOG/);
  });

  test("confined, its services write nowhere", async () => {
    machine.must(fleet, "install", "--role", "client", "--config", config, "--confined");
    expect(await waitForConnected()).toBe(id);
    expect(exec(id, "echo", "--", "hello")).toMatchObject({ status: 0, out: "hello\n" });
    const refused = exec(id, "touch", "--", "/etc/by-a-confined-service");
    expect(refused.status).not.toBe(0);
    expect(refused.error).toContain("Read-only file system");
  });

  test("ends in order when it is stopped", () => {
    machine.must("systemctl", "stop", "fleet-client");
    expect(machine.property("fleet-client", "Result")).toBe("success");
    expect(machine.property("fleet-client", "ExecMainStatus")).toBe("143");
    const status = machine.must(fleet, "client", "status", "--config", config, "--json");
    expect(JSON.parse(status)).toMatchObject({ state: "stopped", running: false });
  });

  test("keeps its identity through removal, and loses it when purged", async () => {
    const uninstall = (...more: string[]) =>
      machine.must(fleet, "uninstall", "--role", "client", "--config", config, "--json", ...more);
    expect(outcomes(uninstall())).toMatchObject({ service: "removed", executable: "removed" });
    expect(outcomes(uninstall())).toMatchObject({ service: "absent", executable: "absent" });
    machine.must(fleet, "install", "--role", "client", "--config", config);
    expect(await waitForConnected()).toBe(id);
    uninstall("--purge");
    expect(machine.run("test", "-e", "/var/lib/fleetspeak-client").status).not.toBe(0);
    expect(machine.run("test", "-e", config).status).toBe(0);
  });
});

describe("removal of the server", () => {
  test("keeps the database; --purge takes it", () => {
    const uninstall = (...more: string[]) =>
      machine.must(fleet, "uninstall", "--role", "server", "--json", ...more);
    expect(outcomes(uninstall())).toMatchObject({ process: "stopped", service: "removed" });
    machine.must("test", "-f", database);
    uninstall("--purge");
    expect(machine.run("test", "-e", "/var/lib/fleet").status).not.toBe(0);
  });
});
