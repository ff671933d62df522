/**
 * Files that services offer to clients, in SQLite.
 */
import type { Micros } from "../../core/time.ts";
import { checkBlob, checkFileName, checkMicros } from "../checks.ts";
import type { FileName, FileStore, StoredFile } from "../store.ts";
import type { Query, Session } from "./session.ts";

interface FileStat {
  readonly modifiedTime: Micros;
  readonly sizeBytes: number;
}

export class SqliteFiles implements FileStore {
  readonly #session: Session;
  readonly #put: Query<unknown>;
  readonly #get: Query<StoredFile>;
  readonly #stat: Query<FileStat>;
  readonly #listAll: Query<FileName & FileStat>;
  readonly #listOne: Query<FileName & FileStat>;
  readonly #delete: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    const named = "WHERE service_name = ? AND file_name = ?";
    const stat = "modified_time AS modifiedTime, length(data) AS sizeBytes";
    const list = `SELECT service_name AS serviceName, file_name AS fileName, ${stat} FROM file_rows`;
    this.#put = session.prepare(
      `INSERT INTO file_rows (service_name, file_name, modified_time, data) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET modified_time = excluded.modified_time, data = excluded.data`,
    );
    this.#get = session.prepare(
      `SELECT data, modified_time AS modifiedTime FROM file_rows ${named}`,
    );
    this.#stat = session.prepare(`SELECT ${stat} FROM file_rows ${named}`);
    this.#listAll = session.prepare(`${list} ORDER BY service_name, file_name`);
    this.#listOne = session.prepare(`${list} WHERE service_name = ? ORDER BY file_name`);
    this.#delete = session.prepare(`DELETE FROM file_rows ${named}`);
  }

  async put(name: FileName, { data, modifiedTime }: StoredFile): Promise<void> {
    checkFileName(name);
    checkMicros("a modification time", modifiedTime);
    checkBlob(`the file "${name.fileName}"`, data);
    const values = [name.serviceName, name.fileName, modifiedTime, data.slice()] as const;
    await this.#session.write("store a file", () => this.#put.run(...values));
  }

  get({ serviceName, fileName }: FileName): Promise<StoredFile | undefined> {
    return this.#session.read(
      "read a file",
      () => this.#get.get(serviceName, fileName) ?? undefined,
    );
  }

  stat({ serviceName, fileName }: FileName): Promise<FileStat | undefined> {
    return this.#session.read(
      "look at a file",
      () => this.#stat.get(serviceName, fileName) ?? undefined,
    );
  }

  list(serviceName: string | undefined): Promise<(FileName & FileStat)[]> {
    return this.#session.read("list files", () =>
      serviceName === undefined ? this.#listAll.all() : this.#listOne.all(serviceName),
    );
  }

  delete({ serviceName, fileName }: FileName): Promise<boolean> {
    return this.#session.write(
      "delete a file",
      () => this.#delete.run(serviceName, fileName).changes > 0,
    );
  }
}
