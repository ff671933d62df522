/** `fleet doctor` on a client: things are broken one by one, and each time it names what is broken and what to do. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";

import { signServiceConfig, stdinServiceMessage } from "../../src/config/service-signing.ts";
import { printText } from "../../src/config/text-printer.ts";
import {
  makeCertificateAuthority,
  makeDeploymentKey,
  makeServerCertificate,
} from "../../src/net/certificates.ts";
import { CompiledClient } from "../helpers/compiled-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { type ProxyBehaviour, obliging, startProxy } from "../helpers/connect-proxy.ts";
import { makeTemporaryFolder, runBinary } from "../helpers/binary.ts";
import { type DoctorRun, type Found, runDoctor } from "../helpers/doctor.ts";
import { freePort } from "../helpers/free-port.ts";

const dayMs = 24 * 3_600_000;
let server: CompiledServer;
const { privateKey, publicKey } = makeDeploymentKey();

beforeAll(async () => {
  server = await CompiledServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

interface ClientFields {
  readonly server?: string;
  readonly trusted?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly fleet?: Readonly<Record<string, unknown>>;
}

/** The files of a client that has not been started, in order unless said otherwise. */
class ClientFiles implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "fleet-doctor-"));
  readonly file = join(this.folder, "client.config");
  readonly stateFile = join(this.folder, "state", "client");

  constructor({ server: address, trusted, more = {}, fleet = {} }: ClientFields = {}) {
    mkdirSync(join(this.folder, "services"), { mode: 0o700 });
    mkdirSync(join(this.folder, "state"), { mode: 0o700 });
    const text = printText("fleetspeak.client.generic.Config", {
      trusted_certs: trusted ?? server.caCertificate,
      server: [address ?? `localhost:${server.port}`],
      filesystem_handler: { configuration_directory: this.folder, state_file: this.stateFile },
      ...more,
      fleet: { deployment_public_key: [publicKey], ...fleet },
    });
    writeFileSync(this.file, text, { mode: 0o600 });
  }

  sign(name: string, cmd: string, key = privateKey): void {
    const signed = signServiceConfig(stdinServiceMessage({ name, cmd }), key, Date.now());
    writeFileSync(join(this.folder, "services", `${name}.signed`), signed);
  }

  doctor(env: Readonly<Record<string, string>> = {}): Promise<DoctorRun> {
    return runDoctor(["--config", this.file], { env });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** What is wrong apart from that it does not run, and the finding of one check. */
async function complaintsOf(files: ClientFiles, check: string, env?: Record<string, string>) {
  const { complaints, of, exitStatus } = await files.doctor(env);
  const others = complaints.filter((one) => one !== "warn client");
  return { exitStatus, complaints: others, found: of(check) };
}

const sentence = ({ text, fix }: Found) => `${text}. ${fix}`;

describe("on a client in order", () => {
  test("everything is found good, down to the answer of the server, and nothing is made or stored", async () => {
    using files = new ClientFiles();
    files.sign("echo", "/bin/echo");
    const { exitStatus, found, complaints } = await files.doctor();
    expect([exitStatus, complaints]).toEqual([0, ["warn client"]]);
    expect(found.map(({ check }) => check)).toEqual([
      ...["configuration", "state", "owner", "disk", "client", "services", "proxy"],
      ...["dns", "tcp", "tls", "http", "clock"],
    ]);
    expect(server.log).not.toContain("enrolled");
  });

  test("that runs, its process and its contact are named; a person reads one line for each check", async () => {
    const { caCertificate } = server;
    await using client = await CompiledClient.start({
      ...{ server: `localhost:${server.port}`, caCertificate, deploymentKey: publicKey },
    });
    await client.waitForContact("websocket");
    const file = join(client.folder, "client.config");
    const { found } = await runDoctor(["--config", file]);
    expect(found.find(({ check }) => check === "client")).toEqual({
      ...{ role: "client", check: "client", status: "ok" },
      text: `process ${client.pid} runs, and is connected`,
    });
    const { stdout, stderr, status } = await runBinary(["doctor", "--config", file]);
    expect([stderr, status]).toEqual(["", 0]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(`client: ${file}`);
    expect(lines.filter((line) => /^ {2}(?:ok|warn|fail) /.test(line))).toHaveLength(found.length);
    expect(lines.at(-1)).toMatch(/^\d+ ok, 1 to look at, 0 failed$/);
  });
});

describe("the way to the server", () => {
  test("a name that does not exist", async () => {
    using files = new ClientFiles({ server: "fleet.invalid:443" });
    const { exitStatus, complaints, found } = await complaintsOf(files, "dns");
    expect([exitStatus, complaints]).toEqual([1, ["fail dns"]]);
    expect(sentence(found)).toMatch(/^"fleet\.invalid" has no address: .*\/etc\//);
  });

  test("a port on which nothing listens", async () => {
    const port = freePort();
    using files = new ClientFiles({ server: `127.0.0.1:${port}` });
    const { exitStatus, complaints, found } = await complaintsOf(files, "tcp");
    expect([exitStatus, complaints]).toEqual([1, ["fail tcp"]]);
    expect(found).toMatchObject({
      text: `127.0.0.1:${port} cannot be reached: nothing listens there`,
      fix: expect.stringContaining("Is the server running"),
    });
  });

  test("a server of another CA", async () => {
    const { certificate: trusted } = await makeCertificateAuthority({
      ...{ name: "other", now: Date.now() },
    });
    using files = new ClientFiles({ trusted });
    const { exitStatus, complaints, found } = await complaintsOf(files, "tls");
    expect([exitStatus, complaints]).toEqual([1, ["fail tls"]]);
    expect(sentence(found)).toMatch(/is not signed by any of the trusted roots.*trusted_certs/);
  });

  test("a certificate for another name", async () => {
    using files = new ClientFiles({ more: { server_name: "fleet.example" } });
    const { complaints, found } = await complaintsOf(files, "tls");
    expect(complaints).toEqual(["fail tls"]);
    expect(sentence(found)).toMatch(
      /is for .*DNS:localhost.*, not for "fleet\.example".*server_name/,
    );
  });

  test("a certificate that has ended", async () => {
    const certificateMadeAt = Date.now() - 366 * dayMs;
    await using old = await CompiledServer.start({ certificateMadeAt });
    using files = new ClientFiles({
      ...{ server: `localhost:${old.port}`, trusted: old.caCertificate },
    });
    const { complaints, found } = await complaintsOf(files, "tls");
    expect(complaints).toEqual(["fail tls"]);
    expect(sentence(found)).toMatch(/is not valid now .*Renew it, or set this machine's clock/);
  });

  test("a certificate that ends soon works, and is told", async () => {
    const certificateMadeAt = Date.now() - 355 * dayMs;
    await using old = await CompiledServer.start({ certificateMadeAt });
    using files = new ClientFiles({
      ...{ server: `localhost:${old.port}`, trusted: old.caCertificate },
    });
    const { exitStatus, complaints, found } = await complaintsOf(files, "tls");
    expect([exitStatus, complaints]).toEqual([0, ["warn tls"]]);
    expect(sentence(found)).toMatch(/\((?:9|10) days\)\. Renew/);
  });

  test.each([
    [-600, "warn clock", /clock is (?:599|60\d) s ahead of the server's\. Set .*timedatectl/],
    [7200, "fail clock", /clock is (?:719\d|7200) s behind the server's\. Set .*timedatectl/],
  ])("a server whose clock differs by %d s", async (seconds, complaint, text) => {
    await using other = await serverSaying((now) => new Date(now + seconds * 1000).toUTCString());
    using files = new ClientFiles({ server: `localhost:${other.port}`, trusted: other.ca });
    const { complaints, found } = await complaintsOf(files, "clock");
    expect(complaints).toEqual([complaint]);
    expect(sentence(found)).toMatch(text);
  });

  test("a proxy that is not there, whose password is kept", async () => {
    const proxy = `http://someone:hunter2secret@127.0.0.1:${freePort()}`;
    using files = new ClientFiles({ more: { proxy } });
    const { exitStatus, complaints, of, output } = await files.doctor();
    expect([exitStatus, complaints]).toEqual([1, ["fail tcp", "warn client"]]);
    expect(of("proxy").text).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+, with a user and a password is used/,
    );
    expect(output).not.toContain("hunter2secret");
  });

  test("a proxy that lets it through, one that wants credentials, one that does not connect", async () => {
    const through = async (behave: ProxyBehaviour) => {
      await using proxy = await startProxy(behave);
      using files = new ClientFiles({ more: { proxy: `http://127.0.0.1:${proxy.port}` } });
      return await files.doctor();
    };
    const good = await through(obliging);
    expect([good.exitStatus, good.complaints]).toEqual([0, ["warn client"]]);
    expect(good.of("tls").text).toMatch(
      /^localhost:\d+ through http:\/\/127\.0\.0\.1:\d+ is trusted/,
    );
    const answer = (line: string) =>
      through((socket) => socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`));
    const asks = await answer("407 Proxy Authentication Required");
    expect(asks.complaints).toEqual(["fail proxy", "warn client"]);
    expect(sentence(asks.of("proxy"))).toMatch(/407.*user and password/);
    const refuses = await answer("403 Forbidden");
    expect(refuses.complaints).toEqual(["fail proxy", "warn client"]);
    expect(sentence(refuses.of("proxy"))).toMatch(/403.*Have the proxy allow/);
  });

  test("a proxy of the environment that is no URL", async () => {
    using files = new ClientFiles();
    const env = { HTTPS_PROXY: "ftp://hunter2secret@proxy" };
    const { complaints, found } = await complaintsOf(files, "proxy", env);
    expect(complaints).toEqual(["fail proxy"]);
    expect(sentence(found)).toBe(
      'HTTPS_PROXY begins with "ftp://", which is no proxy\'s. Write "http://host:port", or https:// or socks5:// in front of it.',
    );
  });
});

describe("on this machine", () => {
  test("a field that is misspelt is named with its line", async () => {
    using files = new ClientFiles();
    appendFileSync(files.file, 'sever: "x:1"\n');
    const { exitStatus, complaints, found } = await complaintsOf(files, "configuration");
    expect([exitStatus, complaints]).toEqual([1, ["fail configuration"]]);
    expect(sentence(found)).toMatch(/client\.config:\d+: .*sever.*server/);
  });

  test("a folder into which everybody may write", async () => {
    using files = new ClientFiles();
    chmodSync(join(files.folder, "state"), 0o777);
    const { complaints, found } = await complaintsOf(files, "state");
    expect(complaints).toEqual(["fail state"]);
    expect(sentence(found)).toMatch(/may be written by every user\. Run: chmod o-w '/);
  });

  test("a state file that is damaged", async () => {
    using files = new ClientFiles();
    writeFileSync(files.stateFile, "not what it was", { mode: 0o600 });
    const { complaints, found } = await complaintsOf(files, "state");
    expect(complaints).toEqual(["fail state"]);
    expect(sentence(found)).toMatch(/cannot be used: .*Restore it from a copy/);
  });

  test.skipIf(process.getuid?.() !== 0)("a file that root made by hand", async () => {
    using files = new ClientFiles();
    const folder = join(files.folder, "state");
    chmodSync(files.folder, 0o755);
    chownSync(folder, 12_345, 12_345);
    writeFileSync(`${files.stateFile}.fleet.sqlite`, "", { mode: 0o600 });
    const { complaints, found } = await complaintsOf(files, "owner");
    expect(complaints).toEqual(["fail owner"]);
    expect(sentence(found)).toMatch(
      /fleet\.sqlite" is not of the folder's owner, user 12345\. Run: chown/,
    );
  });

  test("an outbox that may become larger than the disk has room", async () => {
    using files = new ClientFiles({ fleet: { outbox: { max_bytes: 2n ** 50n } } });
    const { exitStatus, complaints, found } = await complaintsOf(files, "disk");
    expect([exitStatus, complaints]).toEqual([0, ["warn disk"]]);
    expect(sentence(found)).toMatch(/fewer than the \d+ MiB that may wait for the server\. Free/);
  });

  test("a service that somebody else signed, and one whose program is missing", async () => {
    using files = new ClientFiles();
    files.sign("foreign", "/bin/echo", makeDeploymentKey().privateKey);
    files.sign("gone", "/no/such/program");
    const { exitStatus, complaints, found } = await complaintsOf(files, "services");
    expect([exitStatus, complaints]).toEqual([1, ["fail services"]]);
    expect(sentence(found)).toMatch(/foreign\.signed" is refused: .*fleet service sign/);
    const { found: all } = await files.doctor();
    const texts = all.filter(({ check }) => check === "services").map(({ text }) => text);
    expect(texts[0]).toBe("1 of 2 can be installed; 1 deployment key may sign them");
    expect(texts[2]).toBe(
      'the service "gone" cannot start "/no/such/program": there is no such file',
    );
  });

  test("no deployment key at all", async () => {
    using files = new ClientFiles({ fleet: { deployment_public_key: [] } });
    const { complaints, found } = await complaintsOf(files, "configuration");
    expect(complaints).toEqual(["warn configuration"]);
    expect(sentence(found)).toMatch(/no deployment key is trusted.*deployment_public_key/);
  });
});

test("a repacked executable examines what it carries, and takes no server's files", async () => {
  using folder = makeTemporaryFolder();
  using files = new ClientFiles({ server: `127.0.0.1:${freePort()}` });
  const executable = join(folder.path, "agent");
  const repack = ["repack", "--config", files.file, "--output", executable];
  const repacked = await runBinary(repack);
  expect([repacked.stderr.replaceAll(/^(?:note|warning): .*\n/gm, ""), repacked.status]).toEqual([
    "",
    0,
  ]);
  const { exitStatus, complaints, found } = await runDoctor([], { executable });
  expect([exitStatus, complaints]).toEqual([1, ["fail tcp", "warn client"]]);
  expect(found[0]?.text).toBe("this executable carries one that can be used");
  const { status, stderr } = await runBinary(["doctor", "--database_path", "x"], { executable });
  expect([status, stderr]).toEqual([2, expect.stringContaining("--database_path")]);
});

test("where nothing is installed, it asks what to look at", async () => {
  const { status, stderr } = await runBinary(["doctor", "--services_config", "x"]);
  expect([status, stderr]).toEqual([2, expect.stringContaining("--components_config")]);
});

/** A TLS server that answers every request with 404 and a date of its own. */
async function serverSaying(dateOf: (now: number) => string) {
  const now = Date.now();
  const authority = await makeCertificateAuthority({ name: "clock", now });
  const { certificate: cert, key } = await makeServerCertificate({
    ...{ name: "clock", hosts: ["localhost"], authority, now },
  });
  const listener = tls.createServer({ cert, key }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", () =>
      socket.end(
        `HTTP/1.1 404 Not Found\r\nDate: ${dateOf(Date.now())}\r\nContent-Length: 0\r\n\r\n`,
      ),
    );
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, "127.0.0.1", resolve);
  });
  const bound = listener.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  return {
    ...{ port: bound.port, ca: authority.certificate },
    [Symbol.asyncDispose]: async () => void listener.close(),
  };
}
