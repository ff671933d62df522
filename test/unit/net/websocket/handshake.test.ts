import { describe, expect, test } from "bun:test";

import { Headers } from "../../../../src/net/http1/headers.ts";
import {
  acceptUpgrade,
  checkUpgraded,
  requestUpgrade,
  upgradeHeaders,
} from "../../../../src/net/websocket/handshake.ts";

function headersOf(
  list: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(list)) {
    if (value !== undefined) headers.append(name.toLowerCase(), String(value));
  }
  return headers;
}

/** The handshake of RFC 6455 1.3, with our subprotocol. */
const good = {
  Upgrade: "websocket",
  Connection: "keep-alive, Upgrade",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Protocol": "chat, fleetspeak.v1",
};

function accept(changed: Record<string, string | undefined> = {}) {
  return acceptUpgrade(headersOf({ ...good, ...changed }), "fleetspeak.v1");
}

describe("the server", () => {
  test("answers with the key of RFC 6455 1.3 and one subprotocol, and does not compress unasked", () => {
    expect(accept()).toEqual({
      deflate: false,
      headers: {
        Upgrade: "websocket",
        Connection: "Upgrade",
        "Sec-WebSocket-Accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "Sec-WebSocket-Protocol": "fleetspeak.v1",
      },
    });
  });

  const refused: [number, Record<string, string | undefined>][] = [
    [426, { Upgrade: undefined }],
    [426, { Upgrade: "h2c" }],
    [426, { Connection: "close" }],
    [426, { "Sec-WebSocket-Version": "8" }],
    [426, { "Sec-WebSocket-Version": undefined }],
    [400, { "Sec-WebSocket-Key": undefined }],
    [400, { "Sec-WebSocket-Key": "c2hvcnQ=" }],
    [400, { "Sec-WebSocket-Protocol": undefined }],
    [400, { "Sec-WebSocket-Protocol": "fleetspeak.v10" }],
  ];
  test.each(refused)("answers %d to %p", (status, changed) => {
    expect(() => accept(changed)).toThrow(expect.objectContaining({ httpStatus: status }));
  });

  const offers: [boolean, string][] = [
    [true, "permessage-deflate"],
    [true, "permessage-deflate; client_max_window_bits"],
    [true, "x-webkit-deflate-frame, permessage-deflate; client_no_context_takeover"],
    [true, "permessage-deflate; server_max_window_bits=10, permessage-deflate"],
    [false, "permessage-deflate; server_max_window_bits=10"],
    [false, "permessage-deflate; client_max_window_bits=7"],
    [false, "permessage-deflate; unknown"],
    [false, "permessage-deflate; server_no_context_takeover; server_no_context_takeover"],
    [false, "permessage-bzip2"],
  ];
  test.each(offers)("compresses: %p, where the offer is %s", (deflate, offer) => {
    const { deflate: agreed, headers } = accept({ "Sec-WebSocket-Extensions": offer });
    expect(agreed).toBe(deflate);
    const answer = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    expect(headers["Sec-WebSocket-Extensions"]).toBe(deflate ? answer : undefined);
  });
});

describe("the client", () => {
  test.each([false, true])("understands our server, compressed: %p", (deflate) => {
    const requested = requestUpgrade("fleetspeak.v1", deflate);
    const { headers } = acceptUpgrade(headersOf(upgradeHeaders(requested)), "fleetspeak.v1");
    expect(checkUpgraded(headersOf(headers), requested)).toBe(deflate);
  });

  test.each([
    { "Sec-WebSocket-Accept": "wrong" },
    { "Sec-WebSocket-Protocol": "chat" },
    { "Sec-WebSocket-Protocol": undefined },
    { Upgrade: undefined },
    { "Sec-WebSocket-Extensions": "permessage-deflate" },
    { "Sec-WebSocket-Extensions": "something-else" },
  ])("turns to another transport when it hears %p", (changed) => {
    const requested = requestUpgrade("fleetspeak.v1", true);
    const { headers } = acceptUpgrade(headersOf(upgradeHeaders(requested)), "fleetspeak.v1");
    const answer = headersOf({ ...headers, ...changed });
    expect(() => checkUpgraded(answer, requested)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });

  test("never takes compression that it did not ask for", () => {
    const requested = requestUpgrade("fleetspeak.v1", false);
    const { headers } = acceptUpgrade(headersOf(upgradeHeaders(requested)), "fleetspeak.v1");
    const extension = "permessage-deflate; server_no_context_takeover";
    const answer = headersOf({ ...headers, "Sec-WebSocket-Extensions": extension });
    expect(() => checkUpgraded(answer, requested)).toThrow("other extensions");
  });
});
