/**
 * The admin API on TCP with TLS: for whoever has a certificate of the administrators' CA (ours.md 5).
 *
 * Connections are counted and bounded before the handshake (accept.ts); the gRPC library gets them after it.
 */
import { constants, X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import tls, { type SecureContextOptions, type TLSSocket } from "node:tls";

import { findPemBlocks } from "../../../config/pem.ts";
import type { Caller } from "../../../core/caller.ts";
import type { Clock } from "../../../core/clock.ts";
import { FleetError } from "../../../core/errors.ts";
import { formatHostPort, parseHostPort } from "../../../net/address.ts";
import { commonNameOf, findAdminFault } from "../../../net/certificates-admin.ts";
import { withoutMapping } from "../../../net/proxy-rules.ts";
import { LineLimit } from "../../../observability/line-limit.ts";
import type { Log } from "../../../observability/log.ts";
import type { AdminTls, TlsListener } from "../options.ts";
import { Acceptor } from "./accept.ts";

const defaultHandshakeTimeoutMs = 10_000;
/** How often it is looked whether certificates of open connections have expired. */
const recheckMs = 60_000;

/** Listens once start() was called; closes everything when disposed. */
export class AdminTlsListener implements AsyncDisposable {
  readonly #listener: TlsListener;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #server: tls.Server;
  readonly #acceptor: Acceptor;
  /** Set by start(). */
  #handOn: (socket: Socket) => void = (socket) => void socket.destroy();
  /** Whose handshake goes on, the oldest first, by address. */
  readonly #strangers = new Map<string, Socket>();
  /** By the address that the gRPC library knows a connection by. */
  readonly #callers = new Map<string, { caller: Caller; validUntil: number }>();
  /** Of the connections that are open: whether the holder's certificate still counts. */
  readonly #recheck = new Set<() => void>();
  /** Whoever reaches the port can have itself refused, as often as it likes. */
  readonly #limit: LineLimit<string>;
  #authorities: readonly X509Certificate[];
  #takesTokens: boolean;
  #nextRecheck: Disposable | undefined;

  /** @throws configuration for certificates that cannot be used. */
  constructor(listener: TlsListener, { clock, log }: { clock: Clock; log: Log }) {
    this.#listener = listener;
    this.#clock = clock;
    this.#log = log;
    this.#limit = new LineLimit(clock, ({ clientId: address = "others", count }) =>
      log.warn("{count} more refusals of {address} were left out", { address, count }),
    );
    this.#authorities = checkAdminTls(listener.tls);
    this.#takesTokens = listener.tls.tokens ?? false;
    this.#server = this.#createServer(listener.tls);
    this.#acceptor = new Acceptor({
      ...{ log, shown: listener.address, check: () => {} },
      ...(listener.maxConnections !== undefined && { maxConnections: listener.maxConnections }),
      handOn: (socket) => this.#beginHandshake(socket),
      makeRoom: () => this.#dropStranger(),
    });
  }

  /**
   * @param handOn takes the connections of administrators.
   * @returns "host:port" with the port that was chosen.
   * @throws configuration for an address that cannot be used, conflict for one in use.
   */
  async start(handOn: (socket: Socket) => void): Promise<string> {
    this.#handOn = handOn;
    const { host, port } = parseHostPort(this.#listener.address);
    await this.#acceptor.listen(host === "" ? { port } : { host, port });
    this.#recheckLater();
    return formatHostPort({ host, port: this.#acceptor.port });
  }

  get takesTokens(): boolean {
    return this.#takesTokens;
  }

  /** Whoever is at the other end of a connection has shown a token: it is not dropped for others any more. */
  proved(peer: string): void {
    this.#strangers.delete(peer);
  }

  /** Who is at the other end of a connection. @throws unauthenticated for one that is not, or no longer, known. */
  callerOf(peer: string): Caller {
    const known = this.#callers.get(peer);
    if (!known && this.#takesTokens) throw nothingShown();
    if (!known) throw new FleetError("unauthenticated", `nobody is known at "${peer}"`);
    if (this.#clock.now() <= known.validUntil) return known.caller;
    throw new FleetError(
      "unauthenticated",
      `the certificate of "${known.caller.name}" has expired`,
    );
  }

  /** For handshakes from now on; connections of holders that the new CA did not issue to are closed. */
  replace(settings: AdminTls): void {
    const authorities = checkAdminTls(settings);
    this.#server.setSecureContext(contextOptions(settings));
    this.#authorities = authorities;
    this.#takesTokens = settings.tokens ?? false;
    this.#recheck.forEach((check) => check());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#nextRecheck?.[Symbol.dispose]();
    await this.#acceptor[Symbol.asyncDispose]();
  }

  /** A call is judged when it comes; one that streams may go on for as long as it likes. */
  #recheckLater(): void {
    this.#nextRecheck = this.#clock.after(recheckMs, () => {
      this.#recheck.forEach((check) => check());
      this.#recheckLater();
    });
  }

  #createServer(settings: AdminTls): tls.Server {
    const server = tls.createServer({
      ...contextOptions(settings),
      requestCert: settings.clientCa !== undefined,
      // Judged below, where the reason can be logged.
      rejectUnauthorized: false,
      ALPNProtocols: ["h2"],
      handshakeTimeout: this.#listener.handshakeTimeoutMs ?? defaultHandshakeTimeoutMs,
    });
    server.on("tlsClientError", (error, socket) => this.#refuse(socket, meaningOf(error)));
    server.on("secureConnection", (socket) => this.#admit(socket));
    return server;
  }

  #beginHandshake(socket: Socket): void {
    const peer = addressOf(socket);
    this.#strangers.set(peer, socket);
    socket.once("close", () => {
      if (this.#strangers.get(peer) === socket) this.#strangers.delete(peer);
    });
    this.#server.emit("connection", socket);
  }

  /** Whoever holds connections open without a certificate does not keep administrators out. */
  #dropStranger(): boolean {
    const [oldest] = this.#strangers;
    if (!oldest) return false;
    const [peer, socket] = oldest;
    this.#strangers.delete(peer);
    this.#acceptor.drop(socket);
    return true;
  }

  #admit(socket: TLSSocket): void {
    socket.on("error", () => socket.destroy());
    // Stays a stranger until a call shows a token.
    if (this.#takesTokens && !socket.getPeerX509Certificate()) return this.#handOn(socket);
    this.#strangers.delete(addressOf(socket));
    const fault = this.#findFault(socket);
    if (fault !== undefined) return this.#refuse(socket, fault);
    const known = callerAt(socket);
    const peer = known.caller.address;
    this.#callers.set(peer, known);
    const recheck = () => {
      const changed = this.#findFault(socket, false);
      if (changed !== undefined) this.#refuse(socket, changed);
    };
    this.#recheck.add(recheck);
    socket.once("close", () => {
      this.#recheck.delete(recheck);
      if (this.#callers.get(peer) === known) this.#callers.delete(peer);
    });
    this.#handOn(socket);
  }

  /** @param isNew the TLS library's own verdict is that of the handshake. */
  #findFault(socket: TLSSocket, isNew = true): string | undefined {
    const certificate = socket.getPeerX509Certificate();
    if (!certificate) return "it presented no certificate";
    const fault = findAdminFault(certificate, this.#authorities, this.#clock.now());
    const subject = JSON.stringify(certificate.subject);
    if (fault !== undefined) return `the certificate of ${subject} ${fault}`;
    if (!isNew || socket.authorized) return undefined;
    return `the certificate of ${subject} is not trusted: ${String(socket.authorizationError)}`;
  }

  #refuse(socket: Socket, reason: string): void {
    const [address, host = "unknown"] = [withoutMapping(addressOf(socket)), socket.remoteAddress];
    socket.destroy();
    if (!this.#limit.admit(host)) return;
    this.#log.warn("admin connection from {address} refused: {reason}", { address, reason });
  }
}

/** @returns validUntil in milliseconds since the epoch. */
function callerAt(socket: TLSSocket): { caller: Caller; validUntil: number } {
  const certificate = socket.getPeerX509Certificate();
  const caller: Caller = {
    ...{ door: "tls", scope: "admin" },
    name: certificate && commonNameOf(certificate),
    serial: certificate?.serialNumber.toLowerCase(),
    address: addressOf(socket),
  };
  return { caller, validUntil: certificate?.validToDate.getTime() ?? 0 };
}

/** The library's words for the two mistakes that people make. */
function meaningOf({ message }: Error): string {
  if (message.includes("WRONG_VERSION_NUMBER")) return "it does not speak TLS";
  if (!message.includes("socket hang up")) return message;
  return "it closed the connection: does it trust this server's certificate, and its name?";
}

/** As grpc-js names a peer. */
function addressOf({ remoteAddress, remotePort }: Socket): string {
  return remoteAddress === undefined ? "unknown" : `${remoteAddress}:${remotePort}`;
}

function nothingShown(): FleetError {
  return new FleetError("unauthenticated", "this call shows neither a certificate nor a token", {
    hint: "Name your certificate with --admin_cert and --admin_key, or the file of a token in FLEET_TOKEN_FILE.",
  });
}

function contextOptions({ certificate, clientCa }: AdminTls): SecureContextOptions {
  return {
    cert: certificate.certificates,
    key: certificate.key,
    ...(clientCa !== undefined && { ca: clientCa }),
    minVersion: "TLSv1.2",
    // A resumed session would show the identity of an older one.
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
}

/**
 * @returns the CAs that are trusted to issue administrators' certificates.
 * @throws configuration for certificates and keys that cannot be used.
 */
export function checkAdminTls(settings: AdminTls): readonly X509Certificate[] {
  const authorities = readAuthorities(settings);
  checkContext(settings);
  return authorities;
}

/** Without a CA, the library would fall back to the system's. */
function readAuthorities({ clientCa, tokens }: AdminTls): readonly X509Certificate[] {
  if (clientCa === undefined && tokens) return [];
  const blocks = findPemBlocks(clientCa ?? "").filter(({ label }) => label === "CERTIFICATE");
  const authorities = blocks.map(({ pem }) => new X509Certificate(pem));
  if (authorities.length > 0) return authorities;
  throw new FleetError("configuration", "the administrators' CA holds no certificate", {
    hint: "It must be PEM: CERTIFICATE. Make one with: fleet admin certificate",
  });
}

function checkContext(settings: AdminTls): void {
  try {
    tls.createSecureContext(contextOptions(settings));
  } catch (cause) {
    throw new FleetError(
      "configuration",
      "the admin API cannot use the server's certificate and key, or the administrators' CA",
      { hint: "All must be PEM, and the key that of the first certificate.", cause },
    );
  }
}
