/** The operations about broadcasts (protocol.md 12 and 17). */
import type { Broadcast } from "../../../core/broadcast.ts";
import { FleetError } from "../../../core/errors.ts";
import { type BroadcastId, newBroadcastId } from "../../../core/ids.ts";
import { microsFromMs } from "../../../core/time.ts";
import type { CreateBroadcastRequest } from "../../../proto/admin-types.ts";
import type { AdminContext } from "../options.ts";

/** @throws invalid_argument without a source service or with a limit over 2^63-1, conflict if the id exists. */
export async function createBroadcast(
  { store, broadcastsChanged }: AdminContext,
  { broadcast, limit }: CreateBroadcastRequest,
): Promise<Record<never, never>> {
  if (broadcast.source.serviceName === "") {
    throw new FleetError(
      "invalid_argument",
      "cannot create a broadcast without source.service_name",
    );
  }
  const broadcastId = broadcast.broadcastId ?? newBroadcastId();
  await store.broadcasts.create({ ...broadcast, broadcastId }, limit);
  broadcastsChanged?.();
  return {};
}

/** @param request an empty service name: the broadcasts of all. */
export async function listActiveBroadcasts(
  { store, clock }: AdminContext,
  { serviceName }: { readonly serviceName: string },
): Promise<{ broadcasts: Broadcast[] }> {
  const records = await store.broadcasts.listActive(
    microsFromMs(clock.now()),
    serviceName === "" ? undefined : serviceName,
  );
  return { broadcasts: records.map(({ broadcast }) => broadcast) };
}

export async function disableBroadcasts(
  { store, broadcastsChanged }: AdminContext,
  { broadcastIds }: { readonly broadcastIds: readonly BroadcastId[] },
): Promise<Record<never, never>> {
  await store.broadcasts.disable(broadcastIds);
  broadcastsChanged?.();
  return {};
}
