/** Load over streams: each keeps a few records under way and sends the next when one is acknowledged. */
import { type SimulatedClient, makeLoadMessage } from "./simulated-client.ts";

const recordsUnderWay = 4;

export interface Load {
  readonly records: number;
  /** Messages in one record. */
  readonly batch: number;
  /** Bytes. */
  readonly payload: number;
}

/** Resolves when the last record of this stream is acknowledged. */
export async function loadStream(client: SimulatedClient, load: Load): Promise<void> {
  const { records, batch, payload } = load;
  let sent = 0;
  let acknowledged = 0;
  const sendOne = () => {
    sent += 1;
    return client.send(Array.from({ length: batch }, () => makeLoadMessage("bench", payload)));
  };
  while (sent < Math.min(records, recordsUnderWay)) await sendOne();
  while (acknowledged < records) {
    const { ackIndex } = await client.receive();
    if (ackIndex === 0n) continue;
    acknowledged += 1;
    if (sent < records) await sendOne();
  }
}
