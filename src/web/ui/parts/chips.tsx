/** States and names as small marks. A colour never stands alone: each has its word. */
import { routePath } from "../routes.ts";
import type { Address, Label } from "../api/types.ts";
import { ShortText } from "../text/text.tsx";

export function StateChip({ state }: { readonly state: string }) {
  const kinds: Readonly<Record<string, string>> = {
    processed: "ok",
    failed: "bad",
    pending: "info",
  };
  return (
    <span class={`chip ${kinds[state] ?? ""}`}>
      <ShortText value={state} most={24} />
    </span>
  );
}

export function OnlineDot({
  online,
  blacklisted,
}: {
  readonly online: boolean;
  readonly blacklisted: boolean;
}) {
  const word = blacklisted ? "blacklisted" : online ? "online" : "offline";
  const kind = blacklisted ? "bad" : online ? "ok" : "";
  return (
    <>
      <span class={`dot ${kind}`} title={word} />
      <span class="sr-only">{word}</span>
    </>
  );
}

export function LabelChip({ label }: { readonly label: Label }) {
  return (
    <span class="chip label">
      {label.service_name !== "" && (
        <span class="chip-service">
          <ShortText value={label.service_name} most={24} />
        </span>
      )}
      <ShortText value={label.label} most={40} />
    </span>
  );
}

export function Labels(props: { readonly labels: readonly Label[]; readonly most?: number }) {
  const { labels, most = 100 } = props;
  return (
    <>
      {labels.slice(0, most).map((label) => (
        <>
          <LabelChip label={label} />{" "}
        </>
      ))}
      {labels.length > most && <span class="chip">+{labels.length - most}</span>}
    </>
  );
}

export function ClientLink({ id }: { readonly id: string }) {
  return (
    <a class="client-id" href={routePath("client", id)}>
      {id}
    </a>
  );
}

/** One end of a message: a service on a client, or one of the server. Names have at most 128 characters. */
export function End({ address, most = 40 }: { readonly address: Address; readonly most?: number }) {
  return (
    <span>
      {address.client_id === undefined ? (
        <span class="muted">server</span>
      ) : (
        <ClientLink id={address.client_id} />
      )}{" "}
      <ShortText value={address.service_name} most={most} />
    </span>
  );
}
