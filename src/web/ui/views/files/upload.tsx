/** Stores a file of this machine for clients to fetch. */
import { useRef, useState } from "preact/hooks";

import { change, pathOf } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { Field, Input } from "../../parts/forms.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Card } from "../../parts/layout.tsx";
import { Problem } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { encodeBase64 } from "../../text/base64.ts";
import { formatBytes } from "../../text/format.ts";

/** What the server keeps of one file at most. */
const maxBytes = 16 * 1024 * 1024 - 1;

export function Upload({ done }: { readonly done: () => void }) {
  const [service, setService] = useState("");
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | undefined>(undefined);
  const element = useRef<HTMLInputElement>(null);
  const sending = useChange();
  const tooLarge = file !== undefined && file.size > maxBytes;
  const submit = async () => {
    if (file === undefined) return;
    const stored = await sending.run(async () => {
      const data = encodeBase64(new Uint8Array(await file.arrayBuffer()));
      await change("PUT", pathOf("files", service, name), { data });
    });
    if (!stored) return;
    toast("The file is stored.");
    setFile(undefined);
    if (element.current) element.current.value = "";
    done();
  };
  return (
    <Card title="Store a file" note="in place of one of the same name">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div class="form-row">
          <Field
            name="File"
            help={
              tooLarge
                ? `It has ${formatBytes(file.size)}; at most ${formatBytes(maxBytes)} are kept.`
                : `At most ${formatBytes(maxBytes)}.`
            }
          >
            {(ids) => (
              <input
                {...ids}
                ref={element}
                class="input"
                type="file"
                aria-invalid={tooLarge ? "true" : undefined}
                onChange={(event) => {
                  const [chosen] = event.currentTarget.files ?? [];
                  setFile(chosen);
                  if (chosen !== undefined && name === "") setName(chosen.name);
                }}
              />
            )}
          </Field>
          <Input name="Service" value={service} set={setService} required help="That fetches it." />
          <Input name="Name" value={name} set={setName} required help="That it asks for." />
        </div>
        {sending.problem && <Problem action="The file was not stored" problem={sending.problem} />}
        <div class="actions">
          <button
            type="submit"
            class="button primary"
            disabled={
              sending.busy || file === undefined || tooLarge || service === "" || name === ""
            }
          >
            <Icon name="upload" />
            {sending.busy ? "Storing…" : "Store"}
          </button>
        </div>
      </form>
    </Card>
  );
}
