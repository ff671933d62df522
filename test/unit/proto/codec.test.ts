import { describe, expect, test } from "bun:test";

import { makeContactData } from "../../../src/core/contact.ts";
import { bytesToHex, hexToBytes } from "../../../src/core/ids.ts";
import { makeMessage } from "../../../src/core/message.ts";
import {
  decodeContactData,
  decodeMessage,
  decodeWrappedContact,
  encodeContactData,
  encodeMessage,
  encodeWrappedContact,
} from "../../../src/proto/codec.ts";
import {
  decodeClientInfo,
  decodeClientState,
  decodeDieRequest,
  decodeMessageAck,
  decodeMessageError,
  decodeRestartService,
  decodeStdinInput,
  decodeStdinOutput,
  encodeClientInfo,
  encodeClientState,
  encodeDieRequest,
  encodeRestartService,
  encodeStdinInput,
  encodeStdinOutput,
} from "../../../src/proto/system-codec.ts";
import vectors from "../../fixtures/stock/messages.json";

/** Decodes a vector and encodes it again, or is absent for types that have no codec here. */
const roundTrips: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  "fleetspeak.Message": (bytes) => encodeMessage(decodeMessage(bytes)),
  "fleetspeak.ContactData": (bytes) => encodeContactData(decodeContactData(bytes).data),
  "fleetspeak.WrappedContactData": (bytes) => encodeWrappedContact(decodeWrappedContact(bytes)),
  "fleetspeak.ClientInfoData": (bytes) => encodeClientInfo(decodeClientInfo(bytes)),
  "fleetspeak.DieRequest": (bytes) => encodeDieRequest(decodeDieRequest(bytes).force),
  "fleetspeak.RestartServiceRequest": (bytes) =>
    encodeRestartService(decodeRestartService(bytes).name),
  "fleetspeak.client.ClientState": (bytes) => encodeClientState(decodeClientState(bytes)),
  "fleetspeak.stdinservice.InputMessage": (bytes) => encodeStdinInput(decodeStdinInput(bytes)),
  "fleetspeak.stdinservice.OutputMessage": (bytes) => encodeStdinOutput(decodeStdinOutput(bytes)),
};

const known = vectors.filter(({ type }) => type in roundTrips);

describe("what stock serialized survives decoding and encoding, byte for byte", () => {
  test("there are vectors for the main types", () => {
    expect(known.length).toBeGreaterThan(5);
  });

  test.each(known)("$type", ({ type, hex }) => {
    const roundTrip = roundTrips[type];
    expect(roundTrip && bytesToHex(roundTrip(hexToBytes(hex)))).toBe(hex);
  });
});

describe("hostile bytes", () => {
  const decoders = [
    decodeMessage,
    decodeContactData,
    decodeWrappedContact,
    decodeMessageAck,
    decodeMessageError,
  ];

  test.each(decoders.map((decode) => [decode.name, decode] as const))(
    "%s refuses what is not protobuf",
    (_, decode) => {
      for (const hex of ["ff", "0aff", "0a05aa", "0b", "07"]) {
        expect(() => decode(hexToBytes(hex))).toThrow("these bytes are no fleetspeak.");
      }
    },
  );

  test("a vector cut at any byte throws FleetError or decodes, and never anything else", () => {
    for (const { hex } of vectors) {
      const bytes = hexToBytes(hex);
      for (let length = 0; length < bytes.length; length += 1) {
        try {
          decodeContactData(bytes.subarray(0, length));
        } catch (thrown) {
          expect(thrown).toHaveProperty("code", "invalid_data");
        }
      }
    }
  });

  test("one malformed message does not hide the others", () => {
    const good = makeMessage({
      source: { clientId: undefined, serviceName: "a" },
      destination: { clientId: undefined, serviceName: "b" },
      messageType: "t",
    });
    const record = encodeContactData(makeContactData({ messages: [good] }));
    // A second message whose source has a client id of three bytes.
    const bad = hexToBytes("120712050a03010203");
    const { data, malformed } = decodeContactData(Buffer.concat([record, bad]));
    expect(data.messages).toHaveLength(1);
    expect(malformed).toEqual(["a client id has 8 bytes, not 3"]);
  });
});

describe("values at the edges", () => {
  test("a nonce uses all 64 bits", () => {
    const sequencingNonce = 2n ** 64n - 1n;
    const { data } = decodeContactData(
      encodeContactData(makeContactData({ sequencingNonce, ackIndex: 2n ** 63n })),
    );
    expect(data.sequencingNonce).toBe(sequencingNonce);
    expect(data.ackIndex).toBe(2n ** 63n);
  });

  test("decoded data does not alias the input", () => {
    const message = makeMessage({
      source: { clientId: undefined, serviceName: "a" },
      destination: { clientId: undefined, serviceName: "b" },
      messageType: "t",
      data: { typeUrl: "u", value: new Uint8Array([1, 2, 3]) },
    });
    const bytes = encodeMessage(message);
    const decoded = decodeMessage(bytes);
    bytes.fill(0);
    expect([...(decoded.data?.value ?? [])]).toEqual([1, 2, 3]);
  });
});
