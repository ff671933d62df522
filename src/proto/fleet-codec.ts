/**
 * Between the wire and plain types: the messages of fleet.v1.Fleet that the original's admin API does not have. The rules
 * are those of admin-codec.ts.
 */
import { type MessageId, hexToBytes, messageIdFromBytes } from "../core/ids.ts";
import { codecOf, type Codec } from "./admin-codec.ts";
import type { DeleteOutcome, FileDescription } from "./admin-types.ts";
import { bigintFromLong, longFromUint64, timestampFromWire, timestampToWire } from "./codec.ts";
import { fleet } from "./generated/server.js";

const { Outcome } = fleet.v1.DeleteMessagesResponse;
type WireOutcome = fleet.v1.DeleteMessagesResponse.Outcome;

const outcomeToWire: Readonly<Record<DeleteOutcome, WireOutcome>> = {
  unknown: Outcome.UNKNOWN,
  deleted: Outcome.DELETED,
  done: Outcome.DONE,
};

/** A number that this version does not know is none of the good ones. */
function outcomeFromWire(wire: WireOutcome): DeleteOutcome {
  if (wire === Outcome.DELETED) return "deleted";
  return wire === Outcome.DONE ? "done" : "unknown";
}

export const deleteMessagesCodec: Codec<{ readonly messageIds: readonly MessageId[] }> = codecOf(
  "fleet.v1.DeleteMessagesRequest",
  fleet.v1.DeleteMessagesRequest,
  ({ messageIds }) => ({ message_ids: messageIds.map(hexToBytes) }),
  (wire) => ({ messageIds: (wire.message_ids ?? []).map(messageIdFromBytes) }),
);

export const deleteMessagesResponseCodec: Codec<{ readonly outcomes: readonly DeleteOutcome[] }> =
  codecOf(
    "fleet.v1.DeleteMessagesResponse",
    fleet.v1.DeleteMessagesResponse,
    ({ outcomes }) => ({ outcomes: outcomes.map((outcome) => outcomeToWire[outcome]) }),
    (wire) => ({ outcomes: (wire.outcomes ?? []).map(outcomeFromWire) }),
  );

export const listFilesCodec: Codec<{ readonly serviceName: string }> = codecOf(
  "fleet.v1.ListFilesRequest",
  fleet.v1.ListFilesRequest,
  ({ serviceName }) => ({ service_name: serviceName }),
  (wire) => ({ serviceName: wire.service_name ?? "" }),
);

export const listFilesResponseCodec: Codec<{ readonly files: readonly FileDescription[] }> =
  codecOf(
    "fleet.v1.ListFilesResponse",
    fleet.v1.ListFilesResponse,
    ({ files }) => ({
      files: files.map(({ serviceName, fileName, sizeBytes, modifiedTime }) => ({
        service_name: serviceName,
        file_name: fileName,
        size_bytes: longFromUint64(sizeBytes),
        modified_time: timestampToWire(modifiedTime),
      })),
    }),
    (wire) => ({
      files: (wire.files ?? []).map((file) => ({
        serviceName: file.service_name ?? "",
        fileName: file.file_name ?? "",
        sizeBytes: bigintFromLong(file.size_bytes),
        modifiedTime: timestampFromWire(file.modified_time),
      })),
    }),
  );

export const deleteFileResponseCodec: Codec<{ readonly existed: boolean }> = codecOf(
  "fleet.v1.DeleteFileResponse",
  fleet.v1.DeleteFileResponse,
  ({ existed }) => ({ existed }),
  (wire) => ({ existed: wire.existed ?? false }),
);
