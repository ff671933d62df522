/** The operations about files that clients may fetch (protocol.md 10 and 17). */
import { FleetError } from "../../../core/errors.ts";
import { microsFromMs } from "../../../core/time.ts";
import type { FileRequest, StoreFileRequest } from "../../../proto/admin-types.ts";
import type { AdminContext } from "../options.ts";

/** @throws invalid_argument without both names, or for data over 16 MiB − 1. */
export async function storeFile(
  { store, clock }: AdminContext,
  { serviceName, fileName, data }: StoreFileRequest,
): Promise<Record<never, never>> {
  checkName("store", serviceName, fileName);
  await store.files.put(
    { serviceName, fileName },
    { data, modifiedTime: microsFromMs(clock.now()) },
  );
  return {};
}

/** As deleteFile, and says whether the file was there. */
export async function removeFile(
  { store }: AdminContext,
  { serviceName, fileName }: FileRequest,
): Promise<{ existed: boolean }> {
  checkName("delete", serviceName, fileName);
  return { existed: await store.files.delete({ serviceName, fileName }) };
}

/** A file that is not there is no error. */
export async function deleteFile(
  context: AdminContext,
  request: FileRequest,
): Promise<Record<never, never>> {
  await removeFile(context, request);
  return {};
}

function checkName(action: string, serviceName: string, fileName: string): void {
  if (serviceName !== "" && fileName !== "") return;
  const missing = serviceName === "" ? "service_name" : "file_name";
  throw new FleetError("invalid_argument", `cannot ${action} a file without ${missing}`);
}
