/** The files that clients can fetch: list, upload, download, delete. */
import { useState } from "preact/hooks";

import { change, pathOf, read } from "../api/client.ts";
import type { StoredFile } from "../api/types.ts";
import { useChange } from "../api/use-change.ts";
import { useResource } from "../api/use-resource.ts";
import { Confirm } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Card, TableWrap, View } from "../parts/layout.tsx";
import { ScopeNotice } from "../parts/scope-notice.tsx";
import { Empty, Loaded, Problem } from "../parts/states.tsx";
import { toast } from "../parts/toast.tsx";
import { decodeBase64 } from "../text/base64.ts";
import { formatBytes } from "../text/format.ts";
import { Text } from "../text/text.tsx";
import { Ago } from "../text/time.tsx";
import { visibleText } from "../text/visible.ts";
import { Upload } from "./files/upload.tsx";

export function FilesView() {
  const files = useResource<{ readonly files: readonly StoredFile[] }>("/files", { limit: 1000 });
  return (
    <View title="Files" lead="Services of clients fetch these by name, such as updates and lists.">
      <ScopeNotice needs="admin" what="Storing and deleting" />
      <Upload done={files.reload} />
      <Card title="Stored files" flush>
        <Loaded resource={files} action="The files could not be read">
          {({ files: rows }) =>
            rows.length === 0 ? (
              <Empty icon="files" title="No file is stored">
                <p>
                  Choose a file above. A client fetches it as /files/SERVICE/NAME from the server
                  that it talks to.
                </p>
              </Empty>
            ) : (
              <FileTable files={rows} reload={files.reload} />
            )
          }
        </Loaded>
      </Card>
    </View>
  );
}

function FileTable({
  files,
  reload,
}: {
  readonly files: readonly StoredFile[];
  readonly reload: () => void;
}) {
  return (
    <TableWrap name="Stored files">
      <table class="cards">
        <thead>
          <tr>
            <th>Service</th>
            <th>Name</th>
            <th class="number">Size</th>
            <th>Stored</th>
            <th>
              <span class="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <FileRow
              file={file}
              reload={reload}
              key={JSON.stringify([file.service_name, file.file_name])}
            />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function FileRow({ file, reload }: { readonly file: StoredFile; readonly reload: () => void }) {
  const { service_name: service, file_name: name, size_bytes: bytes, modified_time: time } = file;
  const [asking, setAsking] = useState(false);
  const fetching = useChange();
  const shown = visibleText(name).slice(0, 60);
  return (
    <tr>
      <td data-head="Service">
        <Text value={service} most={60} />
      </td>
      <td data-head="Name">
        <Text value={name} most={80} />
        {fetching.problem && (
          <Problem action="The file could not be read" problem={fetching.problem} />
        )}
      </td>
      <td class="number nowrap" data-head="Size">
        {formatBytes(bytes)}
      </td>
      <td class="nowrap" data-head="Stored">
        <Ago time={time} />
      </td>
      <td>
        <span class="row row-actions">
          <button
            type="button"
            class="button quiet square"
            aria-label={`Download ${shown}`}
            title="Download"
            disabled={fetching.busy}
            onClick={() => void fetching.run(() => download(service, name))}
          >
            <Icon name="download" />
          </button>
          <button
            type="button"
            class="button quiet square"
            aria-label={`Delete ${shown}`}
            title="Delete"
            onClick={() => setAsking(true)}
          >
            <Icon name="trash" />
          </button>
        </span>
        {asking && (
          <Confirm
            title="Delete this file?"
            verb="Delete"
            failure="The file was not deleted"
            work={() => change("DELETE", pathOf("files", service, name))}
            done={() => {
              toast("The file is deleted.");
              reload();
            }}
            close={() => setAsking(false)}
          >
            <p>
              <Text value={name} /> of service <Text value={service} /> is gone then; clients that
              ask for it are told that it does not exist.
            </p>
          </Confirm>
        )}
      </td>
    </tr>
  );
}

/** The API gives a file inside JSON; the browser stores it under its name. */
async function download(service: string, name: string): Promise<void> {
  const { data } = await read<{ readonly data: string }>(pathOf("files", service, name));
  const bytes = decodeBase64(data) ?? new Uint8Array();
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser still has to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
