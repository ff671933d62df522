/**
 * Service programs that do what they should not, and service configurations that nobody should follow, in the compiled
 * client: each is named in the log, memory stays bounded, and the other services of that client go on.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";

import { connectSocket } from "../../packages/connector/src/endpoint.ts";
import { encodePlainMessage } from "../../src/config/message-wire.ts";
import { signServiceConfig } from "../../src/config/service-signing.ts";
import { decodeStdOutput } from "../../src/proto/service-codec.ts";
import {
  EndpointFixture,
  daemonText,
  programText,
  socketText,
  stdinText,
} from "../helpers/endpoint-fixture.ts";
import { waitFor } from "../helpers/wait-for.ts";

const deployment = generateKeyPairSync("ec", { namedCurve: "P-256" });
const deploymentKey = deployment.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const maxGrowthMb = 150;

let fixture: EndpointFixture;
let residentAtStart = 0;
beforeAll(async () => {
  fixture = await EndpointFixture.start(["logs", "own", "tool"], {
    deploymentKey: deployment.publicKey.export({ type: "spki", format: "pem" }).toString(),
    outboxBytes: 16 * 1024 * 1024,
    // The log says so of one that never reads only after ten seconds: it begins before the others.
    services: {
      echo: daemonText("echo", ["echo"]),
      mute: daemonText("mute", ["never-reads"]),
    },
  });
  for (let n = 0; n < 20; n += 1) await fixture.send("mute", "Ping", Buffer.alloc(1_000_000));
  await fixture.expectEcho();
  residentAtStart = fixture.client.residentMb;
});
afterAll(() => fixture[Symbol.asyncDispose]());

afterEach(async () => {
  await fixture.expectEcho();
  // What a burst needed is given back, not at once.
  await waitFor(() => fixture.client.residentMb - residentAtStart < maxGrowthMb, {
    what: `the client to have grown by less than ${maxGrowthMb} MB`,
  });
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(lstatOf(pid));
  } catch {
    return false;
  }
}

function lstatOf(pid: number): string {
  return Bun.spawnSync(["cat", `/proc/${pid}/stat`]).stdout.toString();
}

async function loggedPid(pattern: RegExp): Promise<number> {
  await fixture.client.waitForLog(pattern);
  return Number(pattern.exec(fixture.client.log)?.[1]);
}

describe("a process of a Daemon service that", () => {
  test.each([
    ["writes garbage", "garbage", /service garbage .*where its magic should be/],
    ["exits after half a message", "half", /service half .*in the middle of a message/],
    ["declares a message over 2 MiB", "huge", /service huge .*2097153 bytes is over/],
    ["writes what is no message", "no-message", /service no-message .*no fleetspeak\.Message/],
    ["closes its pipes at once", "closes", /service closes .*closed its channel/],
    ["fails", "fail", /service fail .*exit status 3; it wrote: out of luck/],
    ["speaks as the client", "system", /MessageAck of service system-like is dropped/],
  ])("%s is named, and not started again at once", async (_what, mode, line) => {
    const name = mode === "system" ? "system-like" : mode;
    await fixture.add(name, daemonText(name, [mode]));
    await fixture.client.waitForLog(line);
    const starts = fixture.client.log.match(new RegExp(`service ${name} runs as process`, "g"));
    expect(starts).toHaveLength(1);
    await fixture.remove(name);
  });

  test("is a script that writes what it likes is named with what it wrote", async () => {
    const script = 'head -c 100000 /dev/urandom >&4; echo "no protocol known" >&2; sleep 100';
    await fixture.add("script", programText("script", ["/bin/sh", "-c", script]));
    await fixture.client.waitForLog(/service script .*where its magic should be/);
    await fixture.remove("script");
  });

  test("forks and leaves takes what it left behind with it", async () => {
    await fixture.add("fork", daemonText("fork", ["fork"]));
    const pid = await loggedPid(/service fork .*it wrote: child (\d+)/);
    await waitFor(() => !alive(pid), { what: `the end of ${pid}` });
    await fixture.remove("fork");
  });

  test("ignores every polite signal is killed when its service is removed", async () => {
    await fixture.add("deaf", daemonText("deaf", ["deaf"]));
    const pid = await loggedPid(/service deaf runs as process (\d+)/);
    await fixture.remove("deaf");
    await waitFor(() => !alive(pid), { what: `the end of ${pid}` });
    await fixture.client.waitForLog(/service deaf .*SIGKILL/);
  });

  test("floods its standard output has it forwarded, and holds up nobody", async () => {
    const params = 'std_params { service_name: "logs" flush_bytes: 100000 }';
    await fixture.add("flood", daemonText("flood", ["flood"], params));
    const sizes = () =>
      fixture.processor.received
        .filter(({ messageType }) => messageType === "StdOutput")
        .map(({ data }) => decodeStdOutput(data?.value ?? new Uint8Array()))
        .map(({ stdout, stderr }) => stdout.length + stderr.length);
    await waitFor(() => sizes().length >= 10, { what: "the output", deadlineMs: 20_000 });
    expect(Math.max(...sizes())).toBe(100_000);
    await fixture.expectEcho();
    // What a burst needed is given back, not at once.
    await waitFor(() => fixture.client.residentMb - residentAtStart < maxGrowthMb, {
      what: `the client to have grown by less than ${maxGrowthMb} MB`,
    });
    await fixture.remove("flood");
  });

  test("floods outputs that nobody wants writes into nothing", async () => {
    await fixture.add("flood2", daemonText("flood2", ["flood"]));
    await loggedPid(/service flood2 runs as process (\d+)/);
    await fixture.expectEcho();
    await fixture.remove("flood2");
  });

  test("does not exist is named with its path", async () => {
    await fixture.add("absent", programText("absent", ["/no/such/program"]));
    await fixture.client.waitForLog(/service absent does not run: .*"\/no\/such\/program"/);
    await fixture.remove("absent");
  });
});

describe("a program of a Stdin service that", () => {
  test.each([
    ["fails", "false", [], /"\/bin\/false" ended with exit status 1/],
    ["writes over 2 MiB", "head", ["-c", "5000000", "/dev/zero"], undefined],
  ])("%s is answered for", async (_what, program, args, failure) => {
    const cmd = program === "head" ? "/usr/bin/head" : "/bin/false";
    await fixture.add("tool", stdinText("tool", cmd, args));
    const before = fixture.processor.received.length;
    await fixture.send("tool", "StdinServiceInputMessage", new Uint8Array());
    const answer = await waitFor(
      () => fixture.processor.received.slice(before).find((one) => one.annotations.length > 0),
      { what: "the reply", deadlineMs: 10_000 },
    );
    const code = answer.annotations.find(({ key }) => key === "fleet.exit_code")?.value;
    expect(code).toBe(failure === undefined ? "0" : "1");
    expect(answer.data?.value.length).toBeLessThanOrEqual(2 * 1024 * 1024);
    await fixture.remove("tool");
  });
});

describe("a Socket service", () => {
  const folder = () => join(fixture.client.folder, "sockets");
  const path = () => join(folder(), "socket");

  test("is refused where its path is a link, and what that names is left alone", async () => {
    mkdirSync(folder(), { mode: 0o700 });
    const target = join(fixture.client.folder, "precious");
    writeFileSync(target, "precious");
    symlinkSync(target, path());
    await fixture.add("linked", socketText("linked", path()));
    await fixture.client.waitForLog(/service linked cannot start: .*is a link/);
    expect(await Bun.file(target).text()).toBe("precious");
    expect(lstatSync(path()).isSymbolicLink()).toBe(true);
    await fixture.remove("linked");
  });

  test.skipIf(process.geteuid?.() !== 0)("is refused in somebody else's folder", async () => {
    const others = join(fixture.client.folder, "others");
    mkdirSync(others, { mode: 0o700 });
    Bun.spawnSync(["chown", "65534:65534", others]);
    await fixture.add("foreign", socketText("foreign", join(others, "socket")));
    await fixture.client.waitForLog(/service foreign cannot start: .*belongs to the user 65534/);
    expect(existsSync(join(others, "socket"))).toBe(false);
    await fixture.remove("foreign");
  });

  test("names a peer that writes garbage, and serves the next one", async () => {
    await fixture.add("own", socketText("own", "own/socket"));
    const own = join(fixture.client.folder, "own/socket");
    const socket = createConnection({ path: own });
    socket.on("error", () => {});
    socket.write("HELO\r\n");
    await fixture.client.waitForLog(/service own: .*where its magic should be/);
    const endpoint = connectSocket({ path: own, retryMs: 20 });
    const reading = endpoint.messages().next();
    await endpoint.send({ messageType: "FromTheSocket" });
    await fixture.received("FromTheSocket");
    endpoint.close();
    await reading.catch(() => {});
    socket.destroy();
    await fixture.remove("own");
    expect(existsSync(own)).toBe(false);
  });
});

describe("a service configuration", () => {
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const strangersKey = stranger.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const noop = (name: string) => ({ name, factory: "NOOP" });
  const installed = (name: string) => fixture.client.status.services.includes(name);
  const waitForRefusal = async (name: string) => {
    await waitFor(() => name in fixture.client.status.refusedServices, { what: "its refusal" });
    expect(installed(name)).toBe(false);
  };

  test("with a good signature is followed, an older one of that name is not", async () => {
    const now = Date.now();
    const good = signServiceConfig(noop("signed"), deploymentKey, now);
    await fixture.addSigned("signed.bin", good, /service signed is installed/);
    await waitFor(() => installed("signed"), { what: "its name in the status" });
    const older = signServiceConfig(noop("signed"), deploymentKey, now - 1000);
    await fixture.addSigned(
      "signed.bin",
      older,
      /service signed is not installed: its signed_time is older/,
    );
    await waitFor(() => !installed("signed"), { what: "it is removed" });
  });

  test("with somebody else's signature is refused", async () => {
    const bytes = signServiceConfig(noop("strange"), strangersKey, Date.now());
    await fixture.addSigned("strange.bin", bytes, /service strange is not installed: .*signature/);
    await waitForRefusal("strange");
  });

  test("without a signature is refused", async () => {
    const config = encodePlainMessage("fleetspeak.ClientServiceConfig", noop("bare"));
    const bytes = encodePlainMessage("fleetspeak.SignedClientServiceConfig", {
      service_config: config,
    });
    await fixture.addSigned("bare.bin", bytes, /service bare is not installed: it is not signed/);
    await waitForRefusal("bare");
  });

  test("that was changed after it was signed is refused", async () => {
    const bytes = Buffer.from(signServiceConfig(noop("changed"), deploymentKey, Date.now()));
    bytes[bytes.indexOf("changed")] = 0x43;
    await fixture.addSigned("changed.bin", bytes, /service changed is not installed: .*signature/);
    expect(fixture.client.status.services.join()).not.toMatch(/changed/i);
  });

  test.each([
    [
      "of an unknown factory",
      "odd",
      'name: "odd" factory: "Elsewhere"\n',
      /odd .*no factory .*Elsewhere/,
    ],
    ["of a reserved name", "kept", 'name: "system" factory: "NOOP"\n', /kept .*reserved/],
    ["of the client's name", "client", 'name: "client" factory: "NOOP"\n', /client .*reserved/],
    ["without a name", "nameless", 'factory: "NOOP"\n', /nameless .*name/],
    ["that is no text format", "prose", "this is not\x00 it\n", /prose .*not installed/],
  ])("%s is refused", async (_what, name, text, line) => {
    await fixture.add(name, text);
    await fixture.client.waitForLog(line);
    expect(fixture.client.status.services.filter((one) => one !== "signed").toSorted()).toEqual([
      "echo",
      "mute",
    ]);
    await fixture.remove(name);
  });
});

test("a process that never reads is named, and holds what fits its inbox", async () => {
  await fixture.client.waitForLog(/service mute has not read its messages for 10000 ms/, 20_000);
});
