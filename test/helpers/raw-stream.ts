/** A stream that is opened by hand, byte by byte, as no decent client would. */
import { makeContactData } from "../../src/core/contact.ts";
import type { ClientId } from "../../src/core/ids.ts";
import { parseHostPort } from "../../src/net/address.ts";
import { encodeLength, encodeMagic } from "../../src/net/record-framing.ts";
import { encodeContactData, encodeWrappedContact } from "../../src/proto/codec.ts";
import { RawClient, newTestIdentity } from "./raw-client.ts";
import { trustedRoots } from "./transport-peers.ts";

/** Opens a stream; resolves when the server has answered its first record. @param address "host:port" */
export async function openStream(
  address: string,
  identity = newTestIdentity(),
): Promise<RawClient & { readonly clientId: ClientId }> {
  const { port } = parseHostPort(address);
  const raw = await RawClient.connect({ port, trustedRoots, identity });
  const record = encodeWrappedContact({
    contactData: encodeContactData(makeContactData({})),
    clientLabels: [],
    signatures: [],
  });
  const head = "POST /streaming-message HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  raw.socket.write(Buffer.concat([Buffer.from(head), chunk(framed(record))]));
  const status = await raw.status();
  if (status !== 200) throw new Error(`the stream is answered with ${status}`);
  return Object.assign(raw, { clientId: identity.clientId });
}

/** A first record. */
function framed(record: Uint8Array): Buffer {
  return Buffer.concat([encodeMagic(), encodeLength(record.length), record]);
}

/** One chunk of a chunked body. */
export function chunk(bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from("\r\n"),
  ]);
}
