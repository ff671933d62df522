/** A client's contacts, newest first, with the chain of nonces drawn beside them. */
import { pathOf } from "../../api/client.ts";
import type { Contact } from "../../api/types.ts";
import { usePages } from "../../api/use-pages.ts";
import { layoutChain } from "../../charts/chain.ts";
import type { ChainKnot } from "../../charts/chain.ts";
import { ChainPicture } from "../../charts/chain-picture.tsx";
import { useLiveReload } from "../../live/use-live.ts";
import { Icon } from "../../parts/icon.tsx";
import { Card } from "../../parts/layout.tsx";
import { Empty, Problem } from "../../parts/states.tsx";
import { remPixels } from "../../parts/use-media.ts";
import { formatDuration, plural } from "../../text/format.ts";
import { ShortText } from "../../text/text.tsx";
import { Ago, Time } from "../../text/time.tsx";

/** As in the style sheet. */
const rowRem = 3.5;
/** A picture of more is none. */
const maxDrawn = 1000;

export function ClientContacts({ id }: { readonly id: string }) {
  const pages = usePages<Contact>(pathOf("clients", id, "contacts"), {}, "contacts", (contact) =>
    String(contact.contact_id),
  );
  useLiveReload(
    pages.reload,
    (event) => event.client_id === id && event.type.startsWith("client."),
  );
  const contacts = pages.rows.slice(0, maxDrawn);
  const knots = layoutChain(contacts);
  const splits = knots.filter(({ kind }) => kind === "splits").length;
  return (
    <div class="stack">
      {pages.problem && (
        <Problem
          action="The contacts could not be read"
          problem={pages.problem}
          retry={pages.reload}
        />
      )}
      {splits > 0 && <SplitNotice splits={splits} />}
      <Card title="Contacts" note="each repeats the nonce of the one before">
        {contacts.length === 0 ? (
          <Empty icon="clock" title={pages.waiting ? "Loading…" : "No contact of it is kept"} />
        ) : (
          <div class="contacts">
            <ChainPicture knots={knots} rowHeight={rowRem * remPixels()} />
            <ol>
              {contacts.map((contact, index) => (
                <ContactRow
                  contact={contact}
                  kind={knots[index]?.kind ?? "unknown"}
                  key={contact.contact_id}
                />
              ))}
            </ol>
          </div>
        )}
        {pages.more && contacts.length < maxDrawn && (
          <button type="button" class="button" onClick={() => pages.need(pages.rows.length)}>
            Older contacts
          </button>
        )}
      </Card>
    </div>
  );
}

function SplitNotice({ splits }: { readonly splits: number }) {
  return (
    <div class="notice warn">
      <Icon name="warning" />
      <div>
        <p>The chain splits {splits === 1 ? "once" : plural(splits, "time")}.</p>
        <p class="hint">
          A contact did not go on from the one before: the machine was restored from an older state,
          or several machines share this identity. If it goes on, blacklist the client: each machine
          then makes a key of its own.
        </p>
      </div>
    </div>
  );
}

const kindWords: Readonly<Record<ChainKnot["kind"], string>> = {
  continues: "",
  first: "first",
  splits: "splits off",
  unknown: "",
};

function ContactRow({
  contact,
  kind,
}: {
  readonly contact: Contact;
  readonly kind: ChainKnot["kind"];
}) {
  const { time, ended_time: ended, server } = contact;
  return (
    <li>
      <div>
        <Time time={time} />{" "}
        {ended !== undefined && (
          <span class="muted">
            for {formatDuration((Date.parse(ended) - Date.parse(time)) / 1000)}
          </span>
        )}{" "}
        {kindWords[kind] !== "" && (
          <span class={kind === "splits" ? "chip bad" : "chip"}>{kindWords[kind]}</span>
        )}
      </div>
      <div class="muted">
        <Ago time={time} /> · <ShortText value={contact.observed_address} />
        {server !== undefined && (
          <>
            {" "}
            · <ShortText value={server} />
          </>
        )}{" "}
        ·{" "}
        <span class="mono" title="nonce received → sent">
          {contact.received_nonce.slice(0, 8)} → {contact.sent_nonce.slice(0, 8)}
        </span>
      </div>
    </li>
  );
}
