/**
 * The opening handshake (RFC 6455 4), from both sides, with the negotiation of permessage-deflate (RFC 7692 5 and 7.1).
 */
import { createHash, randomBytes } from "node:crypto";

import { FleetError } from "../../core/errors.ts";
import { HttpError } from "../http-error.ts";
import type { Headers } from "../http1/headers.ts";
import type { HeaderList } from "../http1/write.ts";

const version = "13";
const guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/** 16 bytes in base64. */
const keyPattern = /^[A-Za-z0-9+/]{21}[AQgw]==$/;
const agreedDeflate = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

export interface AcceptedUpgrade {
  /** Of the answer 101. */
  readonly headers: HeaderList;
  readonly deflate: boolean;
}

/** @throws HttpError 426 for another version or no upgrade, 400 for a wrong key or without the subprotocol. */
export function acceptUpgrade(headers: Headers, subprotocol: string): AcceptedUpgrade {
  if (!headers.hasToken("upgrade", "websocket") || !headers.hasToken("connection", "upgrade")) {
    throw new HttpError(426, "this path speaks WebSocket only");
  }
  if (headers.only("sec-websocket-version") !== version) {
    throw new HttpError(426, `only version ${version} of WebSocket is spoken here`);
  }
  const key = headers.only("sec-websocket-key") ?? "";
  if (!keyPattern.test(key))
    throw new HttpError(400, "Sec-WebSocket-Key is not 16 bytes in base64");
  if (!headers.hasToken("sec-websocket-protocol", subprotocol)) {
    throw new HttpError(400, `the subprotocol "${subprotocol}" is not offered`);
  }
  const deflate = headers.all("sec-websocket-extensions").some(offersDeflate);
  return {
    deflate,
    headers: {
      Upgrade: "websocket",
      Connection: "Upgrade",
      "Sec-WebSocket-Accept": acceptOf(key),
      "Sec-WebSocket-Protocol": subprotocol,
      ...(deflate && { "Sec-WebSocket-Extensions": agreedDeflate }),
    },
  };
}

export interface RequestedUpgrade {
  readonly key: string;
  readonly subprotocol: string;
  readonly deflate: boolean;
}

export function requestUpgrade(subprotocol: string, deflate: boolean): RequestedUpgrade {
  return { key: randomBytes(16).toString("base64"), subprotocol, deflate };
}

export function upgradeHeaders({ key, subprotocol, deflate }: RequestedUpgrade): HeaderList {
  return {
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Version": version,
    "Sec-WebSocket-Key": key,
    "Sec-WebSocket-Protocol": subprotocol,
    ...(deflate && { "Sec-WebSocket-Extensions": agreedDeflate }),
  };
}

/** @returns whether messages may be deflated. @throws not_found for an answer that accepts something else. */
export function checkUpgraded(headers: Headers, requested: RequestedUpgrade): boolean {
  const upgraded =
    headers.hasToken("upgrade", "websocket") && headers.hasToken("connection", "upgrade");
  if (!upgraded || headers.only("sec-websocket-accept") !== acceptOf(requested.key)) {
    throw otherProtocol("does not accept the WebSocket that was asked for");
  }
  if (headers.only("sec-websocket-protocol") !== requested.subprotocol) {
    throw otherProtocol(`does not speak "${requested.subprotocol}"`);
  }
  const extensions = headers.only("sec-websocket-extensions");
  if (extensions === undefined) return false;
  const names = parseExtension(extensions);
  if (!requested.deflate || !isAgreed(names)) throw otherProtocol("answers with other extensions");
  return true;
}

function otherProtocol(what: string): FleetError {
  return new FleetError("not_found", `the server ${what}`);
}

function acceptOf(key: string): string {
  return createHash("sha1").update(`${key}${guid}`).digest("base64");
}

/** One of the offers of a header's value is one that can be met. */
function offersDeflate(value: string): boolean {
  return value.split(",").some((offer) => canMeet(parseExtension(offer)));
}

function parseExtension(text: string): readonly string[] {
  return text.split(";").map((part) =>
    part
      .trim()
      .toLowerCase()
      .replace(/\s*=\s*/, "="),
  );
}

/** Other parameters would bind this side to a smaller window: such an offer is declined (RFC 7692 7.1.2.1). */
function canMeet([name, ...parameters]: readonly string[]): boolean {
  if (name !== "permessage-deflate") return false;
  if (new Set(parameters).size !== parameters.length) return false;
  return parameters.every(
    (parameter) =>
      parameter === "server_no_context_takeover" ||
      parameter === "client_no_context_takeover" ||
      /^client_max_window_bits(="?(?:[89]|1[0-5])"?)?$/.test(parameter) ||
      parameter === "server_max_window_bits=15",
  );
}

/** The server keeps no context; any window that it asks for beside is one that this side does not have. */
function isAgreed([name, ...parameters]: readonly string[]): boolean {
  const allowed = ["server_no_context_takeover", "client_no_context_takeover"];
  return (
    name === "permessage-deflate" &&
    parameters.includes("server_no_context_takeover") &&
    parameters.every((parameter) => allowed.includes(parameter))
  );
}
