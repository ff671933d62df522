/**
 * The compiled client under the compiled server, with a Daemon service "echo" that tells whether the client still serves
 * its other services, and the test as the service of every name on the server.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { newMessageId } from "../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../src/core/message.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { CompiledClient, type CompiledClientOptions } from "./compiled-client.ts";
import { CompiledServer } from "./compiled-server.ts";
import { type Processor, startProcessor } from "./processor.ts";
import { waitFor } from "./wait-for.ts";

const peer = join(import.meta.dir, "daemon-peer.ts");
const typeUrl = "type.googleapis.com/test";

export class EndpointFixture implements AsyncDisposable {
  readonly server: CompiledServer;
  readonly client: CompiledClient;
  readonly processor: Processor;
  readonly #stack: AsyncDisposableStack;
  #asked = 0;

  private constructor(
    parts: Pick<EndpointFixture, "server" | "client" | "processor">,
    stack: AsyncDisposableStack,
  ) {
    ({ server: this.server, client: this.client, processor: this.processor } = parts);
    this.#stack = stack;
  }

  /** @param serverServices names of services whose messages come to `processor`, besides "echo". */
  static async start(
    serverServices: readonly string[],
    changed: Partial<CompiledClientOptions> = {},
  ): Promise<EndpointFixture> {
    await using stack = new AsyncDisposableStack();
    const processor = stack.use(await startProcessor());
    const services = ["echo", ...serverServices].map((name) => grpcService(name, processor));
    const server = stack.use(await CompiledServer.start({ services: services.join("\n") }));
    const client = stack.use(
      await CompiledClient.start({
        ...{ server: `127.0.0.1:${server.port}`, caCertificate: server.caCertificate },
        services: { echo: daemonText("echo", ["echo"]) },
        ...changed,
      }),
    );
    await client.waitForContact("websocket");
    return new EndpointFixture({ server, client, processor }, stack.move());
  }

  /** Adds a service to the running client, which reads its files again. */
  async add(name: string, text: string): Promise<void> {
    this.client.writeService(name, text);
    await this.#reload(() => {
      const { services, refusedServices } = this.client.status;
      return services.includes(name) || name in refusedServices;
    }, `service ${name} is decided about`);
  }

  /** Adds the file of a signed service, under a name of its own. */
  async addSigned(file: string, bytes: Uint8Array, decided: RegExp): Promise<void> {
    writeFileSync(join(this.client.folder, "services", file), bytes);
    await this.#reload(() => decided.test(this.client.log), `${String(decided)} in the log`);
  }

  async remove(name: string): Promise<void> {
    this.client.removeService(name);
    await this.#reload(() => {
      const { services, refusedServices } = this.client.status;
      return !services.includes(name) && !(name in refusedServices);
    }, `service ${name} is removed`);
  }

  /** A message to a service of the client. */
  async send(service: string, messageType: string, value: Uint8Array): Promise<void> {
    using admin = this.server.openAdmin();
    const message = makeMessage({
      source: { clientId: undefined, serviceName: service },
      destination: { clientId: this.client.clientId, serviceName: service },
      messageType,
      data: { typeUrl, value },
    });
    await admin.call(adminMethods.insertMessage, { ...message, messageId: newMessageId() });
  }

  /** The service "echo" answers a new question, unchanged. */
  async expectEcho(): Promise<void> {
    this.#asked += 1;
    const [type, value] = [`Question${this.#asked}`, Buffer.from(`question ${this.#asked}`)];
    await this.send("echo", type, value);
    const answer = await this.received(`${type}Response`);
    if (Buffer.compare(answer.data?.value ?? new Uint8Array(), value) !== 0)
      throw new Error(`the answer to ${type} is another`);
  }

  /** A message of that type that reached the server's services. */
  async received(messageType: string): Promise<IdentifiedMessage> {
    const find = () => this.processor.received.find((one) => one.messageType === messageType);
    return await waitFor(find, { what: messageType, deadlineMs: 20_000 }).catch(
      (error: unknown) => {
        throw new Error(`${String(error)}\n${this.client.log}`);
      },
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }

  async #reload(isDone: () => boolean, what: string): Promise<void> {
    this.client.reload();
    await waitFor(isDone, { what, deadlineMs: 20_000 }).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${this.client.log}`);
    });
  }
}

/** Text format of fleetspeak.ClientServiceConfig. @param args of test/helpers/daemon-peer.ts. */
export function daemonText(name: string, args: readonly string[], more = ""): string {
  return programText(name, [process.execPath, peer, ...args], more);
}

/** The same for any program. */
export function programText(name: string, argv: readonly string[], more = ""): string {
  const values = argv.map((arg) => `argv: ${JSON.stringify(arg)}`).join(" ");
  return `name: "${name}" factory: "Daemon" config {
    [type.googleapis.com/fleetspeak.daemonservice.Config] { ${values} ${more} } }\n`;
}

export function socketText(name: string, path: string): string {
  return `name: "${name}" factory: "Socket" config {
    [type.googleapis.com/fleetspeak.socketservice.Config] { api_proxy_path: "${path}" } }\n`;
}

export function stdinText(name: string, cmd: string, args: readonly string[] = []): string {
  const values = args.map((arg) => `args: ${JSON.stringify(arg)}`).join(" ");
  return `name: "${name}" factory: "Stdin" config {
    [type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "${cmd}" ${values} } }\n`;
}

function grpcService(name: string, { target }: Processor): string {
  return `services { name: "${name}" factory: "GRPC" config {
    [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${target}" insecure: true } } }`;
}
