/** fleet message send --wait to many: asks for the results until all are there or the time is over. */
import { adminMethods } from "../../proto/admin-methods.ts";
import { forEachConcurrently } from "../concurrently.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { Delivery, Sending } from "./delivery-report.ts";
import { isPassing } from "./insert-again.ts";

const parallelCalls = 32;
const firstPauseMs = 20;
const maxPauseMs = 1000;

/** What has no result in time stays "sent". A server that is away for a while is asked again. */
export async function followDeliveries(sending: Sending, timeoutMs: number): Promise<void> {
  const { terminal, deliveries, report } = sending;
  const { clock, interrupted } = terminal;
  for (const delivery of deliveries) if (delivery.status !== "sent") report.settled(delivery);
  const deadline = clock.elapsed() + timeoutMs;
  await using progress = new ProgressLine(terminal, "waiting for results", deliveries.length);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    const open = await askForResults(sending, progress);
    const leftMs = deadline - clock.elapsed();
    if (open.length === 0 || leftMs <= 0 || interrupted.aborted) return;
    await clock.sleep(Math.min(pauseMs, leftMs), interrupted).catch(() => {});
  }
}

/** @returns those that have no result yet. */
async function askForResults(
  { terminal, admin, deliveries, report }: Sending,
  progress: ProgressLine,
): Promise<Delivery[]> {
  const openOnes = () => deliveries.filter(({ status }) => status === "sent");
  const asked = openOnes();
  let settled = deliveries.length - asked.length;
  progress.show(settled, report.note);
  await forEachConcurrently(asked, parallelCalls, terminal.interrupted, async (delivery) => {
    const { messageId } = delivery;
    const status = await admin
      .call(adminMethods.getMessageStatus, { messageId })
      .catch((thrown: unknown) => {
        if (isPassing(thrown) || terminal.interrupted.aborted) return undefined;
        throw thrown;
      });
    if (status?.result === undefined) return;
    delivery.status = status.result.failed ? "failed" : "processed";
    delivery.error = status.result.failed ? status.result.failedReason : undefined;
    report.settled(delivery);
    settled += 1;
    progress.show(settled, report.note);
  });
  return openOnes();
}
