import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace fleet. */
export namespace fleet {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a Log.
         * @deprecated Use fleet.v1.Log.$Properties instead.
         */
        interface ILog extends fleet.v1.Log.$Properties {
        }

        /** Represents a Log. */
        class Log {

            /**
             * Constructs a new Log.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.Log.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Log level. */
            level: fleet.v1.Log.Level;

            /** Log format. */
            format: fleet.v1.Log.Format;

            /** Log file. */
            file: string;

            /** Log max_bytes. */
            max_bytes: Long;

            /** Log keep. */
            keep: number;

            /**
             * Creates a new Log instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Log instance
             */
            static create(properties: fleet.v1.Log.$Shape): fleet.v1.Log & fleet.v1.Log.$Shape;
            static create(properties?: fleet.v1.Log.$Properties): fleet.v1.Log;

            /**
             * Encodes the specified Log message. Does not implicitly {@link fleet.v1.Log.verify|verify} messages.
             * @param message Log message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.Log.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Log message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.Log & fleet.v1.Log.$Shape} Log
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.Log & fleet.v1.Log.$Shape;
        }

        namespace Log {

            /** Properties of a Log. */
            interface $Properties {

                /** Log level */
                level?: (fleet.v1.Log.Level|null);

                /** Log format */
                format?: (fleet.v1.Log.Format|null);

                /** Log file */
                file?: (string|null);

                /** Log max_bytes */
                max_bytes?: (Long|null);

                /** Log keep */
                keep?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Log. */
            type $Shape = fleet.v1.Log.$Properties;

            /** Level enum. */
            enum Level {

                /** INFO value */
                INFO = 0,

                /** DEBUG value */
                DEBUG = 1,

                /** WARNING value */
                WARNING = 2,

                /** ERROR value */
                ERROR = 3
            }

            /** Format enum. */
            enum Format {

                /** CONSOLE value */
                CONSOLE = 0,

                /** JSON value */
                JSON = 1
            }
        }

        /**
         * Properties of a ServerExtension.
         * @deprecated Use fleet.v1.ServerExtension.$Properties instead.
         */
        interface IServerExtension extends fleet.v1.ServerExtension.$Properties {
        }

        /** Represents a ServerExtension. */
        class ServerExtension {

            /**
             * Constructs a new ServerExtension.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.ServerExtension.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServerExtension database_path. */
            database_path: string;

            /** ServerExtension state_directory. */
            state_directory: string;

            /** ServerExtension web. */
            web?: (fleet.v1.ServerExtension.Web.$Properties|null);

            /** ServerExtension admin. */
            admin?: (fleet.v1.ServerExtension.Admin.$Properties|null);

            /** ServerExtension trusted_proxies. */
            trusted_proxies: string[];

            /** ServerExtension client_address_header. */
            client_address_header: string;

            /** ServerExtension timers. */
            timers?: (fleet.v1.ServerExtension.Timers.$Properties|null);

            /** ServerExtension limits. */
            limits?: (fleet.v1.ServerExtension.Limits.$Properties|null);

            /** ServerExtension retention. */
            retention?: (fleet.v1.ServerExtension.Retention.$Properties|null);

            /** ServerExtension disk. */
            disk?: (fleet.v1.ServerExtension.Disk.$Properties|null);

            /** ServerExtension notification_key_file. */
            notification_key_file: string;

            /** ServerExtension client_config. */
            client_config?: (fleetspeak.client.generic.Config.$Properties|null);

            /** ServerExtension log. */
            log?: (fleet.v1.Log.$Properties|null);

            /** ServerExtension xfcc_element. */
            xfcc_element: fleet.v1.ServerExtension.XfccElement;

            /**
             * Creates a new ServerExtension instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServerExtension instance
             */
            static create(properties: fleet.v1.ServerExtension.$Shape): fleet.v1.ServerExtension & fleet.v1.ServerExtension.$Shape;
            static create(properties?: fleet.v1.ServerExtension.$Properties): fleet.v1.ServerExtension;

            /**
             * Encodes the specified ServerExtension message. Does not implicitly {@link fleet.v1.ServerExtension.verify|verify} messages.
             * @param message ServerExtension message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.ServerExtension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServerExtension message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.ServerExtension & fleet.v1.ServerExtension.$Shape} ServerExtension
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension & fleet.v1.ServerExtension.$Shape;
        }

        namespace ServerExtension {

            /** Properties of a ServerExtension. */
            interface $Properties {

                /** ServerExtension database_path */
                database_path?: (string|null);

                /** ServerExtension state_directory */
                state_directory?: (string|null);

                /** ServerExtension web */
                web?: (fleet.v1.ServerExtension.Web.$Properties|null);

                /** ServerExtension admin */
                admin?: (fleet.v1.ServerExtension.Admin.$Properties|null);

                /** ServerExtension trusted_proxies */
                trusted_proxies?: (string[]|null);

                /** ServerExtension client_address_header */
                client_address_header?: (string|null);

                /** ServerExtension timers */
                timers?: (fleet.v1.ServerExtension.Timers.$Properties|null);

                /** ServerExtension limits */
                limits?: (fleet.v1.ServerExtension.Limits.$Properties|null);

                /** ServerExtension retention */
                retention?: (fleet.v1.ServerExtension.Retention.$Properties|null);

                /** ServerExtension disk */
                disk?: (fleet.v1.ServerExtension.Disk.$Properties|null);

                /** ServerExtension notification_key_file */
                notification_key_file?: (string|null);

                /** ServerExtension client_config */
                client_config?: (fleetspeak.client.generic.Config.$Properties|null);

                /** ServerExtension log */
                log?: (fleet.v1.Log.$Properties|null);

                /** ServerExtension xfcc_element */
                xfcc_element?: (fleet.v1.ServerExtension.XfccElement|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServerExtension. */
            type $Shape = {
              database_path?: string|null;
              state_directory?: string|null;
              web?: fleet.v1.ServerExtension.Web.$Shape|null;
              admin?: fleet.v1.ServerExtension.Admin.$Shape|null;
              trusted_proxies?: string[]|null;
              client_address_header?: string|null;
              timers?: fleet.v1.ServerExtension.Timers.$Shape|null;
              limits?: fleet.v1.ServerExtension.Limits.$Shape|null;
              retention?: fleet.v1.ServerExtension.Retention.$Shape|null;
              disk?: fleet.v1.ServerExtension.Disk.$Shape|null;
              notification_key_file?: string|null;
              client_config?: fleetspeak.client.generic.Config.$Shape|null;
              log?: fleet.v1.Log.$Shape|null;
              xfcc_element?: fleet.v1.ServerExtension.XfccElement|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of a Web.
             * @deprecated Use fleet.v1.ServerExtension.Web.$Properties instead.
             */
            interface IWeb extends fleet.v1.ServerExtension.Web.$Properties {
            }

            /** Represents a Web. */
            class Web {

                /**
                 * Constructs a new Web.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Web.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Web listen_address. */
                listen_address: string;

                /** Web certificates. */
                certificates: string;

                /** Web key. */
                key: string;

                /** Web public_url. */
                public_url: string[];

                /** Web allow_plain. */
                allow_plain: boolean;

                /**
                 * Creates a new Web instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Web instance
                 */
                static create(properties: fleet.v1.ServerExtension.Web.$Shape): fleet.v1.ServerExtension.Web & fleet.v1.ServerExtension.Web.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Web.$Properties): fleet.v1.ServerExtension.Web;

                /**
                 * Encodes the specified Web message. Does not implicitly {@link fleet.v1.ServerExtension.Web.verify|verify} messages.
                 * @param message Web message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Web.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Web message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Web & fleet.v1.ServerExtension.Web.$Shape} Web
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Web & fleet.v1.ServerExtension.Web.$Shape;
            }

            namespace Web {

                /** Properties of a Web. */
                interface $Properties {

                    /** Web listen_address */
                    listen_address?: (string|null);

                    /** Web certificates */
                    certificates?: (string|null);

                    /** Web key */
                    key?: (string|null);

                    /** Web public_url */
                    public_url?: (string[]|null);

                    /** Web allow_plain */
                    allow_plain?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Web. */
                type $Shape = fleet.v1.ServerExtension.Web.$Properties;
            }

            /**
             * Properties of an Admin.
             * @deprecated Use fleet.v1.ServerExtension.Admin.$Properties instead.
             */
            interface IAdmin extends fleet.v1.ServerExtension.Admin.$Properties {
            }

            /** Represents an Admin. */
            class Admin {

                /**
                 * Constructs a new Admin.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Admin.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Admin unix_socket. */
                unix_socket: string;

                /** Admin client_ca. */
                client_ca: string;

                /** Admin allow_unauthenticated. */
                allow_unauthenticated: boolean;

                /** Admin tokens. */
                tokens: boolean;

                /**
                 * Creates a new Admin instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Admin instance
                 */
                static create(properties: fleet.v1.ServerExtension.Admin.$Shape): fleet.v1.ServerExtension.Admin & fleet.v1.ServerExtension.Admin.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Admin.$Properties): fleet.v1.ServerExtension.Admin;

                /**
                 * Encodes the specified Admin message. Does not implicitly {@link fleet.v1.ServerExtension.Admin.verify|verify} messages.
                 * @param message Admin message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Admin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Admin message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Admin & fleet.v1.ServerExtension.Admin.$Shape} Admin
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Admin & fleet.v1.ServerExtension.Admin.$Shape;
            }

            namespace Admin {

                /** Properties of an Admin. */
                interface $Properties {

                    /** Admin unix_socket */
                    unix_socket?: (string|null);

                    /** Admin client_ca */
                    client_ca?: (string|null);

                    /** Admin allow_unauthenticated */
                    allow_unauthenticated?: (boolean|null);

                    /** Admin tokens */
                    tokens?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Admin. */
                type $Shape = fleet.v1.ServerExtension.Admin.$Properties;
            }

            /**
             * Properties of a Timers.
             * @deprecated Use fleet.v1.ServerExtension.Timers.$Properties instead.
             */
            interface ITimers extends fleet.v1.ServerExtension.Timers.$Properties {
            }

            /** Represents a Timers. */
            class Timers {

                /**
                 * Constructs a new Timers.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Timers.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Timers contact_lifetime. */
                contact_lifetime?: (google.protobuf.Duration.$Properties|null);

                /** Timers done_sending_lead. */
                done_sending_lead?: (google.protobuf.Duration.$Properties|null);

                /** Timers retry_base. */
                retry_base?: (google.protobuf.Duration.$Properties|null);

                /** Timers requeue_stock. */
                requeue_stock?: (google.protobuf.Duration.$Properties|null);

                /** Timers sweep. */
                sweep?: (google.protobuf.Duration.$Properties|null);

                /** Timers certificate_renewal. */
                certificate_renewal?: (google.protobuf.Duration.$Properties|null);

                /** Timers header_timeout. */
                header_timeout?: (google.protobuf.Duration.$Properties|null);

                /** Timers body_timeout. */
                body_timeout?: (google.protobuf.Duration.$Properties|null);

                /** Timers idle_timeout. */
                idle_timeout?: (google.protobuf.Duration.$Properties|null);

                /** Timers handshake_timeout. */
                handshake_timeout?: (google.protobuf.Duration.$Properties|null);

                /**
                 * Creates a new Timers instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Timers instance
                 */
                static create(properties: fleet.v1.ServerExtension.Timers.$Shape): fleet.v1.ServerExtension.Timers & fleet.v1.ServerExtension.Timers.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Timers.$Properties): fleet.v1.ServerExtension.Timers;

                /**
                 * Encodes the specified Timers message. Does not implicitly {@link fleet.v1.ServerExtension.Timers.verify|verify} messages.
                 * @param message Timers message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Timers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Timers message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Timers & fleet.v1.ServerExtension.Timers.$Shape} Timers
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Timers & fleet.v1.ServerExtension.Timers.$Shape;
            }

            namespace Timers {

                /** Properties of a Timers. */
                interface $Properties {

                    /** Timers contact_lifetime */
                    contact_lifetime?: (google.protobuf.Duration.$Properties|null);

                    /** Timers done_sending_lead */
                    done_sending_lead?: (google.protobuf.Duration.$Properties|null);

                    /** Timers retry_base */
                    retry_base?: (google.protobuf.Duration.$Properties|null);

                    /** Timers requeue_stock */
                    requeue_stock?: (google.protobuf.Duration.$Properties|null);

                    /** Timers sweep */
                    sweep?: (google.protobuf.Duration.$Properties|null);

                    /** Timers certificate_renewal */
                    certificate_renewal?: (google.protobuf.Duration.$Properties|null);

                    /** Timers header_timeout */
                    header_timeout?: (google.protobuf.Duration.$Properties|null);

                    /** Timers body_timeout */
                    body_timeout?: (google.protobuf.Duration.$Properties|null);

                    /** Timers idle_timeout */
                    idle_timeout?: (google.protobuf.Duration.$Properties|null);

                    /** Timers handshake_timeout */
                    handshake_timeout?: (google.protobuf.Duration.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Timers. */
                type $Shape = fleet.v1.ServerExtension.Timers.$Properties;
            }

            /**
             * Properties of a Limits.
             * @deprecated Use fleet.v1.ServerExtension.Limits.$Properties instead.
             */
            interface ILimits extends fleet.v1.ServerExtension.Limits.$Properties {
            }

            /** Represents a Limits. */
            class Limits {

                /**
                 * Constructs a new Limits.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Limits.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Limits contact_bytes. */
                contact_bytes: Long;

                /** Limits new_identity_bytes. */
                new_identity_bytes: Long;

                /** Limits unfinished_bytes. */
                unfinished_bytes: Long;

                /** Limits connections. */
                connections: number;

                /** Limits connections_per_address. */
                connections_per_address: number;

                /**
                 * Creates a new Limits instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Limits instance
                 */
                static create(properties: fleet.v1.ServerExtension.Limits.$Shape): fleet.v1.ServerExtension.Limits & fleet.v1.ServerExtension.Limits.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Limits.$Properties): fleet.v1.ServerExtension.Limits;

                /**
                 * Encodes the specified Limits message. Does not implicitly {@link fleet.v1.ServerExtension.Limits.verify|verify} messages.
                 * @param message Limits message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Limits message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Limits & fleet.v1.ServerExtension.Limits.$Shape} Limits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Limits & fleet.v1.ServerExtension.Limits.$Shape;
            }

            namespace Limits {

                /** Properties of a Limits. */
                interface $Properties {

                    /** Limits contact_bytes */
                    contact_bytes?: (Long|null);

                    /** Limits new_identity_bytes */
                    new_identity_bytes?: (Long|null);

                    /** Limits unfinished_bytes */
                    unfinished_bytes?: (Long|null);

                    /** Limits connections */
                    connections?: (number|null);

                    /** Limits connections_per_address */
                    connections_per_address?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Limits. */
                type $Shape = fleet.v1.ServerExtension.Limits.$Properties;
            }

            /**
             * Properties of a Retention.
             * @deprecated Use fleet.v1.ServerExtension.Retention.$Properties instead.
             */
            interface IRetention extends fleet.v1.ServerExtension.Retention.$Properties {
            }

            /** Represents a Retention. */
            class Retention {

                /**
                 * Constructs a new Retention.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Retention.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Retention messages. */
                messages?: (google.protobuf.Duration.$Properties|null);

                /** Retention contacts. */
                contacts?: (google.protobuf.Duration.$Properties|null);

                /** Retention resource_usage. */
                resource_usage?: (google.protobuf.Duration.$Properties|null);

                /** Retention broadcasts. */
                broadcasts?: (google.protobuf.Duration.$Properties|null);

                /**
                 * Creates a new Retention instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Retention instance
                 */
                static create(properties: fleet.v1.ServerExtension.Retention.$Shape): fleet.v1.ServerExtension.Retention & fleet.v1.ServerExtension.Retention.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Retention.$Properties): fleet.v1.ServerExtension.Retention;

                /**
                 * Encodes the specified Retention message. Does not implicitly {@link fleet.v1.ServerExtension.Retention.verify|verify} messages.
                 * @param message Retention message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Retention.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Retention message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Retention & fleet.v1.ServerExtension.Retention.$Shape} Retention
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Retention & fleet.v1.ServerExtension.Retention.$Shape;
            }

            namespace Retention {

                /** Properties of a Retention. */
                interface $Properties {

                    /** Retention messages */
                    messages?: (google.protobuf.Duration.$Properties|null);

                    /** Retention contacts */
                    contacts?: (google.protobuf.Duration.$Properties|null);

                    /** Retention resource_usage */
                    resource_usage?: (google.protobuf.Duration.$Properties|null);

                    /** Retention broadcasts */
                    broadcasts?: (google.protobuf.Duration.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Retention. */
                type $Shape = fleet.v1.ServerExtension.Retention.$Properties;
            }

            /**
             * Properties of a Disk.
             * @deprecated Use fleet.v1.ServerExtension.Disk.$Properties instead.
             */
            interface IDisk extends fleet.v1.ServerExtension.Disk.$Properties {
            }

            /** Represents a Disk. */
            class Disk {

                /**
                 * Constructs a new Disk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ServerExtension.Disk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Disk min_free_bytes. */
                min_free_bytes: Long;

                /**
                 * Creates a new Disk instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Disk instance
                 */
                static create(properties: fleet.v1.ServerExtension.Disk.$Shape): fleet.v1.ServerExtension.Disk & fleet.v1.ServerExtension.Disk.$Shape;
                static create(properties?: fleet.v1.ServerExtension.Disk.$Properties): fleet.v1.ServerExtension.Disk;

                /**
                 * Encodes the specified Disk message. Does not implicitly {@link fleet.v1.ServerExtension.Disk.verify|verify} messages.
                 * @param message Disk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ServerExtension.Disk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Disk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ServerExtension.Disk & fleet.v1.ServerExtension.Disk.$Shape} Disk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ServerExtension.Disk & fleet.v1.ServerExtension.Disk.$Shape;
            }

            namespace Disk {

                /** Properties of a Disk. */
                interface $Properties {

                    /** Disk min_free_bytes */
                    min_free_bytes?: (Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Disk. */
                type $Shape = fleet.v1.ServerExtension.Disk.$Properties;
            }

            /** XfccElement enum. */
            enum XfccElement {

                /** ONLY value */
                ONLY = 0,

                /** FIRST value */
                FIRST = 1,

                /** LAST value */
                LAST = 2
            }
        }

        /**
         * Properties of a ClientExtension.
         * @deprecated Use fleet.v1.ClientExtension.$Properties instead.
         */
        interface IClientExtension extends fleet.v1.ClientExtension.$Properties {
        }

        /** Represents a ClientExtension. */
        class ClientExtension {

            /**
             * Constructs a new ClientExtension.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.ClientExtension.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientExtension transport. */
            transport: fleet.v1.ClientExtension.Transport;

            /** ClientExtension deployment_public_key. */
            deployment_public_key: string[];

            /** ClientExtension allow_unsigned_services. */
            allow_unsigned_services: boolean;

            /** ClientExtension outbox. */
            outbox?: (fleet.v1.ClientExtension.Outbox.$Properties|null);

            /** ClientExtension reconnect. */
            reconnect?: (fleet.v1.ClientExtension.Reconnect.$Properties|null);

            /** ClientExtension allow_override. */
            allow_override: boolean;

            /** ClientExtension signed_service. */
            signed_service: Uint8Array[];

            /** ClientExtension log. */
            log?: (fleet.v1.Log.$Properties|null);

            /**
             * Creates a new ClientExtension instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientExtension instance
             */
            static create(properties: fleet.v1.ClientExtension.$Shape): fleet.v1.ClientExtension & fleet.v1.ClientExtension.$Shape;
            static create(properties?: fleet.v1.ClientExtension.$Properties): fleet.v1.ClientExtension;

            /**
             * Encodes the specified ClientExtension message. Does not implicitly {@link fleet.v1.ClientExtension.verify|verify} messages.
             * @param message ClientExtension message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.ClientExtension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientExtension message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.ClientExtension & fleet.v1.ClientExtension.$Shape} ClientExtension
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ClientExtension & fleet.v1.ClientExtension.$Shape;
        }

        namespace ClientExtension {

            /** Properties of a ClientExtension. */
            interface $Properties {

                /** ClientExtension transport */
                transport?: (fleet.v1.ClientExtension.Transport|null);

                /** ClientExtension deployment_public_key */
                deployment_public_key?: (string[]|null);

                /** ClientExtension allow_unsigned_services */
                allow_unsigned_services?: (boolean|null);

                /** ClientExtension outbox */
                outbox?: (fleet.v1.ClientExtension.Outbox.$Properties|null);

                /** ClientExtension reconnect */
                reconnect?: (fleet.v1.ClientExtension.Reconnect.$Properties|null);

                /** ClientExtension allow_override */
                allow_override?: (boolean|null);

                /** ClientExtension signed_service */
                signed_service?: (Uint8Array[]|null);

                /** ClientExtension log */
                log?: (fleet.v1.Log.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientExtension. */
            type $Shape = fleet.v1.ClientExtension.$Properties;

            /** Transport enum. */
            enum Transport {

                /** AUTO value */
                AUTO = 0,

                /** WEBSOCKET value */
                WEBSOCKET = 1,

                /** STREAM value */
                STREAM = 2,

                /** LONG_POLL value */
                LONG_POLL = 3,

                /** POLL value */
                POLL = 4
            }

            /**
             * Properties of an Outbox.
             * @deprecated Use fleet.v1.ClientExtension.Outbox.$Properties instead.
             */
            interface IOutbox extends fleet.v1.ClientExtension.Outbox.$Properties {
            }

            /** Represents an Outbox. */
            class Outbox {

                /**
                 * Constructs a new Outbox.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ClientExtension.Outbox.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Outbox max_messages. */
                max_messages: Long;

                /** Outbox max_bytes. */
                max_bytes: Long;

                /** Outbox max_disk_percent. */
                max_disk_percent: number;

                /** Outbox durability. */
                durability: fleet.v1.ClientExtension.Outbox.Durability;

                /**
                 * Creates a new Outbox instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Outbox instance
                 */
                static create(properties: fleet.v1.ClientExtension.Outbox.$Shape): fleet.v1.ClientExtension.Outbox & fleet.v1.ClientExtension.Outbox.$Shape;
                static create(properties?: fleet.v1.ClientExtension.Outbox.$Properties): fleet.v1.ClientExtension.Outbox;

                /**
                 * Encodes the specified Outbox message. Does not implicitly {@link fleet.v1.ClientExtension.Outbox.verify|verify} messages.
                 * @param message Outbox message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ClientExtension.Outbox.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Outbox message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ClientExtension.Outbox & fleet.v1.ClientExtension.Outbox.$Shape} Outbox
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ClientExtension.Outbox & fleet.v1.ClientExtension.Outbox.$Shape;
            }

            namespace Outbox {

                /** Properties of an Outbox. */
                interface $Properties {

                    /** Outbox max_messages */
                    max_messages?: (Long|null);

                    /** Outbox max_bytes */
                    max_bytes?: (Long|null);

                    /** Outbox max_disk_percent */
                    max_disk_percent?: (number|null);

                    /** Outbox durability */
                    durability?: (fleet.v1.ClientExtension.Outbox.Durability|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Outbox. */
                type $Shape = fleet.v1.ClientExtension.Outbox.$Properties;

                /** Durability enum. */
                enum Durability {

                    /** NORMAL value */
                    NORMAL = 0,

                    /** OFF value */
                    OFF = 1
                }
            }

            /**
             * Properties of a Reconnect.
             * @deprecated Use fleet.v1.ClientExtension.Reconnect.$Properties instead.
             */
            interface IReconnect extends fleet.v1.ClientExtension.Reconnect.$Properties {
            }

            /** Represents a Reconnect. */
            class Reconnect {

                /**
                 * Constructs a new Reconnect.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleet.v1.ClientExtension.Reconnect.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Reconnect jitter. */
                jitter?: (google.protobuf.Duration.$Properties|null);

                /** Reconnect base. */
                base?: (google.protobuf.Duration.$Properties|null);

                /**
                 * Creates a new Reconnect instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Reconnect instance
                 */
                static create(properties: fleet.v1.ClientExtension.Reconnect.$Shape): fleet.v1.ClientExtension.Reconnect & fleet.v1.ClientExtension.Reconnect.$Shape;
                static create(properties?: fleet.v1.ClientExtension.Reconnect.$Properties): fleet.v1.ClientExtension.Reconnect;

                /**
                 * Encodes the specified Reconnect message. Does not implicitly {@link fleet.v1.ClientExtension.Reconnect.verify|verify} messages.
                 * @param message Reconnect message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleet.v1.ClientExtension.Reconnect.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Reconnect message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleet.v1.ClientExtension.Reconnect & fleet.v1.ClientExtension.Reconnect.$Shape} Reconnect
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ClientExtension.Reconnect & fleet.v1.ClientExtension.Reconnect.$Shape;
            }

            namespace Reconnect {

                /** Properties of a Reconnect. */
                interface $Properties {

                    /** Reconnect jitter */
                    jitter?: (google.protobuf.Duration.$Properties|null);

                    /** Reconnect base */
                    base?: (google.protobuf.Duration.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Reconnect. */
                type $Shape = fleet.v1.ClientExtension.Reconnect.$Properties;
            }
        }

        /**
         * Properties of a ConfiguratorExtension.
         * @deprecated Use fleet.v1.ConfiguratorExtension.$Properties instead.
         */
        interface IConfiguratorExtension extends fleet.v1.ConfiguratorExtension.$Properties {
        }

        /** Represents a ConfiguratorExtension. */
        class ConfiguratorExtension {

            /**
             * Constructs a new ConfiguratorExtension.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.ConfiguratorExtension.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConfiguratorExtension deployment_key_file. */
            deployment_key_file: string;

            /** ConfiguratorExtension deployment_public_key_file. */
            deployment_public_key_file: string;

            /** ConfiguratorExtension inline. */
            inline: boolean;

            /**
             * Creates a new ConfiguratorExtension instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConfiguratorExtension instance
             */
            static create(properties: fleet.v1.ConfiguratorExtension.$Shape): fleet.v1.ConfiguratorExtension & fleet.v1.ConfiguratorExtension.$Shape;
            static create(properties?: fleet.v1.ConfiguratorExtension.$Properties): fleet.v1.ConfiguratorExtension;

            /**
             * Encodes the specified ConfiguratorExtension message. Does not implicitly {@link fleet.v1.ConfiguratorExtension.verify|verify} messages.
             * @param message ConfiguratorExtension message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.ConfiguratorExtension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConfiguratorExtension message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.ConfiguratorExtension & fleet.v1.ConfiguratorExtension.$Shape} ConfiguratorExtension
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ConfiguratorExtension & fleet.v1.ConfiguratorExtension.$Shape;
        }

        namespace ConfiguratorExtension {

            /** Properties of a ConfiguratorExtension. */
            interface $Properties {

                /** ConfiguratorExtension deployment_key_file */
                deployment_key_file?: (string|null);

                /** ConfiguratorExtension deployment_public_key_file */
                deployment_public_key_file?: (string|null);

                /** ConfiguratorExtension inline */
                inline?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConfiguratorExtension. */
            type $Shape = fleet.v1.ConfiguratorExtension.$Properties;
        }

        /**
         * Properties of a ConfigBlock.
         * @deprecated Use fleet.v1.ConfigBlock.$Properties instead.
         */
        interface IConfigBlock extends fleet.v1.ConfigBlock.$Properties {
        }

        /** Represents a ConfigBlock. */
        class ConfigBlock {

            /**
             * Constructs a new ConfigBlock.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.ConfigBlock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConfigBlock client_config. */
            client_config: Uint8Array;

            /** ConfigBlock signature. */
            signature: Uint8Array;

            /**
             * Creates a new ConfigBlock instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConfigBlock instance
             */
            static create(properties: fleet.v1.ConfigBlock.$Shape): fleet.v1.ConfigBlock & fleet.v1.ConfigBlock.$Shape;
            static create(properties?: fleet.v1.ConfigBlock.$Properties): fleet.v1.ConfigBlock;

            /**
             * Encodes the specified ConfigBlock message. Does not implicitly {@link fleet.v1.ConfigBlock.verify|verify} messages.
             * @param message ConfigBlock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.ConfigBlock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConfigBlock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.ConfigBlock & fleet.v1.ConfigBlock.$Shape} ConfigBlock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.ConfigBlock & fleet.v1.ConfigBlock.$Shape;
        }

        namespace ConfigBlock {

            /** Properties of a ConfigBlock. */
            interface $Properties {

                /** ConfigBlock client_config */
                client_config?: (Uint8Array|null);

                /** ConfigBlock signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConfigBlock. */
            type $Shape = fleet.v1.ConfigBlock.$Properties;
        }

        /**
         * Properties of a DaemonExtension.
         * @deprecated Use fleet.v1.DaemonExtension.$Properties instead.
         */
        interface IDaemonExtension extends fleet.v1.DaemonExtension.$Properties {
        }

        /** Represents a DaemonExtension. */
        class DaemonExtension {

            /**
             * Constructs a new DaemonExtension.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.DaemonExtension.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DaemonExtension run_as. */
            run_as: string;

            /**
             * Creates a new DaemonExtension instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DaemonExtension instance
             */
            static create(properties: fleet.v1.DaemonExtension.$Shape): fleet.v1.DaemonExtension & fleet.v1.DaemonExtension.$Shape;
            static create(properties?: fleet.v1.DaemonExtension.$Properties): fleet.v1.DaemonExtension;

            /**
             * Encodes the specified DaemonExtension message. Does not implicitly {@link fleet.v1.DaemonExtension.verify|verify} messages.
             * @param message DaemonExtension message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.DaemonExtension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DaemonExtension message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.DaemonExtension & fleet.v1.DaemonExtension.$Shape} DaemonExtension
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.DaemonExtension & fleet.v1.DaemonExtension.$Shape;
        }

        namespace DaemonExtension {

            /** Properties of a DaemonExtension. */
            interface $Properties {

                /** DaemonExtension run_as */
                run_as?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DaemonExtension. */
            type $Shape = fleet.v1.DaemonExtension.$Properties;
        }

        /**
         * Properties of a MessageSaverConfig.
         * @deprecated Use fleet.v1.MessageSaverConfig.$Properties instead.
         */
        interface IMessageSaverConfig extends fleet.v1.MessageSaverConfig.$Properties {
        }

        /** Represents a MessageSaverConfig. */
        class MessageSaverConfig {

            /**
             * Constructs a new MessageSaverConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.MessageSaverConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MessageSaverConfig path. */
            path: string;

            /** MessageSaverConfig format. */
            format: fleet.v1.MessageSaverConfig.Format;

            /**
             * Creates a new MessageSaverConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MessageSaverConfig instance
             */
            static create(properties: fleet.v1.MessageSaverConfig.$Shape): fleet.v1.MessageSaverConfig & fleet.v1.MessageSaverConfig.$Shape;
            static create(properties?: fleet.v1.MessageSaverConfig.$Properties): fleet.v1.MessageSaverConfig;

            /**
             * Encodes the specified MessageSaverConfig message. Does not implicitly {@link fleet.v1.MessageSaverConfig.verify|verify} messages.
             * @param message MessageSaverConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.MessageSaverConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MessageSaverConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.MessageSaverConfig & fleet.v1.MessageSaverConfig.$Shape} MessageSaverConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.MessageSaverConfig & fleet.v1.MessageSaverConfig.$Shape;
        }

        namespace MessageSaverConfig {

            /** Properties of a MessageSaverConfig. */
            interface $Properties {

                /** MessageSaverConfig path */
                path?: (string|null);

                /** MessageSaverConfig format */
                format?: (fleet.v1.MessageSaverConfig.Format|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MessageSaverConfig. */
            type $Shape = fleet.v1.MessageSaverConfig.$Properties;

            /** Format enum. */
            enum Format {

                /** TEXT value */
                TEXT = 0,

                /** JSON value */
                JSON = 1
            }
        }

        /**
         * Properties of a WebhookConfig.
         * @deprecated Use fleet.v1.WebhookConfig.$Properties instead.
         */
        interface IWebhookConfig extends fleet.v1.WebhookConfig.$Properties {
        }

        /** Represents a WebhookConfig. */
        class WebhookConfig {

            /**
             * Constructs a new WebhookConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.WebhookConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WebhookConfig url. */
            url: string;

            /** WebhookConfig secret_file. */
            secret_file: string;

            /** WebhookConfig timeout. */
            timeout?: (google.protobuf.Duration.$Properties|null);

            /** WebhookConfig ca_file. */
            ca_file: string;

            /**
             * Creates a new WebhookConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WebhookConfig instance
             */
            static create(properties: fleet.v1.WebhookConfig.$Shape): fleet.v1.WebhookConfig & fleet.v1.WebhookConfig.$Shape;
            static create(properties?: fleet.v1.WebhookConfig.$Properties): fleet.v1.WebhookConfig;

            /**
             * Encodes the specified WebhookConfig message. Does not implicitly {@link fleet.v1.WebhookConfig.verify|verify} messages.
             * @param message WebhookConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.WebhookConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WebhookConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.WebhookConfig & fleet.v1.WebhookConfig.$Shape} WebhookConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.WebhookConfig & fleet.v1.WebhookConfig.$Shape;
        }

        namespace WebhookConfig {

            /** Properties of a WebhookConfig. */
            interface $Properties {

                /** WebhookConfig url */
                url?: (string|null);

                /** WebhookConfig secret_file */
                secret_file?: (string|null);

                /** WebhookConfig timeout */
                timeout?: (google.protobuf.Duration.$Properties|null);

                /** WebhookConfig ca_file */
                ca_file?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WebhookConfig. */
            type $Shape = fleet.v1.WebhookConfig.$Properties;
        }

        /**
         * Properties of a WatchMessagesRequest.
         * @deprecated Use fleet.v1.WatchMessagesRequest.$Properties instead.
         */
        interface IWatchMessagesRequest extends fleet.v1.WatchMessagesRequest.$Properties {
        }

        /** Represents a WatchMessagesRequest. */
        class WatchMessagesRequest {

            /**
             * Constructs a new WatchMessagesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleet.v1.WatchMessagesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchMessagesRequest service_name. */
            service_name: string;

            /** WatchMessagesRequest client_ids. */
            client_ids: Uint8Array[];

            /** WatchMessagesRequest in_reply_to. */
            in_reply_to: Uint8Array;

            /**
             * Creates a new WatchMessagesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchMessagesRequest instance
             */
            static create(properties: fleet.v1.WatchMessagesRequest.$Shape): fleet.v1.WatchMessagesRequest & fleet.v1.WatchMessagesRequest.$Shape;
            static create(properties?: fleet.v1.WatchMessagesRequest.$Properties): fleet.v1.WatchMessagesRequest;

            /**
             * Encodes the specified WatchMessagesRequest message. Does not implicitly {@link fleet.v1.WatchMessagesRequest.verify|verify} messages.
             * @param message WatchMessagesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleet.v1.WatchMessagesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchMessagesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleet.v1.WatchMessagesRequest & fleet.v1.WatchMessagesRequest.$Shape} WatchMessagesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleet.v1.WatchMessagesRequest & fleet.v1.WatchMessagesRequest.$Shape;
        }

        namespace WatchMessagesRequest {

            /** Properties of a WatchMessagesRequest. */
            interface $Properties {

                /** WatchMessagesRequest service_name */
                service_name?: (string|null);

                /** WatchMessagesRequest client_ids */
                client_ids?: (Uint8Array[]|null);

                /** WatchMessagesRequest in_reply_to */
                in_reply_to?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchMessagesRequest. */
            type $Shape = fleet.v1.WatchMessagesRequest.$Properties;
        }
    }
}

/** Namespace fleetspeak. */
export namespace fleetspeak {

    /** Namespace client. */
    namespace client {

        /** Namespace generic. */
        namespace generic {

            /**
             * Properties of a Config.
             * @deprecated Use fleetspeak.client.generic.Config.$Properties instead.
             */
            interface IConfig extends fleetspeak.client.generic.Config.$Properties {
            }

            /** Represents a Config. */
            class Config {

                /**
                 * Constructs a new Config.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleetspeak.client.generic.Config.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Config trusted_certs. */
                trusted_certs: string;

                /** Config server. */
                server: string[];

                /** Config client_label. */
                client_label: string[];

                /** Config filesystem_handler. */
                filesystem_handler?: (fleetspeak.client.generic.FilesystemHandler.$Properties|null);

                /** Config registry_handler. */
                registry_handler?: (fleetspeak.client.generic.RegistryHandler.$Properties|null);

                /** Config streaming. */
                streaming: boolean;

                /** Config proxy. */
                proxy: string;

                /** Config client_certificate_header. */
                client_certificate_header: string;

                /** Config server_name. */
                server_name: string;

                /** Config fleet. */
                fleet?: (fleet.v1.ClientExtension.$Properties|null);

                /** Config persistence_handler. */
                persistence_handler?: ("filesystem_handler"|"registry_handler");

                /**
                 * Creates a new Config instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Config instance
                 */
                static create(properties: fleetspeak.client.generic.Config.$Shape): fleetspeak.client.generic.Config & fleetspeak.client.generic.Config.$Shape;
                static create(properties?: fleetspeak.client.generic.Config.$Properties): fleetspeak.client.generic.Config;

                /**
                 * Encodes the specified Config message. Does not implicitly {@link fleetspeak.client.generic.Config.verify|verify} messages.
                 * @param message Config message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleetspeak.client.generic.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Config message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleetspeak.client.generic.Config & fleetspeak.client.generic.Config.$Shape} Config
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.generic.Config & fleetspeak.client.generic.Config.$Shape;
            }

            namespace Config {

                /** Properties of a Config. */
                interface $Properties {

                    /** Config trusted_certs */
                    trusted_certs?: (string|null);

                    /** Config server */
                    server?: (string[]|null);

                    /** Config client_label */
                    client_label?: (string[]|null);

                    /** Config filesystem_handler */
                    filesystem_handler?: (fleetspeak.client.generic.FilesystemHandler.$Properties|null);

                    /** Config registry_handler */
                    registry_handler?: (fleetspeak.client.generic.RegistryHandler.$Properties|null);

                    /** Config streaming */
                    streaming?: (boolean|null);

                    /** Config proxy */
                    proxy?: (string|null);

                    /** Config client_certificate_header */
                    client_certificate_header?: (string|null);

                    /** Config server_name */
                    server_name?: (string|null);

                    /** Config fleet */
                    fleet?: (fleet.v1.ClientExtension.$Properties|null);

                    /** Config persistence_handler */
                    persistence_handler?: ("filesystem_handler"|"registry_handler");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Config. */
                type $Shape = {
                  trusted_certs?: string|null;
                  server?: string[]|null;
                  client_label?: string[]|null;
                  filesystem_handler?: fleetspeak.client.generic.FilesystemHandler.$Shape|null;
                  registry_handler?: fleetspeak.client.generic.RegistryHandler.$Shape|null;
                  streaming?: boolean|null;
                  proxy?: string|null;
                  client_certificate_header?: string|null;
                  server_name?: string|null;
                  fleet?: fleet.v1.ClientExtension.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ persistence_handler?: undefined; filesystem_handler?: null; registry_handler?: null }|{ persistence_handler?: "filesystem_handler"; filesystem_handler: fleetspeak.client.generic.FilesystemHandler.$Shape; registry_handler?: null }|{ persistence_handler?: "registry_handler"; filesystem_handler?: null; registry_handler: fleetspeak.client.generic.RegistryHandler.$Shape })
                );
            }

            /**
             * Properties of a FilesystemHandler.
             * @deprecated Use fleetspeak.client.generic.FilesystemHandler.$Properties instead.
             */
            interface IFilesystemHandler extends fleetspeak.client.generic.FilesystemHandler.$Properties {
            }

            /** Represents a FilesystemHandler. */
            class FilesystemHandler {

                /**
                 * Constructs a new FilesystemHandler.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleetspeak.client.generic.FilesystemHandler.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FilesystemHandler configuration_directory. */
                configuration_directory: string;

                /** FilesystemHandler state_file. */
                state_file: string;

                /**
                 * Creates a new FilesystemHandler instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FilesystemHandler instance
                 */
                static create(properties: fleetspeak.client.generic.FilesystemHandler.$Shape): fleetspeak.client.generic.FilesystemHandler & fleetspeak.client.generic.FilesystemHandler.$Shape;
                static create(properties?: fleetspeak.client.generic.FilesystemHandler.$Properties): fleetspeak.client.generic.FilesystemHandler;

                /**
                 * Encodes the specified FilesystemHandler message. Does not implicitly {@link fleetspeak.client.generic.FilesystemHandler.verify|verify} messages.
                 * @param message FilesystemHandler message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleetspeak.client.generic.FilesystemHandler.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FilesystemHandler message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleetspeak.client.generic.FilesystemHandler & fleetspeak.client.generic.FilesystemHandler.$Shape} FilesystemHandler
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.generic.FilesystemHandler & fleetspeak.client.generic.FilesystemHandler.$Shape;
            }

            namespace FilesystemHandler {

                /** Properties of a FilesystemHandler. */
                interface $Properties {

                    /** FilesystemHandler configuration_directory */
                    configuration_directory?: (string|null);

                    /** FilesystemHandler state_file */
                    state_file?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FilesystemHandler. */
                type $Shape = fleetspeak.client.generic.FilesystemHandler.$Properties;
            }

            /**
             * Properties of a RegistryHandler.
             * @deprecated Use fleetspeak.client.generic.RegistryHandler.$Properties instead.
             */
            interface IRegistryHandler extends fleetspeak.client.generic.RegistryHandler.$Properties {
            }

            /** Represents a RegistryHandler. */
            class RegistryHandler {

                /**
                 * Constructs a new RegistryHandler.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleetspeak.client.generic.RegistryHandler.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RegistryHandler configuration_key. */
                configuration_key: string;

                /**
                 * Creates a new RegistryHandler instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RegistryHandler instance
                 */
                static create(properties: fleetspeak.client.generic.RegistryHandler.$Shape): fleetspeak.client.generic.RegistryHandler & fleetspeak.client.generic.RegistryHandler.$Shape;
                static create(properties?: fleetspeak.client.generic.RegistryHandler.$Properties): fleetspeak.client.generic.RegistryHandler;

                /**
                 * Encodes the specified RegistryHandler message. Does not implicitly {@link fleetspeak.client.generic.RegistryHandler.verify|verify} messages.
                 * @param message RegistryHandler message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleetspeak.client.generic.RegistryHandler.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegistryHandler message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleetspeak.client.generic.RegistryHandler & fleetspeak.client.generic.RegistryHandler.$Shape} RegistryHandler
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.generic.RegistryHandler & fleetspeak.client.generic.RegistryHandler.$Shape;
            }

            namespace RegistryHandler {

                /** Properties of a RegistryHandler. */
                interface $Properties {

                    /** RegistryHandler configuration_key */
                    configuration_key?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RegistryHandler. */
                type $Shape = fleetspeak.client.generic.RegistryHandler.$Properties;
            }
        }

        /**
         * Properties of a CommunicatorConfig.
         * @deprecated Use fleetspeak.client.CommunicatorConfig.$Properties instead.
         */
        interface ICommunicatorConfig extends fleetspeak.client.CommunicatorConfig.$Properties {
        }

        /** Represents a CommunicatorConfig. */
        class CommunicatorConfig {

            /**
             * Constructs a new CommunicatorConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.client.CommunicatorConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommunicatorConfig max_poll_delay_seconds. */
            max_poll_delay_seconds: number;

            /** CommunicatorConfig max_buffer_delay_seconds. */
            max_buffer_delay_seconds: number;

            /** CommunicatorConfig min_failure_delay_seconds. */
            min_failure_delay_seconds: number;

            /** CommunicatorConfig failure_suicide_time_seconds. */
            failure_suicide_time_seconds: number;

            /** CommunicatorConfig compression. */
            compression: fleetspeak.CompressionAlgorithm;

            /** CommunicatorConfig prefer_http2. */
            prefer_http2: boolean;

            /**
             * Creates a new CommunicatorConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CommunicatorConfig instance
             */
            static create(properties: fleetspeak.client.CommunicatorConfig.$Shape): fleetspeak.client.CommunicatorConfig & fleetspeak.client.CommunicatorConfig.$Shape;
            static create(properties?: fleetspeak.client.CommunicatorConfig.$Properties): fleetspeak.client.CommunicatorConfig;

            /**
             * Encodes the specified CommunicatorConfig message. Does not implicitly {@link fleetspeak.client.CommunicatorConfig.verify|verify} messages.
             * @param message CommunicatorConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.client.CommunicatorConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommunicatorConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.client.CommunicatorConfig & fleetspeak.client.CommunicatorConfig.$Shape} CommunicatorConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.CommunicatorConfig & fleetspeak.client.CommunicatorConfig.$Shape;
        }

        namespace CommunicatorConfig {

            /** Properties of a CommunicatorConfig. */
            interface $Properties {

                /** CommunicatorConfig max_poll_delay_seconds */
                max_poll_delay_seconds?: (number|null);

                /** CommunicatorConfig max_buffer_delay_seconds */
                max_buffer_delay_seconds?: (number|null);

                /** CommunicatorConfig min_failure_delay_seconds */
                min_failure_delay_seconds?: (number|null);

                /** CommunicatorConfig failure_suicide_time_seconds */
                failure_suicide_time_seconds?: (number|null);

                /** CommunicatorConfig compression */
                compression?: (fleetspeak.CompressionAlgorithm|null);

                /** CommunicatorConfig prefer_http2 */
                prefer_http2?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommunicatorConfig. */
            type $Shape = fleetspeak.client.CommunicatorConfig.$Properties;
        }

        /**
         * Properties of a ClientState.
         * @deprecated Use fleetspeak.client.ClientState.$Properties instead.
         */
        interface IClientState extends fleetspeak.client.ClientState.$Properties {
        }

        /** Represents a ClientState. */
        class ClientState {

            /**
             * Constructs a new ClientState.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.client.ClientState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientState client_key. */
            client_key: Uint8Array;

            /** ClientState sequencing_nonce. */
            sequencing_nonce: Long;

            /** ClientState revoked_cert_serials. */
            revoked_cert_serials: Uint8Array[];

            /**
             * Creates a new ClientState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientState instance
             */
            static create(properties: fleetspeak.client.ClientState.$Shape): fleetspeak.client.ClientState & fleetspeak.client.ClientState.$Shape;
            static create(properties?: fleetspeak.client.ClientState.$Properties): fleetspeak.client.ClientState;

            /**
             * Encodes the specified ClientState message. Does not implicitly {@link fleetspeak.client.ClientState.verify|verify} messages.
             * @param message ClientState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.client.ClientState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.client.ClientState & fleetspeak.client.ClientState.$Shape} ClientState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.ClientState & fleetspeak.client.ClientState.$Shape;
        }

        namespace ClientState {

            /** Properties of a ClientState. */
            interface $Properties {

                /** ClientState client_key */
                client_key?: (Uint8Array|null);

                /** ClientState sequencing_nonce */
                sequencing_nonce?: (Long|null);

                /** ClientState revoked_cert_serials */
                revoked_cert_serials?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientState. */
            type $Shape = fleetspeak.client.ClientState.$Properties;
        }

        /**
         * Properties of a ByteBlob.
         * @deprecated Use fleetspeak.client.ByteBlob.$Properties instead.
         */
        interface IByteBlob extends fleetspeak.client.ByteBlob.$Properties {
        }

        /** Represents a ByteBlob. */
        class ByteBlob {

            /**
             * Constructs a new ByteBlob.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.client.ByteBlob.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ByteBlob data. */
            data: Uint8Array;

            /**
             * Creates a new ByteBlob instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ByteBlob instance
             */
            static create(properties: fleetspeak.client.ByteBlob.$Shape): fleetspeak.client.ByteBlob & fleetspeak.client.ByteBlob.$Shape;
            static create(properties?: fleetspeak.client.ByteBlob.$Properties): fleetspeak.client.ByteBlob;

            /**
             * Encodes the specified ByteBlob message. Does not implicitly {@link fleetspeak.client.ByteBlob.verify|verify} messages.
             * @param message ByteBlob message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.client.ByteBlob.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ByteBlob message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.client.ByteBlob & fleetspeak.client.ByteBlob.$Shape} ByteBlob
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.ByteBlob & fleetspeak.client.ByteBlob.$Shape;
        }

        namespace ByteBlob {

            /** Properties of a ByteBlob. */
            interface $Properties {

                /** ByteBlob data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ByteBlob. */
            type $Shape = fleetspeak.client.ByteBlob.$Properties;
        }

        /**
         * Properties of a APIMessage.
         * @deprecated Use fleetspeak.client.APIMessage.$Properties instead.
         */
        interface IAPIMessage extends fleetspeak.client.APIMessage.$Properties {
        }

        /** Represents a APIMessage. */
        class APIMessage {

            /**
             * Constructs a new APIMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.client.APIMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** APIMessage type. */
            type: string;

            /** APIMessage data. */
            data?: (google.protobuf.Any.$Properties|null);

            /**
             * Creates a new APIMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns APIMessage instance
             */
            static create(properties: fleetspeak.client.APIMessage.$Shape): fleetspeak.client.APIMessage & fleetspeak.client.APIMessage.$Shape;
            static create(properties?: fleetspeak.client.APIMessage.$Properties): fleetspeak.client.APIMessage;

            /**
             * Encodes the specified APIMessage message. Does not implicitly {@link fleetspeak.client.APIMessage.verify|verify} messages.
             * @param message APIMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.client.APIMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a APIMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.client.APIMessage & fleetspeak.client.APIMessage.$Shape} APIMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.client.APIMessage & fleetspeak.client.APIMessage.$Shape;
        }

        namespace APIMessage {

            /** Properties of a APIMessage. */
            interface $Properties {

                /** APIMessage type */
                type?: (string|null);

                /** APIMessage data */
                data?: (google.protobuf.Any.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a APIMessage. */
            type $Shape = fleetspeak.client.APIMessage.$Properties;
        }
    }

    /**
     * Properties of an Address.
     * @deprecated Use fleetspeak.Address.$Properties instead.
     */
    interface IAddress extends fleetspeak.Address.$Properties {
    }

    /** Represents an Address. */
    class Address {

        /**
         * Constructs a new Address.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.Address.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Address client_id. */
        client_id: Uint8Array;

        /** Address service_name. */
        service_name: string;

        /**
         * Creates a new Address instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Address instance
         */
        static create(properties: fleetspeak.Address.$Shape): fleetspeak.Address & fleetspeak.Address.$Shape;
        static create(properties?: fleetspeak.Address.$Properties): fleetspeak.Address;

        /**
         * Encodes the specified Address message. Does not implicitly {@link fleetspeak.Address.verify|verify} messages.
         * @param message Address message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.Address.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Address message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.Address & fleetspeak.Address.$Shape} Address
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Address & fleetspeak.Address.$Shape;
    }

    namespace Address {

        /** Properties of an Address. */
        interface $Properties {

            /** Address client_id */
            client_id?: (Uint8Array|null);

            /** Address service_name */
            service_name?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Address. */
        type $Shape = fleetspeak.Address.$Properties;
    }

    /**
     * Properties of a ValidationInfo.
     * @deprecated Use fleetspeak.ValidationInfo.$Properties instead.
     */
    interface IValidationInfo extends fleetspeak.ValidationInfo.$Properties {
    }

    /** Represents a ValidationInfo. */
    class ValidationInfo {

        /**
         * Constructs a new ValidationInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.ValidationInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidationInfo tags. */
        tags: { [k: string]: string };

        /**
         * Creates a new ValidationInfo instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ValidationInfo instance
         */
        static create(properties: fleetspeak.ValidationInfo.$Shape): fleetspeak.ValidationInfo & fleetspeak.ValidationInfo.$Shape;
        static create(properties?: fleetspeak.ValidationInfo.$Properties): fleetspeak.ValidationInfo;

        /**
         * Encodes the specified ValidationInfo message. Does not implicitly {@link fleetspeak.ValidationInfo.verify|verify} messages.
         * @param message ValidationInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.ValidationInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidationInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.ValidationInfo & fleetspeak.ValidationInfo.$Shape} ValidationInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ValidationInfo & fleetspeak.ValidationInfo.$Shape;
    }

    namespace ValidationInfo {

        /** Properties of a ValidationInfo. */
        interface $Properties {

            /** ValidationInfo tags */
            tags?: ({ [k: string]: string }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidationInfo. */
        type $Shape = fleetspeak.ValidationInfo.$Properties;
    }

    /**
     * Properties of a Message.
     * @deprecated Use fleetspeak.Message.$Properties instead.
     */
    interface IMessage extends fleetspeak.Message.$Properties {
    }

    /** Represents a Message. */
    class Message {

        /**
         * Constructs a new Message.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.Message.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Message message_id. */
        message_id: Uint8Array;

        /** Message source. */
        source?: (fleetspeak.Address.$Properties|null);

        /** Message source_message_id. */
        source_message_id: Uint8Array;

        /** Message destination. */
        destination?: (fleetspeak.Address.$Properties|null);

        /** Message message_type. */
        message_type: string;

        /** Message creation_time. */
        creation_time?: (google.protobuf.Timestamp.$Properties|null);

        /** Message data. */
        data?: (google.protobuf.Any.$Properties|null);

        /** Message validation_info. */
        validation_info?: (fleetspeak.ValidationInfo.$Properties|null);

        /** Message result. */
        result?: (fleetspeak.MessageResult.$Properties|null);

        /** Message priority. */
        priority: fleetspeak.Message.Priority;

        /** Message background. */
        background: boolean;

        /** Message annotations. */
        annotations?: (fleetspeak.Annotations.$Properties|null);

        /** Message is_blocklisted_source. */
        is_blocklisted_source: boolean;

        /**
         * Creates a new Message instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Message instance
         */
        static create(properties: fleetspeak.Message.$Shape): fleetspeak.Message & fleetspeak.Message.$Shape;
        static create(properties?: fleetspeak.Message.$Properties): fleetspeak.Message;

        /**
         * Encodes the specified Message message. Does not implicitly {@link fleetspeak.Message.verify|verify} messages.
         * @param message Message message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Message message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.Message & fleetspeak.Message.$Shape} Message
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Message & fleetspeak.Message.$Shape;
    }

    namespace Message {

        /** Properties of a Message. */
        interface $Properties {

            /** Message message_id */
            message_id?: (Uint8Array|null);

            /** Message source */
            source?: (fleetspeak.Address.$Properties|null);

            /** Message source_message_id */
            source_message_id?: (Uint8Array|null);

            /** Message destination */
            destination?: (fleetspeak.Address.$Properties|null);

            /** Message message_type */
            message_type?: (string|null);

            /** Message creation_time */
            creation_time?: (google.protobuf.Timestamp.$Properties|null);

            /** Message data */
            data?: (google.protobuf.Any.$Properties|null);

            /** Message validation_info */
            validation_info?: (fleetspeak.ValidationInfo.$Properties|null);

            /** Message result */
            result?: (fleetspeak.MessageResult.$Properties|null);

            /** Message priority */
            priority?: (fleetspeak.Message.Priority|null);

            /** Message background */
            background?: (boolean|null);

            /** Message annotations */
            annotations?: (fleetspeak.Annotations.$Properties|null);

            /** Message is_blocklisted_source */
            is_blocklisted_source?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Message. */
        type $Shape = fleetspeak.Message.$Properties;

        /** Priority enum. */
        enum Priority {

            /** MEDIUM value */
            MEDIUM = 0,

            /** LOW value */
            LOW = 1,

            /** HIGH value */
            HIGH = 2
        }
    }

    /**
     * Properties of a MessageResult.
     * @deprecated Use fleetspeak.MessageResult.$Properties instead.
     */
    interface IMessageResult extends fleetspeak.MessageResult.$Properties {
    }

    /** Represents a MessageResult. */
    class MessageResult {

        /**
         * Constructs a new MessageResult.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.MessageResult.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MessageResult processed_time. */
        processed_time?: (google.protobuf.Timestamp.$Properties|null);

        /** MessageResult failed. */
        failed: boolean;

        /** MessageResult failed_reason. */
        failed_reason: string;

        /**
         * Creates a new MessageResult instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MessageResult instance
         */
        static create(properties: fleetspeak.MessageResult.$Shape): fleetspeak.MessageResult & fleetspeak.MessageResult.$Shape;
        static create(properties?: fleetspeak.MessageResult.$Properties): fleetspeak.MessageResult;

        /**
         * Encodes the specified MessageResult message. Does not implicitly {@link fleetspeak.MessageResult.verify|verify} messages.
         * @param message MessageResult message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.MessageResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MessageResult message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.MessageResult & fleetspeak.MessageResult.$Shape} MessageResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.MessageResult & fleetspeak.MessageResult.$Shape;
    }

    namespace MessageResult {

        /** Properties of a MessageResult. */
        interface $Properties {

            /** MessageResult processed_time */
            processed_time?: (google.protobuf.Timestamp.$Properties|null);

            /** MessageResult failed */
            failed?: (boolean|null);

            /** MessageResult failed_reason */
            failed_reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MessageResult. */
        type $Shape = fleetspeak.MessageResult.$Properties;
    }

    /**
     * Properties of an Annotations.
     * @deprecated Use fleetspeak.Annotations.$Properties instead.
     */
    interface IAnnotations extends fleetspeak.Annotations.$Properties {
    }

    /** Represents an Annotations. */
    class Annotations {

        /**
         * Constructs a new Annotations.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.Annotations.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Annotations entries. */
        entries: fleetspeak.Annotations.Entry.$Properties[];

        /**
         * Creates a new Annotations instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Annotations instance
         */
        static create(properties: fleetspeak.Annotations.$Shape): fleetspeak.Annotations & fleetspeak.Annotations.$Shape;
        static create(properties?: fleetspeak.Annotations.$Properties): fleetspeak.Annotations;

        /**
         * Encodes the specified Annotations message. Does not implicitly {@link fleetspeak.Annotations.verify|verify} messages.
         * @param message Annotations message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.Annotations.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Annotations message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.Annotations & fleetspeak.Annotations.$Shape} Annotations
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Annotations & fleetspeak.Annotations.$Shape;
    }

    namespace Annotations {

        /** Properties of an Annotations. */
        interface $Properties {

            /** Annotations entries */
            entries?: (fleetspeak.Annotations.Entry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Annotations. */
        type $Shape = fleetspeak.Annotations.$Properties;

        /**
         * Properties of an Entry.
         * @deprecated Use fleetspeak.Annotations.Entry.$Properties instead.
         */
        interface IEntry extends fleetspeak.Annotations.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.Annotations.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry key. */
            key: string;

            /** Entry value. */
            value: string;

            /**
             * Creates a new Entry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Entry instance
             */
            static create(properties: fleetspeak.Annotations.Entry.$Shape): fleetspeak.Annotations.Entry & fleetspeak.Annotations.Entry.$Shape;
            static create(properties?: fleetspeak.Annotations.Entry.$Properties): fleetspeak.Annotations.Entry;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link fleetspeak.Annotations.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.Annotations.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.Annotations.Entry & fleetspeak.Annotations.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Annotations.Entry & fleetspeak.Annotations.Entry.$Shape;
        }

        namespace Entry {

            /** Properties of an Entry. */
            interface $Properties {

                /** Entry key */
                key?: (string|null);

                /** Entry value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entry. */
            type $Shape = fleetspeak.Annotations.Entry.$Properties;
        }
    }

    /**
     * Properties of a Label.
     * @deprecated Use fleetspeak.Label.$Properties instead.
     */
    interface ILabel extends fleetspeak.Label.$Properties {
    }

    /** Represents a Label. */
    class Label {

        /**
         * Constructs a new Label.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.Label.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Label service_name. */
        service_name: string;

        /** Label label. */
        label: string;

        /**
         * Creates a new Label instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Label instance
         */
        static create(properties: fleetspeak.Label.$Shape): fleetspeak.Label & fleetspeak.Label.$Shape;
        static create(properties?: fleetspeak.Label.$Properties): fleetspeak.Label;

        /**
         * Encodes the specified Label message. Does not implicitly {@link fleetspeak.Label.verify|verify} messages.
         * @param message Label message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.Label.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Label message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.Label & fleetspeak.Label.$Shape} Label
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Label & fleetspeak.Label.$Shape;
    }

    namespace Label {

        /** Properties of a Label. */
        interface $Properties {

            /** Label service_name */
            service_name?: (string|null);

            /** Label label */
            label?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Label. */
        type $Shape = fleetspeak.Label.$Properties;
    }

    /**
     * Properties of a Signature.
     * @deprecated Use fleetspeak.Signature.$Properties instead.
     */
    interface ISignature extends fleetspeak.Signature.$Properties {
    }

    /** Represents a Signature. */
    class Signature {

        /**
         * Constructs a new Signature.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.Signature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Signature certificate. */
        certificate: Uint8Array[];

        /** Signature algorithm. */
        algorithm: number;

        /** Signature signature. */
        signature: Uint8Array;

        /**
         * Creates a new Signature instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Signature instance
         */
        static create(properties: fleetspeak.Signature.$Shape): fleetspeak.Signature & fleetspeak.Signature.$Shape;
        static create(properties?: fleetspeak.Signature.$Properties): fleetspeak.Signature;

        /**
         * Encodes the specified Signature message. Does not implicitly {@link fleetspeak.Signature.verify|verify} messages.
         * @param message Signature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.Signature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Signature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.Signature & fleetspeak.Signature.$Shape} Signature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.Signature & fleetspeak.Signature.$Shape;
    }

    namespace Signature {

        /** Properties of a Signature. */
        interface $Properties {

            /** Signature certificate */
            certificate?: (Uint8Array[]|null);

            /** Signature algorithm */
            algorithm?: (number|null);

            /** Signature signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Signature. */
        type $Shape = fleetspeak.Signature.$Properties;
    }

    /**
     * Properties of a WrappedContactData.
     * @deprecated Use fleetspeak.WrappedContactData.$Properties instead.
     */
    interface IWrappedContactData extends fleetspeak.WrappedContactData.$Properties {
    }

    /** Represents a WrappedContactData. */
    class WrappedContactData {

        /**
         * Constructs a new WrappedContactData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.WrappedContactData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WrappedContactData contact_data. */
        contact_data: Uint8Array;

        /** WrappedContactData signatures. */
        signatures: fleetspeak.Signature.$Properties[];

        /** WrappedContactData client_labels. */
        client_labels: string[];

        /**
         * Creates a new WrappedContactData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns WrappedContactData instance
         */
        static create(properties: fleetspeak.WrappedContactData.$Shape): fleetspeak.WrappedContactData & fleetspeak.WrappedContactData.$Shape;
        static create(properties?: fleetspeak.WrappedContactData.$Properties): fleetspeak.WrappedContactData;

        /**
         * Encodes the specified WrappedContactData message. Does not implicitly {@link fleetspeak.WrappedContactData.verify|verify} messages.
         * @param message WrappedContactData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.WrappedContactData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WrappedContactData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.WrappedContactData & fleetspeak.WrappedContactData.$Shape} WrappedContactData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.WrappedContactData & fleetspeak.WrappedContactData.$Shape;
    }

    namespace WrappedContactData {

        /** Properties of a WrappedContactData. */
        interface $Properties {

            /** WrappedContactData contact_data */
            contact_data?: (Uint8Array|null);

            /** WrappedContactData signatures */
            signatures?: (fleetspeak.Signature.$Properties[]|null);

            /** WrappedContactData client_labels */
            client_labels?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WrappedContactData. */
        type $Shape = fleetspeak.WrappedContactData.$Properties;
    }

    /**
     * Properties of a ContactData.
     * @deprecated Use fleetspeak.ContactData.$Properties instead.
     */
    interface IContactData extends fleetspeak.ContactData.$Properties {
    }

    /** Represents a ContactData. */
    class ContactData {

        /**
         * Constructs a new ContactData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.ContactData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ContactData sequencing_nonce. */
        sequencing_nonce: Long;

        /** ContactData messages. */
        messages: fleetspeak.Message.$Properties[];

        /** ContactData client_clock. */
        client_clock?: (google.protobuf.Timestamp.$Properties|null);

        /** ContactData ack_index. */
        ack_index: Long;

        /** ContactData done_sending. */
        done_sending: boolean;

        /** ContactData AllowedMessages. */
        AllowedMessages: { [k: string]: Long };

        /**
         * Creates a new ContactData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ContactData instance
         */
        static create(properties: fleetspeak.ContactData.$Shape): fleetspeak.ContactData & fleetspeak.ContactData.$Shape;
        static create(properties?: fleetspeak.ContactData.$Properties): fleetspeak.ContactData;

        /**
         * Encodes the specified ContactData message. Does not implicitly {@link fleetspeak.ContactData.verify|verify} messages.
         * @param message ContactData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.ContactData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ContactData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.ContactData & fleetspeak.ContactData.$Shape} ContactData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ContactData & fleetspeak.ContactData.$Shape;
    }

    namespace ContactData {

        /** Properties of a ContactData. */
        interface $Properties {

            /** ContactData sequencing_nonce */
            sequencing_nonce?: (Long|null);

            /** ContactData messages */
            messages?: (fleetspeak.Message.$Properties[]|null);

            /** ContactData client_clock */
            client_clock?: (google.protobuf.Timestamp.$Properties|null);

            /** ContactData ack_index */
            ack_index?: (Long|null);

            /** ContactData done_sending */
            done_sending?: (boolean|null);

            /** ContactData AllowedMessages */
            AllowedMessages?: ({ [k: string]: Long }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ContactData. */
        type $Shape = fleetspeak.ContactData.$Properties;
    }

    /**
     * Properties of an EmptyMessage.
     * @deprecated Use fleetspeak.EmptyMessage.$Properties instead.
     */
    interface IEmptyMessage extends fleetspeak.EmptyMessage.$Properties {
    }

    /** Represents an EmptyMessage. */
    class EmptyMessage {

        /**
         * Constructs a new EmptyMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.EmptyMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new EmptyMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EmptyMessage instance
         */
        static create(properties: fleetspeak.EmptyMessage.$Shape): fleetspeak.EmptyMessage & fleetspeak.EmptyMessage.$Shape;
        static create(properties?: fleetspeak.EmptyMessage.$Properties): fleetspeak.EmptyMessage;

        /**
         * Encodes the specified EmptyMessage message. Does not implicitly {@link fleetspeak.EmptyMessage.verify|verify} messages.
         * @param message EmptyMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.EmptyMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EmptyMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.EmptyMessage & fleetspeak.EmptyMessage.$Shape} EmptyMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.EmptyMessage & fleetspeak.EmptyMessage.$Shape;
    }

    namespace EmptyMessage {

        /** Properties of an EmptyMessage. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EmptyMessage. */
        type $Shape = fleetspeak.EmptyMessage.$Properties;
    }

    /** CompressionAlgorithm enum. */
    enum CompressionAlgorithm {

        /** COMPRESSION_NONE value */
        COMPRESSION_NONE = 0,

        /** COMPRESSION_DEFLATE value */
        COMPRESSION_DEFLATE = 1
    }

    /** Namespace server. */
    namespace server {

        /**
         * Properties of a CreateBroadcastRequest.
         * @deprecated Use fleetspeak.server.CreateBroadcastRequest.$Properties instead.
         */
        interface ICreateBroadcastRequest extends fleetspeak.server.CreateBroadcastRequest.$Properties {
        }

        /** Represents a CreateBroadcastRequest. */
        class CreateBroadcastRequest {

            /**
             * Constructs a new CreateBroadcastRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.CreateBroadcastRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateBroadcastRequest broadcast. */
            broadcast?: (fleetspeak.server.Broadcast.$Properties|null);

            /** CreateBroadcastRequest limit. */
            limit: Long;

            /**
             * Creates a new CreateBroadcastRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateBroadcastRequest instance
             */
            static create(properties: fleetspeak.server.CreateBroadcastRequest.$Shape): fleetspeak.server.CreateBroadcastRequest & fleetspeak.server.CreateBroadcastRequest.$Shape;
            static create(properties?: fleetspeak.server.CreateBroadcastRequest.$Properties): fleetspeak.server.CreateBroadcastRequest;

            /**
             * Encodes the specified CreateBroadcastRequest message. Does not implicitly {@link fleetspeak.server.CreateBroadcastRequest.verify|verify} messages.
             * @param message CreateBroadcastRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.CreateBroadcastRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateBroadcastRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.CreateBroadcastRequest & fleetspeak.server.CreateBroadcastRequest.$Shape} CreateBroadcastRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.CreateBroadcastRequest & fleetspeak.server.CreateBroadcastRequest.$Shape;
        }

        namespace CreateBroadcastRequest {

            /** Properties of a CreateBroadcastRequest. */
            interface $Properties {

                /** CreateBroadcastRequest broadcast */
                broadcast?: (fleetspeak.server.Broadcast.$Properties|null);

                /** CreateBroadcastRequest limit */
                limit?: (Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateBroadcastRequest. */
            type $Shape = fleetspeak.server.CreateBroadcastRequest.$Properties;
        }

        /**
         * Properties of a ListActiveBroadcastsRequest.
         * @deprecated Use fleetspeak.server.ListActiveBroadcastsRequest.$Properties instead.
         */
        interface IListActiveBroadcastsRequest extends fleetspeak.server.ListActiveBroadcastsRequest.$Properties {
        }

        /** Represents a ListActiveBroadcastsRequest. */
        class ListActiveBroadcastsRequest {

            /**
             * Constructs a new ListActiveBroadcastsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListActiveBroadcastsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListActiveBroadcastsRequest service_name. */
            service_name: string;

            /**
             * Creates a new ListActiveBroadcastsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListActiveBroadcastsRequest instance
             */
            static create(properties: fleetspeak.server.ListActiveBroadcastsRequest.$Shape): fleetspeak.server.ListActiveBroadcastsRequest & fleetspeak.server.ListActiveBroadcastsRequest.$Shape;
            static create(properties?: fleetspeak.server.ListActiveBroadcastsRequest.$Properties): fleetspeak.server.ListActiveBroadcastsRequest;

            /**
             * Encodes the specified ListActiveBroadcastsRequest message. Does not implicitly {@link fleetspeak.server.ListActiveBroadcastsRequest.verify|verify} messages.
             * @param message ListActiveBroadcastsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListActiveBroadcastsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListActiveBroadcastsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListActiveBroadcastsRequest & fleetspeak.server.ListActiveBroadcastsRequest.$Shape} ListActiveBroadcastsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListActiveBroadcastsRequest & fleetspeak.server.ListActiveBroadcastsRequest.$Shape;
        }

        namespace ListActiveBroadcastsRequest {

            /** Properties of a ListActiveBroadcastsRequest. */
            interface $Properties {

                /** ListActiveBroadcastsRequest service_name */
                service_name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListActiveBroadcastsRequest. */
            type $Shape = fleetspeak.server.ListActiveBroadcastsRequest.$Properties;
        }

        /**
         * Properties of a ListActiveBroadcastsResponse.
         * @deprecated Use fleetspeak.server.ListActiveBroadcastsResponse.$Properties instead.
         */
        interface IListActiveBroadcastsResponse extends fleetspeak.server.ListActiveBroadcastsResponse.$Properties {
        }

        /** Represents a ListActiveBroadcastsResponse. */
        class ListActiveBroadcastsResponse {

            /**
             * Constructs a new ListActiveBroadcastsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListActiveBroadcastsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListActiveBroadcastsResponse broadcasts. */
            broadcasts: fleetspeak.server.Broadcast.$Properties[];

            /**
             * Creates a new ListActiveBroadcastsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListActiveBroadcastsResponse instance
             */
            static create(properties: fleetspeak.server.ListActiveBroadcastsResponse.$Shape): fleetspeak.server.ListActiveBroadcastsResponse & fleetspeak.server.ListActiveBroadcastsResponse.$Shape;
            static create(properties?: fleetspeak.server.ListActiveBroadcastsResponse.$Properties): fleetspeak.server.ListActiveBroadcastsResponse;

            /**
             * Encodes the specified ListActiveBroadcastsResponse message. Does not implicitly {@link fleetspeak.server.ListActiveBroadcastsResponse.verify|verify} messages.
             * @param message ListActiveBroadcastsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListActiveBroadcastsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListActiveBroadcastsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListActiveBroadcastsResponse & fleetspeak.server.ListActiveBroadcastsResponse.$Shape} ListActiveBroadcastsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListActiveBroadcastsResponse & fleetspeak.server.ListActiveBroadcastsResponse.$Shape;
        }

        namespace ListActiveBroadcastsResponse {

            /** Properties of a ListActiveBroadcastsResponse. */
            interface $Properties {

                /** ListActiveBroadcastsResponse broadcasts */
                broadcasts?: (fleetspeak.server.Broadcast.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListActiveBroadcastsResponse. */
            type $Shape = fleetspeak.server.ListActiveBroadcastsResponse.$Properties;
        }

        /**
         * Properties of a DisableBroadcastsRequest.
         * @deprecated Use fleetspeak.server.DisableBroadcastsRequest.$Properties instead.
         */
        interface IDisableBroadcastsRequest extends fleetspeak.server.DisableBroadcastsRequest.$Properties {
        }

        /** Represents a DisableBroadcastsRequest. */
        class DisableBroadcastsRequest {

            /**
             * Constructs a new DisableBroadcastsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.DisableBroadcastsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisableBroadcastsRequest broadcast_ids. */
            broadcast_ids: Uint8Array[];

            /**
             * Creates a new DisableBroadcastsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisableBroadcastsRequest instance
             */
            static create(properties: fleetspeak.server.DisableBroadcastsRequest.$Shape): fleetspeak.server.DisableBroadcastsRequest & fleetspeak.server.DisableBroadcastsRequest.$Shape;
            static create(properties?: fleetspeak.server.DisableBroadcastsRequest.$Properties): fleetspeak.server.DisableBroadcastsRequest;

            /**
             * Encodes the specified DisableBroadcastsRequest message. Does not implicitly {@link fleetspeak.server.DisableBroadcastsRequest.verify|verify} messages.
             * @param message DisableBroadcastsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.DisableBroadcastsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisableBroadcastsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.DisableBroadcastsRequest & fleetspeak.server.DisableBroadcastsRequest.$Shape} DisableBroadcastsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.DisableBroadcastsRequest & fleetspeak.server.DisableBroadcastsRequest.$Shape;
        }

        namespace DisableBroadcastsRequest {

            /** Properties of a DisableBroadcastsRequest. */
            interface $Properties {

                /** DisableBroadcastsRequest broadcast_ids */
                broadcast_ids?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisableBroadcastsRequest. */
            type $Shape = fleetspeak.server.DisableBroadcastsRequest.$Properties;
        }

        /**
         * Properties of a ListClientsRequest.
         * @deprecated Use fleetspeak.server.ListClientsRequest.$Properties instead.
         */
        interface IListClientsRequest extends fleetspeak.server.ListClientsRequest.$Properties {
        }

        /** Represents a ListClientsRequest. */
        class ListClientsRequest {

            /**
             * Constructs a new ListClientsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListClientsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListClientsRequest client_ids. */
            client_ids: Uint8Array[];

            /**
             * Creates a new ListClientsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListClientsRequest instance
             */
            static create(properties: fleetspeak.server.ListClientsRequest.$Shape): fleetspeak.server.ListClientsRequest & fleetspeak.server.ListClientsRequest.$Shape;
            static create(properties?: fleetspeak.server.ListClientsRequest.$Properties): fleetspeak.server.ListClientsRequest;

            /**
             * Encodes the specified ListClientsRequest message. Does not implicitly {@link fleetspeak.server.ListClientsRequest.verify|verify} messages.
             * @param message ListClientsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListClientsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListClientsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListClientsRequest & fleetspeak.server.ListClientsRequest.$Shape} ListClientsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListClientsRequest & fleetspeak.server.ListClientsRequest.$Shape;
        }

        namespace ListClientsRequest {

            /** Properties of a ListClientsRequest. */
            interface $Properties {

                /** ListClientsRequest client_ids */
                client_ids?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListClientsRequest. */
            type $Shape = fleetspeak.server.ListClientsRequest.$Properties;
        }

        /**
         * Properties of a ListClientsResponse.
         * @deprecated Use fleetspeak.server.ListClientsResponse.$Properties instead.
         */
        interface IListClientsResponse extends fleetspeak.server.ListClientsResponse.$Properties {
        }

        /** Represents a ListClientsResponse. */
        class ListClientsResponse {

            /**
             * Constructs a new ListClientsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListClientsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListClientsResponse clients. */
            clients: fleetspeak.server.Client.$Properties[];

            /**
             * Creates a new ListClientsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListClientsResponse instance
             */
            static create(properties: fleetspeak.server.ListClientsResponse.$Shape): fleetspeak.server.ListClientsResponse & fleetspeak.server.ListClientsResponse.$Shape;
            static create(properties?: fleetspeak.server.ListClientsResponse.$Properties): fleetspeak.server.ListClientsResponse;

            /**
             * Encodes the specified ListClientsResponse message. Does not implicitly {@link fleetspeak.server.ListClientsResponse.verify|verify} messages.
             * @param message ListClientsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListClientsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListClientsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListClientsResponse & fleetspeak.server.ListClientsResponse.$Shape} ListClientsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListClientsResponse & fleetspeak.server.ListClientsResponse.$Shape;
        }

        namespace ListClientsResponse {

            /** Properties of a ListClientsResponse. */
            interface $Properties {

                /** ListClientsResponse clients */
                clients?: (fleetspeak.server.Client.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListClientsResponse. */
            type $Shape = fleetspeak.server.ListClientsResponse.$Properties;
        }

        /**
         * Properties of a StreamClientIdsRequest.
         * @deprecated Use fleetspeak.server.StreamClientIdsRequest.$Properties instead.
         */
        interface IStreamClientIdsRequest extends fleetspeak.server.StreamClientIdsRequest.$Properties {
        }

        /** Represents a StreamClientIdsRequest. */
        class StreamClientIdsRequest {

            /**
             * Constructs a new StreamClientIdsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.StreamClientIdsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamClientIdsRequest include_blacklisted. */
            include_blacklisted: boolean;

            /** StreamClientIdsRequest last_contact_after. */
            last_contact_after?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Creates a new StreamClientIdsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamClientIdsRequest instance
             */
            static create(properties: fleetspeak.server.StreamClientIdsRequest.$Shape): fleetspeak.server.StreamClientIdsRequest & fleetspeak.server.StreamClientIdsRequest.$Shape;
            static create(properties?: fleetspeak.server.StreamClientIdsRequest.$Properties): fleetspeak.server.StreamClientIdsRequest;

            /**
             * Encodes the specified StreamClientIdsRequest message. Does not implicitly {@link fleetspeak.server.StreamClientIdsRequest.verify|verify} messages.
             * @param message StreamClientIdsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.StreamClientIdsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamClientIdsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.StreamClientIdsRequest & fleetspeak.server.StreamClientIdsRequest.$Shape} StreamClientIdsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.StreamClientIdsRequest & fleetspeak.server.StreamClientIdsRequest.$Shape;
        }

        namespace StreamClientIdsRequest {

            /** Properties of a StreamClientIdsRequest. */
            interface $Properties {

                /** StreamClientIdsRequest include_blacklisted */
                include_blacklisted?: (boolean|null);

                /** StreamClientIdsRequest last_contact_after */
                last_contact_after?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamClientIdsRequest. */
            type $Shape = fleetspeak.server.StreamClientIdsRequest.$Properties;
        }

        /**
         * Properties of a StreamClientIdsResponse.
         * @deprecated Use fleetspeak.server.StreamClientIdsResponse.$Properties instead.
         */
        interface IStreamClientIdsResponse extends fleetspeak.server.StreamClientIdsResponse.$Properties {
        }

        /** Represents a StreamClientIdsResponse. */
        class StreamClientIdsResponse {

            /**
             * Constructs a new StreamClientIdsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.StreamClientIdsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamClientIdsResponse client_id. */
            client_id: Uint8Array;

            /**
             * Creates a new StreamClientIdsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamClientIdsResponse instance
             */
            static create(properties: fleetspeak.server.StreamClientIdsResponse.$Shape): fleetspeak.server.StreamClientIdsResponse & fleetspeak.server.StreamClientIdsResponse.$Shape;
            static create(properties?: fleetspeak.server.StreamClientIdsResponse.$Properties): fleetspeak.server.StreamClientIdsResponse;

            /**
             * Encodes the specified StreamClientIdsResponse message. Does not implicitly {@link fleetspeak.server.StreamClientIdsResponse.verify|verify} messages.
             * @param message StreamClientIdsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.StreamClientIdsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamClientIdsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.StreamClientIdsResponse & fleetspeak.server.StreamClientIdsResponse.$Shape} StreamClientIdsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.StreamClientIdsResponse & fleetspeak.server.StreamClientIdsResponse.$Shape;
        }

        namespace StreamClientIdsResponse {

            /** Properties of a StreamClientIdsResponse. */
            interface $Properties {

                /** StreamClientIdsResponse client_id */
                client_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamClientIdsResponse. */
            type $Shape = fleetspeak.server.StreamClientIdsResponse.$Properties;
        }

        /**
         * Properties of a Client.
         * @deprecated Use fleetspeak.server.Client.$Properties instead.
         */
        interface IClient extends fleetspeak.server.Client.$Properties {
        }

        /** Represents a Client. */
        class Client {

            /**
             * Constructs a new Client.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.Client.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Client client_id. */
            client_id: Uint8Array;

            /** Client labels. */
            labels: fleetspeak.Label.$Properties[];

            /** Client last_contact_time. */
            last_contact_time?: (google.protobuf.Timestamp.$Properties|null);

            /** Client last_contact_address. */
            last_contact_address: string;

            /** Client last_clock. */
            last_clock?: (google.protobuf.Timestamp.$Properties|null);

            /** Client blacklisted. */
            blacklisted: boolean;

            /** Client last_contact_streaming_to. */
            last_contact_streaming_to: string;

            /**
             * Creates a new Client instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Client instance
             */
            static create(properties: fleetspeak.server.Client.$Shape): fleetspeak.server.Client & fleetspeak.server.Client.$Shape;
            static create(properties?: fleetspeak.server.Client.$Properties): fleetspeak.server.Client;

            /**
             * Encodes the specified Client message. Does not implicitly {@link fleetspeak.server.Client.verify|verify} messages.
             * @param message Client message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.Client.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Client message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.Client & fleetspeak.server.Client.$Shape} Client
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.Client & fleetspeak.server.Client.$Shape;
        }

        namespace Client {

            /** Properties of a Client. */
            interface $Properties {

                /** Client client_id */
                client_id?: (Uint8Array|null);

                /** Client labels */
                labels?: (fleetspeak.Label.$Properties[]|null);

                /** Client last_contact_time */
                last_contact_time?: (google.protobuf.Timestamp.$Properties|null);

                /** Client last_contact_address */
                last_contact_address?: (string|null);

                /** Client last_clock */
                last_clock?: (google.protobuf.Timestamp.$Properties|null);

                /** Client blacklisted */
                blacklisted?: (boolean|null);

                /** Client last_contact_streaming_to */
                last_contact_streaming_to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Client. */
            type $Shape = fleetspeak.server.Client.$Properties;
        }

        /**
         * Properties of a GetMessageStatusRequest.
         * @deprecated Use fleetspeak.server.GetMessageStatusRequest.$Properties instead.
         */
        interface IGetMessageStatusRequest extends fleetspeak.server.GetMessageStatusRequest.$Properties {
        }

        /** Represents a GetMessageStatusRequest. */
        class GetMessageStatusRequest {

            /**
             * Constructs a new GetMessageStatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetMessageStatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetMessageStatusRequest message_id. */
            message_id: Uint8Array;

            /**
             * Creates a new GetMessageStatusRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetMessageStatusRequest instance
             */
            static create(properties: fleetspeak.server.GetMessageStatusRequest.$Shape): fleetspeak.server.GetMessageStatusRequest & fleetspeak.server.GetMessageStatusRequest.$Shape;
            static create(properties?: fleetspeak.server.GetMessageStatusRequest.$Properties): fleetspeak.server.GetMessageStatusRequest;

            /**
             * Encodes the specified GetMessageStatusRequest message. Does not implicitly {@link fleetspeak.server.GetMessageStatusRequest.verify|verify} messages.
             * @param message GetMessageStatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetMessageStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetMessageStatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetMessageStatusRequest & fleetspeak.server.GetMessageStatusRequest.$Shape} GetMessageStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetMessageStatusRequest & fleetspeak.server.GetMessageStatusRequest.$Shape;
        }

        namespace GetMessageStatusRequest {

            /** Properties of a GetMessageStatusRequest. */
            interface $Properties {

                /** GetMessageStatusRequest message_id */
                message_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetMessageStatusRequest. */
            type $Shape = fleetspeak.server.GetMessageStatusRequest.$Properties;
        }

        /**
         * Properties of a GetMessageStatusResponse.
         * @deprecated Use fleetspeak.server.GetMessageStatusResponse.$Properties instead.
         */
        interface IGetMessageStatusResponse extends fleetspeak.server.GetMessageStatusResponse.$Properties {
        }

        /** Represents a GetMessageStatusResponse. */
        class GetMessageStatusResponse {

            /**
             * Constructs a new GetMessageStatusResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetMessageStatusResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetMessageStatusResponse creation_time. */
            creation_time?: (google.protobuf.Timestamp.$Properties|null);

            /** GetMessageStatusResponse result. */
            result?: (fleetspeak.MessageResult.$Properties|null);

            /**
             * Creates a new GetMessageStatusResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetMessageStatusResponse instance
             */
            static create(properties: fleetspeak.server.GetMessageStatusResponse.$Shape): fleetspeak.server.GetMessageStatusResponse & fleetspeak.server.GetMessageStatusResponse.$Shape;
            static create(properties?: fleetspeak.server.GetMessageStatusResponse.$Properties): fleetspeak.server.GetMessageStatusResponse;

            /**
             * Encodes the specified GetMessageStatusResponse message. Does not implicitly {@link fleetspeak.server.GetMessageStatusResponse.verify|verify} messages.
             * @param message GetMessageStatusResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetMessageStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetMessageStatusResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetMessageStatusResponse & fleetspeak.server.GetMessageStatusResponse.$Shape} GetMessageStatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetMessageStatusResponse & fleetspeak.server.GetMessageStatusResponse.$Shape;
        }

        namespace GetMessageStatusResponse {

            /** Properties of a GetMessageStatusResponse. */
            interface $Properties {

                /** GetMessageStatusResponse creation_time */
                creation_time?: (google.protobuf.Timestamp.$Properties|null);

                /** GetMessageStatusResponse result */
                result?: (fleetspeak.MessageResult.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetMessageStatusResponse. */
            type $Shape = fleetspeak.server.GetMessageStatusResponse.$Properties;
        }

        /**
         * Properties of a DeletePendingMessagesRequest.
         * @deprecated Use fleetspeak.server.DeletePendingMessagesRequest.$Properties instead.
         */
        interface IDeletePendingMessagesRequest extends fleetspeak.server.DeletePendingMessagesRequest.$Properties {
        }

        /** Represents a DeletePendingMessagesRequest. */
        class DeletePendingMessagesRequest {

            /**
             * Constructs a new DeletePendingMessagesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.DeletePendingMessagesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeletePendingMessagesRequest client_ids. */
            client_ids: Uint8Array[];

            /**
             * Creates a new DeletePendingMessagesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeletePendingMessagesRequest instance
             */
            static create(properties: fleetspeak.server.DeletePendingMessagesRequest.$Shape): fleetspeak.server.DeletePendingMessagesRequest & fleetspeak.server.DeletePendingMessagesRequest.$Shape;
            static create(properties?: fleetspeak.server.DeletePendingMessagesRequest.$Properties): fleetspeak.server.DeletePendingMessagesRequest;

            /**
             * Encodes the specified DeletePendingMessagesRequest message. Does not implicitly {@link fleetspeak.server.DeletePendingMessagesRequest.verify|verify} messages.
             * @param message DeletePendingMessagesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.DeletePendingMessagesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeletePendingMessagesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.DeletePendingMessagesRequest & fleetspeak.server.DeletePendingMessagesRequest.$Shape} DeletePendingMessagesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.DeletePendingMessagesRequest & fleetspeak.server.DeletePendingMessagesRequest.$Shape;
        }

        namespace DeletePendingMessagesRequest {

            /** Properties of a DeletePendingMessagesRequest. */
            interface $Properties {

                /** DeletePendingMessagesRequest client_ids */
                client_ids?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeletePendingMessagesRequest. */
            type $Shape = fleetspeak.server.DeletePendingMessagesRequest.$Properties;
        }

        /**
         * Properties of a GetPendingMessagesRequest.
         * @deprecated Use fleetspeak.server.GetPendingMessagesRequest.$Properties instead.
         */
        interface IGetPendingMessagesRequest extends fleetspeak.server.GetPendingMessagesRequest.$Properties {
        }

        /** Represents a GetPendingMessagesRequest. */
        class GetPendingMessagesRequest {

            /**
             * Constructs a new GetPendingMessagesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetPendingMessagesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPendingMessagesRequest client_ids. */
            client_ids: Uint8Array[];

            /** GetPendingMessagesRequest offset. */
            offset: Long;

            /** GetPendingMessagesRequest limit. */
            limit: Long;

            /** GetPendingMessagesRequest want_data. */
            want_data: boolean;

            /**
             * Creates a new GetPendingMessagesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPendingMessagesRequest instance
             */
            static create(properties: fleetspeak.server.GetPendingMessagesRequest.$Shape): fleetspeak.server.GetPendingMessagesRequest & fleetspeak.server.GetPendingMessagesRequest.$Shape;
            static create(properties?: fleetspeak.server.GetPendingMessagesRequest.$Properties): fleetspeak.server.GetPendingMessagesRequest;

            /**
             * Encodes the specified GetPendingMessagesRequest message. Does not implicitly {@link fleetspeak.server.GetPendingMessagesRequest.verify|verify} messages.
             * @param message GetPendingMessagesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetPendingMessagesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPendingMessagesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetPendingMessagesRequest & fleetspeak.server.GetPendingMessagesRequest.$Shape} GetPendingMessagesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetPendingMessagesRequest & fleetspeak.server.GetPendingMessagesRequest.$Shape;
        }

        namespace GetPendingMessagesRequest {

            /** Properties of a GetPendingMessagesRequest. */
            interface $Properties {

                /** GetPendingMessagesRequest client_ids */
                client_ids?: (Uint8Array[]|null);

                /** GetPendingMessagesRequest offset */
                offset?: (Long|null);

                /** GetPendingMessagesRequest limit */
                limit?: (Long|null);

                /** GetPendingMessagesRequest want_data */
                want_data?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPendingMessagesRequest. */
            type $Shape = fleetspeak.server.GetPendingMessagesRequest.$Properties;
        }

        /**
         * Properties of a GetPendingMessagesResponse.
         * @deprecated Use fleetspeak.server.GetPendingMessagesResponse.$Properties instead.
         */
        interface IGetPendingMessagesResponse extends fleetspeak.server.GetPendingMessagesResponse.$Properties {
        }

        /** Represents a GetPendingMessagesResponse. */
        class GetPendingMessagesResponse {

            /**
             * Constructs a new GetPendingMessagesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetPendingMessagesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPendingMessagesResponse messages. */
            messages: fleetspeak.Message.$Properties[];

            /**
             * Creates a new GetPendingMessagesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPendingMessagesResponse instance
             */
            static create(properties: fleetspeak.server.GetPendingMessagesResponse.$Shape): fleetspeak.server.GetPendingMessagesResponse & fleetspeak.server.GetPendingMessagesResponse.$Shape;
            static create(properties?: fleetspeak.server.GetPendingMessagesResponse.$Properties): fleetspeak.server.GetPendingMessagesResponse;

            /**
             * Encodes the specified GetPendingMessagesResponse message. Does not implicitly {@link fleetspeak.server.GetPendingMessagesResponse.verify|verify} messages.
             * @param message GetPendingMessagesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetPendingMessagesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPendingMessagesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetPendingMessagesResponse & fleetspeak.server.GetPendingMessagesResponse.$Shape} GetPendingMessagesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetPendingMessagesResponse & fleetspeak.server.GetPendingMessagesResponse.$Shape;
        }

        namespace GetPendingMessagesResponse {

            /** Properties of a GetPendingMessagesResponse. */
            interface $Properties {

                /** GetPendingMessagesResponse messages */
                messages?: (fleetspeak.Message.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPendingMessagesResponse. */
            type $Shape = fleetspeak.server.GetPendingMessagesResponse.$Properties;
        }

        /**
         * Properties of a GetPendingMessageCountRequest.
         * @deprecated Use fleetspeak.server.GetPendingMessageCountRequest.$Properties instead.
         */
        interface IGetPendingMessageCountRequest extends fleetspeak.server.GetPendingMessageCountRequest.$Properties {
        }

        /** Represents a GetPendingMessageCountRequest. */
        class GetPendingMessageCountRequest {

            /**
             * Constructs a new GetPendingMessageCountRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetPendingMessageCountRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPendingMessageCountRequest client_ids. */
            client_ids: Uint8Array[];

            /**
             * Creates a new GetPendingMessageCountRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPendingMessageCountRequest instance
             */
            static create(properties: fleetspeak.server.GetPendingMessageCountRequest.$Shape): fleetspeak.server.GetPendingMessageCountRequest & fleetspeak.server.GetPendingMessageCountRequest.$Shape;
            static create(properties?: fleetspeak.server.GetPendingMessageCountRequest.$Properties): fleetspeak.server.GetPendingMessageCountRequest;

            /**
             * Encodes the specified GetPendingMessageCountRequest message. Does not implicitly {@link fleetspeak.server.GetPendingMessageCountRequest.verify|verify} messages.
             * @param message GetPendingMessageCountRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetPendingMessageCountRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPendingMessageCountRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetPendingMessageCountRequest & fleetspeak.server.GetPendingMessageCountRequest.$Shape} GetPendingMessageCountRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetPendingMessageCountRequest & fleetspeak.server.GetPendingMessageCountRequest.$Shape;
        }

        namespace GetPendingMessageCountRequest {

            /** Properties of a GetPendingMessageCountRequest. */
            interface $Properties {

                /** GetPendingMessageCountRequest client_ids */
                client_ids?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPendingMessageCountRequest. */
            type $Shape = fleetspeak.server.GetPendingMessageCountRequest.$Properties;
        }

        /**
         * Properties of a GetPendingMessageCountResponse.
         * @deprecated Use fleetspeak.server.GetPendingMessageCountResponse.$Properties instead.
         */
        interface IGetPendingMessageCountResponse extends fleetspeak.server.GetPendingMessageCountResponse.$Properties {
        }

        /** Represents a GetPendingMessageCountResponse. */
        class GetPendingMessageCountResponse {

            /**
             * Constructs a new GetPendingMessageCountResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.GetPendingMessageCountResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPendingMessageCountResponse count. */
            count: Long;

            /**
             * Creates a new GetPendingMessageCountResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPendingMessageCountResponse instance
             */
            static create(properties: fleetspeak.server.GetPendingMessageCountResponse.$Shape): fleetspeak.server.GetPendingMessageCountResponse & fleetspeak.server.GetPendingMessageCountResponse.$Shape;
            static create(properties?: fleetspeak.server.GetPendingMessageCountResponse.$Properties): fleetspeak.server.GetPendingMessageCountResponse;

            /**
             * Encodes the specified GetPendingMessageCountResponse message. Does not implicitly {@link fleetspeak.server.GetPendingMessageCountResponse.verify|verify} messages.
             * @param message GetPendingMessageCountResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.GetPendingMessageCountResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPendingMessageCountResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.GetPendingMessageCountResponse & fleetspeak.server.GetPendingMessageCountResponse.$Shape} GetPendingMessageCountResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.GetPendingMessageCountResponse & fleetspeak.server.GetPendingMessageCountResponse.$Shape;
        }

        namespace GetPendingMessageCountResponse {

            /** Properties of a GetPendingMessageCountResponse. */
            interface $Properties {

                /** GetPendingMessageCountResponse count */
                count?: (Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPendingMessageCountResponse. */
            type $Shape = fleetspeak.server.GetPendingMessageCountResponse.$Properties;
        }

        /**
         * Properties of a StoreFileRequest.
         * @deprecated Use fleetspeak.server.StoreFileRequest.$Properties instead.
         */
        interface IStoreFileRequest extends fleetspeak.server.StoreFileRequest.$Properties {
        }

        /** Represents a StoreFileRequest. */
        class StoreFileRequest {

            /**
             * Constructs a new StoreFileRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.StoreFileRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoreFileRequest service_name. */
            service_name: string;

            /** StoreFileRequest file_name. */
            file_name: string;

            /** StoreFileRequest data. */
            data: Uint8Array;

            /**
             * Creates a new StoreFileRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoreFileRequest instance
             */
            static create(properties: fleetspeak.server.StoreFileRequest.$Shape): fleetspeak.server.StoreFileRequest & fleetspeak.server.StoreFileRequest.$Shape;
            static create(properties?: fleetspeak.server.StoreFileRequest.$Properties): fleetspeak.server.StoreFileRequest;

            /**
             * Encodes the specified StoreFileRequest message. Does not implicitly {@link fleetspeak.server.StoreFileRequest.verify|verify} messages.
             * @param message StoreFileRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.StoreFileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoreFileRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.StoreFileRequest & fleetspeak.server.StoreFileRequest.$Shape} StoreFileRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.StoreFileRequest & fleetspeak.server.StoreFileRequest.$Shape;
        }

        namespace StoreFileRequest {

            /** Properties of a StoreFileRequest. */
            interface $Properties {

                /** StoreFileRequest service_name */
                service_name?: (string|null);

                /** StoreFileRequest file_name */
                file_name?: (string|null);

                /** StoreFileRequest data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoreFileRequest. */
            type $Shape = fleetspeak.server.StoreFileRequest.$Properties;
        }

        /**
         * Properties of a DeleteFileRequest.
         * @deprecated Use fleetspeak.server.DeleteFileRequest.$Properties instead.
         */
        interface IDeleteFileRequest extends fleetspeak.server.DeleteFileRequest.$Properties {
        }

        /** Represents a DeleteFileRequest. */
        class DeleteFileRequest {

            /**
             * Constructs a new DeleteFileRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.DeleteFileRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteFileRequest service_name. */
            service_name: string;

            /** DeleteFileRequest file_name. */
            file_name: string;

            /**
             * Creates a new DeleteFileRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteFileRequest instance
             */
            static create(properties: fleetspeak.server.DeleteFileRequest.$Shape): fleetspeak.server.DeleteFileRequest & fleetspeak.server.DeleteFileRequest.$Shape;
            static create(properties?: fleetspeak.server.DeleteFileRequest.$Properties): fleetspeak.server.DeleteFileRequest;

            /**
             * Encodes the specified DeleteFileRequest message. Does not implicitly {@link fleetspeak.server.DeleteFileRequest.verify|verify} messages.
             * @param message DeleteFileRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.DeleteFileRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteFileRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.DeleteFileRequest & fleetspeak.server.DeleteFileRequest.$Shape} DeleteFileRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.DeleteFileRequest & fleetspeak.server.DeleteFileRequest.$Shape;
        }

        namespace DeleteFileRequest {

            /** Properties of a DeleteFileRequest. */
            interface $Properties {

                /** DeleteFileRequest service_name */
                service_name?: (string|null);

                /** DeleteFileRequest file_name */
                file_name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteFileRequest. */
            type $Shape = fleetspeak.server.DeleteFileRequest.$Properties;
        }

        /**
         * Properties of a ListClientContactsRequest.
         * @deprecated Use fleetspeak.server.ListClientContactsRequest.$Properties instead.
         */
        interface IListClientContactsRequest extends fleetspeak.server.ListClientContactsRequest.$Properties {
        }

        /** Represents a ListClientContactsRequest. */
        class ListClientContactsRequest {

            /**
             * Constructs a new ListClientContactsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListClientContactsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListClientContactsRequest client_id. */
            client_id: Uint8Array;

            /**
             * Creates a new ListClientContactsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListClientContactsRequest instance
             */
            static create(properties: fleetspeak.server.ListClientContactsRequest.$Shape): fleetspeak.server.ListClientContactsRequest & fleetspeak.server.ListClientContactsRequest.$Shape;
            static create(properties?: fleetspeak.server.ListClientContactsRequest.$Properties): fleetspeak.server.ListClientContactsRequest;

            /**
             * Encodes the specified ListClientContactsRequest message. Does not implicitly {@link fleetspeak.server.ListClientContactsRequest.verify|verify} messages.
             * @param message ListClientContactsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListClientContactsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListClientContactsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListClientContactsRequest & fleetspeak.server.ListClientContactsRequest.$Shape} ListClientContactsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListClientContactsRequest & fleetspeak.server.ListClientContactsRequest.$Shape;
        }

        namespace ListClientContactsRequest {

            /** Properties of a ListClientContactsRequest. */
            interface $Properties {

                /** ListClientContactsRequest client_id */
                client_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListClientContactsRequest. */
            type $Shape = fleetspeak.server.ListClientContactsRequest.$Properties;
        }

        /**
         * Properties of a ListClientContactsResponse.
         * @deprecated Use fleetspeak.server.ListClientContactsResponse.$Properties instead.
         */
        interface IListClientContactsResponse extends fleetspeak.server.ListClientContactsResponse.$Properties {
        }

        /** Represents a ListClientContactsResponse. */
        class ListClientContactsResponse {

            /**
             * Constructs a new ListClientContactsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ListClientContactsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListClientContactsResponse contacts. */
            contacts: fleetspeak.server.ClientContact.$Properties[];

            /**
             * Creates a new ListClientContactsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListClientContactsResponse instance
             */
            static create(properties: fleetspeak.server.ListClientContactsResponse.$Shape): fleetspeak.server.ListClientContactsResponse & fleetspeak.server.ListClientContactsResponse.$Shape;
            static create(properties?: fleetspeak.server.ListClientContactsResponse.$Properties): fleetspeak.server.ListClientContactsResponse;

            /**
             * Encodes the specified ListClientContactsResponse message. Does not implicitly {@link fleetspeak.server.ListClientContactsResponse.verify|verify} messages.
             * @param message ListClientContactsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ListClientContactsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListClientContactsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ListClientContactsResponse & fleetspeak.server.ListClientContactsResponse.$Shape} ListClientContactsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ListClientContactsResponse & fleetspeak.server.ListClientContactsResponse.$Shape;
        }

        namespace ListClientContactsResponse {

            /** Properties of a ListClientContactsResponse. */
            interface $Properties {

                /** ListClientContactsResponse contacts */
                contacts?: (fleetspeak.server.ClientContact.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListClientContactsResponse. */
            type $Shape = fleetspeak.server.ListClientContactsResponse.$Properties;
        }

        /**
         * Properties of a StreamClientContactsRequest.
         * @deprecated Use fleetspeak.server.StreamClientContactsRequest.$Properties instead.
         */
        interface IStreamClientContactsRequest extends fleetspeak.server.StreamClientContactsRequest.$Properties {
        }

        /** Represents a StreamClientContactsRequest. */
        class StreamClientContactsRequest {

            /**
             * Constructs a new StreamClientContactsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.StreamClientContactsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamClientContactsRequest client_id. */
            client_id: Uint8Array;

            /**
             * Creates a new StreamClientContactsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamClientContactsRequest instance
             */
            static create(properties: fleetspeak.server.StreamClientContactsRequest.$Shape): fleetspeak.server.StreamClientContactsRequest & fleetspeak.server.StreamClientContactsRequest.$Shape;
            static create(properties?: fleetspeak.server.StreamClientContactsRequest.$Properties): fleetspeak.server.StreamClientContactsRequest;

            /**
             * Encodes the specified StreamClientContactsRequest message. Does not implicitly {@link fleetspeak.server.StreamClientContactsRequest.verify|verify} messages.
             * @param message StreamClientContactsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.StreamClientContactsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamClientContactsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.StreamClientContactsRequest & fleetspeak.server.StreamClientContactsRequest.$Shape} StreamClientContactsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.StreamClientContactsRequest & fleetspeak.server.StreamClientContactsRequest.$Shape;
        }

        namespace StreamClientContactsRequest {

            /** Properties of a StreamClientContactsRequest. */
            interface $Properties {

                /** StreamClientContactsRequest client_id */
                client_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamClientContactsRequest. */
            type $Shape = fleetspeak.server.StreamClientContactsRequest.$Properties;
        }

        /**
         * Properties of a StreamClientContactsResponse.
         * @deprecated Use fleetspeak.server.StreamClientContactsResponse.$Properties instead.
         */
        interface IStreamClientContactsResponse extends fleetspeak.server.StreamClientContactsResponse.$Properties {
        }

        /** Represents a StreamClientContactsResponse. */
        class StreamClientContactsResponse {

            /**
             * Constructs a new StreamClientContactsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.StreamClientContactsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamClientContactsResponse contact. */
            contact?: (fleetspeak.server.ClientContact.$Properties|null);

            /**
             * Creates a new StreamClientContactsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamClientContactsResponse instance
             */
            static create(properties: fleetspeak.server.StreamClientContactsResponse.$Shape): fleetspeak.server.StreamClientContactsResponse & fleetspeak.server.StreamClientContactsResponse.$Shape;
            static create(properties?: fleetspeak.server.StreamClientContactsResponse.$Properties): fleetspeak.server.StreamClientContactsResponse;

            /**
             * Encodes the specified StreamClientContactsResponse message. Does not implicitly {@link fleetspeak.server.StreamClientContactsResponse.verify|verify} messages.
             * @param message StreamClientContactsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.StreamClientContactsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamClientContactsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.StreamClientContactsResponse & fleetspeak.server.StreamClientContactsResponse.$Shape} StreamClientContactsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.StreamClientContactsResponse & fleetspeak.server.StreamClientContactsResponse.$Shape;
        }

        namespace StreamClientContactsResponse {

            /** Properties of a StreamClientContactsResponse. */
            interface $Properties {

                /** StreamClientContactsResponse contact */
                contact?: (fleetspeak.server.ClientContact.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamClientContactsResponse. */
            type $Shape = fleetspeak.server.StreamClientContactsResponse.$Properties;
        }

        /**
         * Properties of a ClientContact.
         * @deprecated Use fleetspeak.server.ClientContact.$Properties instead.
         */
        interface IClientContact extends fleetspeak.server.ClientContact.$Properties {
        }

        /** Represents a ClientContact. */
        class ClientContact {

            /**
             * Constructs a new ClientContact.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ClientContact.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientContact sent_nonce. */
            sent_nonce: Long;

            /** ClientContact received_nonce. */
            received_nonce: Long;

            /** ClientContact observed_address. */
            observed_address: string;

            /** ClientContact timestamp. */
            timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Creates a new ClientContact instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientContact instance
             */
            static create(properties: fleetspeak.server.ClientContact.$Shape): fleetspeak.server.ClientContact & fleetspeak.server.ClientContact.$Shape;
            static create(properties?: fleetspeak.server.ClientContact.$Properties): fleetspeak.server.ClientContact;

            /**
             * Encodes the specified ClientContact message. Does not implicitly {@link fleetspeak.server.ClientContact.verify|verify} messages.
             * @param message ClientContact message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ClientContact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientContact message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ClientContact & fleetspeak.server.ClientContact.$Shape} ClientContact
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ClientContact & fleetspeak.server.ClientContact.$Shape;
        }

        namespace ClientContact {

            /** Properties of a ClientContact. */
            interface $Properties {

                /** ClientContact sent_nonce */
                sent_nonce?: (Long|null);

                /** ClientContact received_nonce */
                received_nonce?: (Long|null);

                /** ClientContact observed_address */
                observed_address?: (string|null);

                /** ClientContact timestamp */
                timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientContact. */
            type $Shape = fleetspeak.server.ClientContact.$Properties;
        }

        /**
         * Properties of a BlacklistClientRequest.
         * @deprecated Use fleetspeak.server.BlacklistClientRequest.$Properties instead.
         */
        interface IBlacklistClientRequest extends fleetspeak.server.BlacklistClientRequest.$Properties {
        }

        /** Represents a BlacklistClientRequest. */
        class BlacklistClientRequest {

            /**
             * Constructs a new BlacklistClientRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.BlacklistClientRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlacklistClientRequest client_id. */
            client_id: Uint8Array;

            /**
             * Creates a new BlacklistClientRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BlacklistClientRequest instance
             */
            static create(properties: fleetspeak.server.BlacklistClientRequest.$Shape): fleetspeak.server.BlacklistClientRequest & fleetspeak.server.BlacklistClientRequest.$Shape;
            static create(properties?: fleetspeak.server.BlacklistClientRequest.$Properties): fleetspeak.server.BlacklistClientRequest;

            /**
             * Encodes the specified BlacklistClientRequest message. Does not implicitly {@link fleetspeak.server.BlacklistClientRequest.verify|verify} messages.
             * @param message BlacklistClientRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.BlacklistClientRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlacklistClientRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.BlacklistClientRequest & fleetspeak.server.BlacklistClientRequest.$Shape} BlacklistClientRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.BlacklistClientRequest & fleetspeak.server.BlacklistClientRequest.$Shape;
        }

        namespace BlacklistClientRequest {

            /** Properties of a BlacklistClientRequest. */
            interface $Properties {

                /** BlacklistClientRequest client_id */
                client_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlacklistClientRequest. */
            type $Shape = fleetspeak.server.BlacklistClientRequest.$Properties;
        }

        /**
         * Properties of a FetchClientResourceUsageRecordsRequest.
         * @deprecated Use fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties instead.
         */
        interface IFetchClientResourceUsageRecordsRequest extends fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties {
        }

        /** Represents a FetchClientResourceUsageRecordsRequest. */
        class FetchClientResourceUsageRecordsRequest {

            /**
             * Constructs a new FetchClientResourceUsageRecordsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FetchClientResourceUsageRecordsRequest client_id. */
            client_id: Uint8Array;

            /** FetchClientResourceUsageRecordsRequest start_timestamp. */
            start_timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** FetchClientResourceUsageRecordsRequest end_timestamp. */
            end_timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Creates a new FetchClientResourceUsageRecordsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FetchClientResourceUsageRecordsRequest instance
             */
            static create(properties: fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Shape): fleetspeak.server.FetchClientResourceUsageRecordsRequest & fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Shape;
            static create(properties?: fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties): fleetspeak.server.FetchClientResourceUsageRecordsRequest;

            /**
             * Encodes the specified FetchClientResourceUsageRecordsRequest message. Does not implicitly {@link fleetspeak.server.FetchClientResourceUsageRecordsRequest.verify|verify} messages.
             * @param message FetchClientResourceUsageRecordsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FetchClientResourceUsageRecordsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.FetchClientResourceUsageRecordsRequest & fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Shape} FetchClientResourceUsageRecordsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.FetchClientResourceUsageRecordsRequest & fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Shape;
        }

        namespace FetchClientResourceUsageRecordsRequest {

            /** Properties of a FetchClientResourceUsageRecordsRequest. */
            interface $Properties {

                /** FetchClientResourceUsageRecordsRequest client_id */
                client_id?: (Uint8Array|null);

                /** FetchClientResourceUsageRecordsRequest start_timestamp */
                start_timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** FetchClientResourceUsageRecordsRequest end_timestamp */
                end_timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FetchClientResourceUsageRecordsRequest. */
            type $Shape = fleetspeak.server.FetchClientResourceUsageRecordsRequest.$Properties;
        }

        /**
         * Properties of a FetchClientResourceUsageRecordsResponse.
         * @deprecated Use fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties instead.
         */
        interface IFetchClientResourceUsageRecordsResponse extends fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties {
        }

        /** Represents a FetchClientResourceUsageRecordsResponse. */
        class FetchClientResourceUsageRecordsResponse {

            /**
             * Constructs a new FetchClientResourceUsageRecordsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FetchClientResourceUsageRecordsResponse records. */
            records: fleetspeak.server.ClientResourceUsageRecord.$Properties[];

            /**
             * Creates a new FetchClientResourceUsageRecordsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FetchClientResourceUsageRecordsResponse instance
             */
            static create(properties: fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Shape): fleetspeak.server.FetchClientResourceUsageRecordsResponse & fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Shape;
            static create(properties?: fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties): fleetspeak.server.FetchClientResourceUsageRecordsResponse;

            /**
             * Encodes the specified FetchClientResourceUsageRecordsResponse message. Does not implicitly {@link fleetspeak.server.FetchClientResourceUsageRecordsResponse.verify|verify} messages.
             * @param message FetchClientResourceUsageRecordsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FetchClientResourceUsageRecordsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.FetchClientResourceUsageRecordsResponse & fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Shape} FetchClientResourceUsageRecordsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.FetchClientResourceUsageRecordsResponse & fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Shape;
        }

        namespace FetchClientResourceUsageRecordsResponse {

            /** Properties of a FetchClientResourceUsageRecordsResponse. */
            interface $Properties {

                /** FetchClientResourceUsageRecordsResponse records */
                records?: (fleetspeak.server.ClientResourceUsageRecord.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FetchClientResourceUsageRecordsResponse. */
            type $Shape = fleetspeak.server.FetchClientResourceUsageRecordsResponse.$Properties;
        }

        /**
         * Properties of a ServerConfig.
         * @deprecated Use fleetspeak.server.ServerConfig.$Properties instead.
         */
        interface IServerConfig extends fleetspeak.server.ServerConfig.$Properties {
        }

        /** Represents a ServerConfig. */
        class ServerConfig {

            /**
             * Constructs a new ServerConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ServerConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServerConfig services. */
            services: fleetspeak.server.ServiceConfig.$Properties[];

            /** ServerConfig broadcast_poll_time. */
            broadcast_poll_time?: (google.protobuf.Duration.$Properties|null);

            /**
             * Creates a new ServerConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServerConfig instance
             */
            static create(properties: fleetspeak.server.ServerConfig.$Shape): fleetspeak.server.ServerConfig & fleetspeak.server.ServerConfig.$Shape;
            static create(properties?: fleetspeak.server.ServerConfig.$Properties): fleetspeak.server.ServerConfig;

            /**
             * Encodes the specified ServerConfig message. Does not implicitly {@link fleetspeak.server.ServerConfig.verify|verify} messages.
             * @param message ServerConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ServerConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServerConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ServerConfig & fleetspeak.server.ServerConfig.$Shape} ServerConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ServerConfig & fleetspeak.server.ServerConfig.$Shape;
        }

        namespace ServerConfig {

            /** Properties of a ServerConfig. */
            interface $Properties {

                /** ServerConfig services */
                services?: (fleetspeak.server.ServiceConfig.$Properties[]|null);

                /** ServerConfig broadcast_poll_time */
                broadcast_poll_time?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServerConfig. */
            type $Shape = fleetspeak.server.ServerConfig.$Properties;
        }

        /**
         * Properties of a ServiceConfig.
         * @deprecated Use fleetspeak.server.ServiceConfig.$Properties instead.
         */
        interface IServiceConfig extends fleetspeak.server.ServiceConfig.$Properties {
        }

        /** Represents a ServiceConfig. */
        class ServiceConfig {

            /**
             * Constructs a new ServiceConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ServiceConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceConfig name. */
            name: string;

            /** ServiceConfig factory. */
            factory: string;

            /** ServiceConfig max_parallelism. */
            max_parallelism: number;

            /** ServiceConfig config. */
            config?: (google.protobuf.Any.$Properties|null);

            /**
             * Creates a new ServiceConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceConfig instance
             */
            static create(properties: fleetspeak.server.ServiceConfig.$Shape): fleetspeak.server.ServiceConfig & fleetspeak.server.ServiceConfig.$Shape;
            static create(properties?: fleetspeak.server.ServiceConfig.$Properties): fleetspeak.server.ServiceConfig;

            /**
             * Encodes the specified ServiceConfig message. Does not implicitly {@link fleetspeak.server.ServiceConfig.verify|verify} messages.
             * @param message ServiceConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ServiceConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ServiceConfig & fleetspeak.server.ServiceConfig.$Shape} ServiceConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ServiceConfig & fleetspeak.server.ServiceConfig.$Shape;
        }

        namespace ServiceConfig {

            /** Properties of a ServiceConfig. */
            interface $Properties {

                /** ServiceConfig name */
                name?: (string|null);

                /** ServiceConfig factory */
                factory?: (string|null);

                /** ServiceConfig max_parallelism */
                max_parallelism?: (number|null);

                /** ServiceConfig config */
                config?: (google.protobuf.Any.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceConfig. */
            type $Shape = fleetspeak.server.ServiceConfig.$Properties;
        }

        /**
         * Properties of a Broadcast.
         * @deprecated Use fleetspeak.server.Broadcast.$Properties instead.
         */
        interface IBroadcast extends fleetspeak.server.Broadcast.$Properties {
        }

        /** Represents a Broadcast. */
        class Broadcast {

            /**
             * Constructs a new Broadcast.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.Broadcast.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Broadcast broadcast_id. */
            broadcast_id: Uint8Array;

            /** Broadcast source. */
            source?: (fleetspeak.Address.$Properties|null);

            /** Broadcast message_type. */
            message_type: string;

            /** Broadcast required_labels. */
            required_labels: fleetspeak.Label.$Properties[];

            /** Broadcast expiration_time. */
            expiration_time?: (google.protobuf.Timestamp.$Properties|null);

            /** Broadcast data. */
            data?: (google.protobuf.Any.$Properties|null);

            /** Broadcast destination. */
            destination?: (fleetspeak.Address.$Properties|null);

            /** Broadcast group_name. */
            group_name: string;

            /**
             * Creates a new Broadcast instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Broadcast instance
             */
            static create(properties: fleetspeak.server.Broadcast.$Shape): fleetspeak.server.Broadcast & fleetspeak.server.Broadcast.$Shape;
            static create(properties?: fleetspeak.server.Broadcast.$Properties): fleetspeak.server.Broadcast;

            /**
             * Encodes the specified Broadcast message. Does not implicitly {@link fleetspeak.server.Broadcast.verify|verify} messages.
             * @param message Broadcast message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.Broadcast.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Broadcast message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.Broadcast & fleetspeak.server.Broadcast.$Shape} Broadcast
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.Broadcast & fleetspeak.server.Broadcast.$Shape;
        }

        namespace Broadcast {

            /** Properties of a Broadcast. */
            interface $Properties {

                /** Broadcast broadcast_id */
                broadcast_id?: (Uint8Array|null);

                /** Broadcast source */
                source?: (fleetspeak.Address.$Properties|null);

                /** Broadcast message_type */
                message_type?: (string|null);

                /** Broadcast required_labels */
                required_labels?: (fleetspeak.Label.$Properties[]|null);

                /** Broadcast expiration_time */
                expiration_time?: (google.protobuf.Timestamp.$Properties|null);

                /** Broadcast data */
                data?: (google.protobuf.Any.$Properties|null);

                /** Broadcast destination */
                destination?: (fleetspeak.Address.$Properties|null);

                /** Broadcast group_name */
                group_name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Broadcast. */
            type $Shape = fleetspeak.server.Broadcast.$Properties;
        }

        /**
         * Properties of a ClientResourceUsageRecord.
         * @deprecated Use fleetspeak.server.ClientResourceUsageRecord.$Properties instead.
         */
        interface IClientResourceUsageRecord extends fleetspeak.server.ClientResourceUsageRecord.$Properties {
        }

        /** Represents a ClientResourceUsageRecord. */
        class ClientResourceUsageRecord {

            /**
             * Constructs a new ClientResourceUsageRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.server.ClientResourceUsageRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientResourceUsageRecord scope. */
            scope: string;

            /** ClientResourceUsageRecord pid. */
            pid: Long;

            /** ClientResourceUsageRecord process_start_time. */
            process_start_time?: (google.protobuf.Timestamp.$Properties|null);

            /** ClientResourceUsageRecord client_timestamp. */
            client_timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** ClientResourceUsageRecord server_timestamp. */
            server_timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** ClientResourceUsageRecord mean_user_cpu_rate. */
            mean_user_cpu_rate: number;

            /** ClientResourceUsageRecord max_user_cpu_rate. */
            max_user_cpu_rate: number;

            /** ClientResourceUsageRecord mean_system_cpu_rate. */
            mean_system_cpu_rate: number;

            /** ClientResourceUsageRecord max_system_cpu_rate. */
            max_system_cpu_rate: number;

            /** ClientResourceUsageRecord mean_resident_memory_mib. */
            mean_resident_memory_mib: number;

            /** ClientResourceUsageRecord max_resident_memory_mib. */
            max_resident_memory_mib: number;

            /** ClientResourceUsageRecord process_terminated. */
            process_terminated: boolean;

            /** ClientResourceUsageRecord mean_num_fds. */
            mean_num_fds: number;

            /** ClientResourceUsageRecord max_num_fds. */
            max_num_fds: number;

            /**
             * Creates a new ClientResourceUsageRecord instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientResourceUsageRecord instance
             */
            static create(properties: fleetspeak.server.ClientResourceUsageRecord.$Shape): fleetspeak.server.ClientResourceUsageRecord & fleetspeak.server.ClientResourceUsageRecord.$Shape;
            static create(properties?: fleetspeak.server.ClientResourceUsageRecord.$Properties): fleetspeak.server.ClientResourceUsageRecord;

            /**
             * Encodes the specified ClientResourceUsageRecord message. Does not implicitly {@link fleetspeak.server.ClientResourceUsageRecord.verify|verify} messages.
             * @param message ClientResourceUsageRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.server.ClientResourceUsageRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientResourceUsageRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.server.ClientResourceUsageRecord & fleetspeak.server.ClientResourceUsageRecord.$Shape} ClientResourceUsageRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.server.ClientResourceUsageRecord & fleetspeak.server.ClientResourceUsageRecord.$Shape;
        }

        namespace ClientResourceUsageRecord {

            /** Properties of a ClientResourceUsageRecord. */
            interface $Properties {

                /** ClientResourceUsageRecord scope */
                scope?: (string|null);

                /** ClientResourceUsageRecord pid */
                pid?: (Long|null);

                /** ClientResourceUsageRecord process_start_time */
                process_start_time?: (google.protobuf.Timestamp.$Properties|null);

                /** ClientResourceUsageRecord client_timestamp */
                client_timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** ClientResourceUsageRecord server_timestamp */
                server_timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** ClientResourceUsageRecord mean_user_cpu_rate */
                mean_user_cpu_rate?: (number|null);

                /** ClientResourceUsageRecord max_user_cpu_rate */
                max_user_cpu_rate?: (number|null);

                /** ClientResourceUsageRecord mean_system_cpu_rate */
                mean_system_cpu_rate?: (number|null);

                /** ClientResourceUsageRecord max_system_cpu_rate */
                max_system_cpu_rate?: (number|null);

                /** ClientResourceUsageRecord mean_resident_memory_mib */
                mean_resident_memory_mib?: (number|null);

                /** ClientResourceUsageRecord max_resident_memory_mib */
                max_resident_memory_mib?: (number|null);

                /** ClientResourceUsageRecord process_terminated */
                process_terminated?: (boolean|null);

                /** ClientResourceUsageRecord mean_num_fds */
                mean_num_fds?: (number|null);

                /** ClientResourceUsageRecord max_num_fds */
                max_num_fds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientResourceUsageRecord. */
            type $Shape = fleetspeak.server.ClientResourceUsageRecord.$Properties;
        }
    }

    /** Namespace channel. */
    namespace channel {

        /**
         * Properties of a StartupData.
         * @deprecated Use fleetspeak.channel.StartupData.$Properties instead.
         */
        interface IStartupData extends fleetspeak.channel.StartupData.$Properties {
        }

        /** Represents a StartupData. */
        class StartupData {

            /**
             * Constructs a new StartupData.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.channel.StartupData.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StartupData pid. */
            pid: Long;

            /** StartupData version. */
            version: string;

            /**
             * Creates a new StartupData instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StartupData instance
             */
            static create(properties: fleetspeak.channel.StartupData.$Shape): fleetspeak.channel.StartupData & fleetspeak.channel.StartupData.$Shape;
            static create(properties?: fleetspeak.channel.StartupData.$Properties): fleetspeak.channel.StartupData;

            /**
             * Encodes the specified StartupData message. Does not implicitly {@link fleetspeak.channel.StartupData.verify|verify} messages.
             * @param message StartupData message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.channel.StartupData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartupData message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.channel.StartupData & fleetspeak.channel.StartupData.$Shape} StartupData
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.channel.StartupData & fleetspeak.channel.StartupData.$Shape;
        }

        namespace StartupData {

            /** Properties of a StartupData. */
            interface $Properties {

                /** StartupData pid */
                pid?: (Long|null);

                /** StartupData version */
                version?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StartupData. */
            type $Shape = fleetspeak.channel.StartupData.$Properties;
        }
    }

    /** Namespace components. */
    namespace components {

        /**
         * Properties of a MtlsConfig.
         * @deprecated Use fleetspeak.components.MtlsConfig.$Properties instead.
         */
        interface IMtlsConfig extends fleetspeak.components.MtlsConfig.$Properties {
        }

        /** Represents a MtlsConfig. */
        class MtlsConfig {

            /**
             * Constructs a new MtlsConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.MtlsConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new MtlsConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MtlsConfig instance
             */
            static create(properties: fleetspeak.components.MtlsConfig.$Shape): fleetspeak.components.MtlsConfig & fleetspeak.components.MtlsConfig.$Shape;
            static create(properties?: fleetspeak.components.MtlsConfig.$Properties): fleetspeak.components.MtlsConfig;

            /**
             * Encodes the specified MtlsConfig message. Does not implicitly {@link fleetspeak.components.MtlsConfig.verify|verify} messages.
             * @param message MtlsConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.MtlsConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MtlsConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.MtlsConfig & fleetspeak.components.MtlsConfig.$Shape} MtlsConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.MtlsConfig & fleetspeak.components.MtlsConfig.$Shape;
        }

        namespace MtlsConfig {

            /** Properties of a MtlsConfig. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MtlsConfig. */
            type $Shape = fleetspeak.components.MtlsConfig.$Properties;
        }

        /**
         * Properties of a HttpsHeaderConfig.
         * @deprecated Use fleetspeak.components.HttpsHeaderConfig.$Properties instead.
         */
        interface IHttpsHeaderConfig extends fleetspeak.components.HttpsHeaderConfig.$Properties {
        }

        /** Represents a HttpsHeaderConfig. */
        class HttpsHeaderConfig {

            /**
             * Constructs a new HttpsHeaderConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.HttpsHeaderConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HttpsHeaderConfig client_certificate_header. */
            client_certificate_header: string;

            /**
             * Creates a new HttpsHeaderConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HttpsHeaderConfig instance
             */
            static create(properties: fleetspeak.components.HttpsHeaderConfig.$Shape): fleetspeak.components.HttpsHeaderConfig & fleetspeak.components.HttpsHeaderConfig.$Shape;
            static create(properties?: fleetspeak.components.HttpsHeaderConfig.$Properties): fleetspeak.components.HttpsHeaderConfig;

            /**
             * Encodes the specified HttpsHeaderConfig message. Does not implicitly {@link fleetspeak.components.HttpsHeaderConfig.verify|verify} messages.
             * @param message HttpsHeaderConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.HttpsHeaderConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HttpsHeaderConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.HttpsHeaderConfig & fleetspeak.components.HttpsHeaderConfig.$Shape} HttpsHeaderConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.HttpsHeaderConfig & fleetspeak.components.HttpsHeaderConfig.$Shape;
        }

        namespace HttpsHeaderConfig {

            /** Properties of a HttpsHeaderConfig. */
            interface $Properties {

                /** HttpsHeaderConfig client_certificate_header */
                client_certificate_header?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HttpsHeaderConfig. */
            type $Shape = fleetspeak.components.HttpsHeaderConfig.$Properties;
        }

        /**
         * Properties of a HttpsHeaderChecksumConfig.
         * @deprecated Use fleetspeak.components.HttpsHeaderChecksumConfig.$Properties instead.
         */
        interface IHttpsHeaderChecksumConfig extends fleetspeak.components.HttpsHeaderChecksumConfig.$Properties {
        }

        /** Represents a HttpsHeaderChecksumConfig. */
        class HttpsHeaderChecksumConfig {

            /**
             * Constructs a new HttpsHeaderChecksumConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.HttpsHeaderChecksumConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HttpsHeaderChecksumConfig client_certificate_header. */
            client_certificate_header: string;

            /** HttpsHeaderChecksumConfig client_certificate_checksum_header. */
            client_certificate_checksum_header: string;

            /**
             * Creates a new HttpsHeaderChecksumConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HttpsHeaderChecksumConfig instance
             */
            static create(properties: fleetspeak.components.HttpsHeaderChecksumConfig.$Shape): fleetspeak.components.HttpsHeaderChecksumConfig & fleetspeak.components.HttpsHeaderChecksumConfig.$Shape;
            static create(properties?: fleetspeak.components.HttpsHeaderChecksumConfig.$Properties): fleetspeak.components.HttpsHeaderChecksumConfig;

            /**
             * Encodes the specified HttpsHeaderChecksumConfig message. Does not implicitly {@link fleetspeak.components.HttpsHeaderChecksumConfig.verify|verify} messages.
             * @param message HttpsHeaderChecksumConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.HttpsHeaderChecksumConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HttpsHeaderChecksumConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.HttpsHeaderChecksumConfig & fleetspeak.components.HttpsHeaderChecksumConfig.$Shape} HttpsHeaderChecksumConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.HttpsHeaderChecksumConfig & fleetspeak.components.HttpsHeaderChecksumConfig.$Shape;
        }

        namespace HttpsHeaderChecksumConfig {

            /** Properties of a HttpsHeaderChecksumConfig. */
            interface $Properties {

                /** HttpsHeaderChecksumConfig client_certificate_header */
                client_certificate_header?: (string|null);

                /** HttpsHeaderChecksumConfig client_certificate_checksum_header */
                client_certificate_checksum_header?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HttpsHeaderChecksumConfig. */
            type $Shape = fleetspeak.components.HttpsHeaderChecksumConfig.$Properties;
        }

        /**
         * Properties of a CleartextHeaderConfig.
         * @deprecated Use fleetspeak.components.CleartextHeaderConfig.$Properties instead.
         */
        interface ICleartextHeaderConfig extends fleetspeak.components.CleartextHeaderConfig.$Properties {
        }

        /** Represents a CleartextHeaderConfig. */
        class CleartextHeaderConfig {

            /**
             * Constructs a new CleartextHeaderConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.CleartextHeaderConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CleartextHeaderConfig client_certificate_header. */
            client_certificate_header: string;

            /**
             * Creates a new CleartextHeaderConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CleartextHeaderConfig instance
             */
            static create(properties: fleetspeak.components.CleartextHeaderConfig.$Shape): fleetspeak.components.CleartextHeaderConfig & fleetspeak.components.CleartextHeaderConfig.$Shape;
            static create(properties?: fleetspeak.components.CleartextHeaderConfig.$Properties): fleetspeak.components.CleartextHeaderConfig;

            /**
             * Encodes the specified CleartextHeaderConfig message. Does not implicitly {@link fleetspeak.components.CleartextHeaderConfig.verify|verify} messages.
             * @param message CleartextHeaderConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.CleartextHeaderConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CleartextHeaderConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.CleartextHeaderConfig & fleetspeak.components.CleartextHeaderConfig.$Shape} CleartextHeaderConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.CleartextHeaderConfig & fleetspeak.components.CleartextHeaderConfig.$Shape;
        }

        namespace CleartextHeaderConfig {

            /** Properties of a CleartextHeaderConfig. */
            interface $Properties {

                /** CleartextHeaderConfig client_certificate_header */
                client_certificate_header?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CleartextHeaderConfig. */
            type $Shape = fleetspeak.components.CleartextHeaderConfig.$Properties;
        }

        /**
         * Properties of a CleartextHeaderChecksumConfig.
         * @deprecated Use fleetspeak.components.CleartextHeaderChecksumConfig.$Properties instead.
         */
        interface ICleartextHeaderChecksumConfig extends fleetspeak.components.CleartextHeaderChecksumConfig.$Properties {
        }

        /** Represents a CleartextHeaderChecksumConfig. */
        class CleartextHeaderChecksumConfig {

            /**
             * Constructs a new CleartextHeaderChecksumConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.CleartextHeaderChecksumConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CleartextHeaderChecksumConfig client_certificate_header. */
            client_certificate_header: string;

            /** CleartextHeaderChecksumConfig client_certificate_checksum_header. */
            client_certificate_checksum_header: string;

            /**
             * Creates a new CleartextHeaderChecksumConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CleartextHeaderChecksumConfig instance
             */
            static create(properties: fleetspeak.components.CleartextHeaderChecksumConfig.$Shape): fleetspeak.components.CleartextHeaderChecksumConfig & fleetspeak.components.CleartextHeaderChecksumConfig.$Shape;
            static create(properties?: fleetspeak.components.CleartextHeaderChecksumConfig.$Properties): fleetspeak.components.CleartextHeaderChecksumConfig;

            /**
             * Encodes the specified CleartextHeaderChecksumConfig message. Does not implicitly {@link fleetspeak.components.CleartextHeaderChecksumConfig.verify|verify} messages.
             * @param message CleartextHeaderChecksumConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.CleartextHeaderChecksumConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CleartextHeaderChecksumConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.CleartextHeaderChecksumConfig & fleetspeak.components.CleartextHeaderChecksumConfig.$Shape} CleartextHeaderChecksumConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.CleartextHeaderChecksumConfig & fleetspeak.components.CleartextHeaderChecksumConfig.$Shape;
        }

        namespace CleartextHeaderChecksumConfig {

            /** Properties of a CleartextHeaderChecksumConfig. */
            interface $Properties {

                /** CleartextHeaderChecksumConfig client_certificate_header */
                client_certificate_header?: (string|null);

                /** CleartextHeaderChecksumConfig client_certificate_checksum_header */
                client_certificate_checksum_header?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CleartextHeaderChecksumConfig. */
            type $Shape = fleetspeak.components.CleartextHeaderChecksumConfig.$Properties;
        }

        /**
         * Properties of a CleartextXfccConfig.
         * @deprecated Use fleetspeak.components.CleartextXfccConfig.$Properties instead.
         */
        interface ICleartextXfccConfig extends fleetspeak.components.CleartextXfccConfig.$Properties {
        }

        /** Represents a CleartextXfccConfig. */
        class CleartextXfccConfig {

            /**
             * Constructs a new CleartextXfccConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.CleartextXfccConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CleartextXfccConfig client_certificate_header. */
            client_certificate_header: string;

            /**
             * Creates a new CleartextXfccConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CleartextXfccConfig instance
             */
            static create(properties: fleetspeak.components.CleartextXfccConfig.$Shape): fleetspeak.components.CleartextXfccConfig & fleetspeak.components.CleartextXfccConfig.$Shape;
            static create(properties?: fleetspeak.components.CleartextXfccConfig.$Properties): fleetspeak.components.CleartextXfccConfig;

            /**
             * Encodes the specified CleartextXfccConfig message. Does not implicitly {@link fleetspeak.components.CleartextXfccConfig.verify|verify} messages.
             * @param message CleartextXfccConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.CleartextXfccConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CleartextXfccConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.CleartextXfccConfig & fleetspeak.components.CleartextXfccConfig.$Shape} CleartextXfccConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.CleartextXfccConfig & fleetspeak.components.CleartextXfccConfig.$Shape;
        }

        namespace CleartextXfccConfig {

            /** Properties of a CleartextXfccConfig. */
            interface $Properties {

                /** CleartextXfccConfig client_certificate_header */
                client_certificate_header?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CleartextXfccConfig. */
            type $Shape = fleetspeak.components.CleartextXfccConfig.$Properties;
        }

        /**
         * Properties of a FrontendConfig.
         * @deprecated Use fleetspeak.components.FrontendConfig.$Properties instead.
         */
        interface IFrontendConfig extends fleetspeak.components.FrontendConfig.$Properties {
        }

        /** Represents a FrontendConfig. */
        class FrontendConfig {

            /**
             * Constructs a new FrontendConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.FrontendConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FrontendConfig mtls_config. */
            mtls_config?: (fleetspeak.components.MtlsConfig.$Properties|null);

            /** FrontendConfig https_header_config. */
            https_header_config?: (fleetspeak.components.HttpsHeaderConfig.$Properties|null);

            /** FrontendConfig https_header_checksum_config. */
            https_header_checksum_config?: (fleetspeak.components.HttpsHeaderChecksumConfig.$Properties|null);

            /** FrontendConfig cleartext_header_config. */
            cleartext_header_config?: (fleetspeak.components.CleartextHeaderConfig.$Properties|null);

            /** FrontendConfig cleartext_header_checksum_config. */
            cleartext_header_checksum_config?: (fleetspeak.components.CleartextHeaderChecksumConfig.$Properties|null);

            /** FrontendConfig cleartext_xfcc_config. */
            cleartext_xfcc_config?: (fleetspeak.components.CleartextXfccConfig.$Properties|null);

            /** FrontendConfig frontend_mode. */
            frontend_mode?: ("mtls_config"|"https_header_config"|"https_header_checksum_config"|"cleartext_header_config"|"cleartext_header_checksum_config"|"cleartext_xfcc_config");

            /**
             * Creates a new FrontendConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FrontendConfig instance
             */
            static create(properties: fleetspeak.components.FrontendConfig.$Shape): fleetspeak.components.FrontendConfig & fleetspeak.components.FrontendConfig.$Shape;
            static create(properties?: fleetspeak.components.FrontendConfig.$Properties): fleetspeak.components.FrontendConfig;

            /**
             * Encodes the specified FrontendConfig message. Does not implicitly {@link fleetspeak.components.FrontendConfig.verify|verify} messages.
             * @param message FrontendConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.FrontendConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FrontendConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.FrontendConfig & fleetspeak.components.FrontendConfig.$Shape} FrontendConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.FrontendConfig & fleetspeak.components.FrontendConfig.$Shape;
        }

        namespace FrontendConfig {

            /** Properties of a FrontendConfig. */
            interface $Properties {

                /** FrontendConfig mtls_config */
                mtls_config?: (fleetspeak.components.MtlsConfig.$Properties|null);

                /** FrontendConfig https_header_config */
                https_header_config?: (fleetspeak.components.HttpsHeaderConfig.$Properties|null);

                /** FrontendConfig https_header_checksum_config */
                https_header_checksum_config?: (fleetspeak.components.HttpsHeaderChecksumConfig.$Properties|null);

                /** FrontendConfig cleartext_header_config */
                cleartext_header_config?: (fleetspeak.components.CleartextHeaderConfig.$Properties|null);

                /** FrontendConfig cleartext_header_checksum_config */
                cleartext_header_checksum_config?: (fleetspeak.components.CleartextHeaderChecksumConfig.$Properties|null);

                /** FrontendConfig cleartext_xfcc_config */
                cleartext_xfcc_config?: (fleetspeak.components.CleartextXfccConfig.$Properties|null);

                /** FrontendConfig frontend_mode */
                frontend_mode?: ("mtls_config"|"https_header_config"|"https_header_checksum_config"|"cleartext_header_config"|"cleartext_header_checksum_config"|"cleartext_xfcc_config");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a FrontendConfig. */
            type $Shape = {
              mtls_config?: fleetspeak.components.MtlsConfig.$Shape|null;
              https_header_config?: fleetspeak.components.HttpsHeaderConfig.$Shape|null;
              https_header_checksum_config?: fleetspeak.components.HttpsHeaderChecksumConfig.$Shape|null;
              cleartext_header_config?: fleetspeak.components.CleartextHeaderConfig.$Shape|null;
              cleartext_header_checksum_config?: fleetspeak.components.CleartextHeaderChecksumConfig.$Shape|null;
              cleartext_xfcc_config?: fleetspeak.components.CleartextXfccConfig.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ frontend_mode?: undefined; mtls_config?: null; https_header_config?: null; https_header_checksum_config?: null; cleartext_header_config?: null; cleartext_header_checksum_config?: null; cleartext_xfcc_config?: null }|{ frontend_mode?: "mtls_config"; mtls_config: fleetspeak.components.MtlsConfig.$Shape; https_header_config?: null; https_header_checksum_config?: null; cleartext_header_config?: null; cleartext_header_checksum_config?: null; cleartext_xfcc_config?: null }|{ frontend_mode?: "https_header_config"; mtls_config?: null; https_header_config: fleetspeak.components.HttpsHeaderConfig.$Shape; https_header_checksum_config?: null; cleartext_header_config?: null; cleartext_header_checksum_config?: null; cleartext_xfcc_config?: null }|{ frontend_mode?: "https_header_checksum_config"; mtls_config?: null; https_header_config?: null; https_header_checksum_config: fleetspeak.components.HttpsHeaderChecksumConfig.$Shape; cleartext_header_config?: null; cleartext_header_checksum_config?: null; cleartext_xfcc_config?: null }|{ frontend_mode?: "cleartext_header_config"; mtls_config?: null; https_header_config?: null; https_header_checksum_config?: null; cleartext_header_config: fleetspeak.components.CleartextHeaderConfig.$Shape; cleartext_header_checksum_config?: null; cleartext_xfcc_config?: null }|{ frontend_mode?: "cleartext_header_checksum_config"; mtls_config?: null; https_header_config?: null; https_header_checksum_config?: null; cleartext_header_config?: null; cleartext_header_checksum_config: fleetspeak.components.CleartextHeaderChecksumConfig.$Shape; cleartext_xfcc_config?: null }|{ frontend_mode?: "cleartext_xfcc_config"; mtls_config?: null; https_header_config?: null; https_header_checksum_config?: null; cleartext_header_config?: null; cleartext_header_checksum_config?: null; cleartext_xfcc_config: fleetspeak.components.CleartextXfccConfig.$Shape })
            );
        }

        /**
         * Properties of a HttpsConfig.
         * @deprecated Use fleetspeak.components.HttpsConfig.$Properties instead.
         */
        interface IHttpsConfig extends fleetspeak.components.HttpsConfig.$Properties {
        }

        /** Represents a HttpsConfig. */
        class HttpsConfig {

            /**
             * Constructs a new HttpsConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.HttpsConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HttpsConfig listen_address. */
            listen_address: string;

            /** HttpsConfig certificates. */
            certificates: string;

            /** HttpsConfig key. */
            key: string;

            /** HttpsConfig disable_streaming. */
            disable_streaming: boolean;

            /** HttpsConfig frontend_config. */
            frontend_config?: (fleetspeak.components.FrontendConfig.$Properties|null);

            /** HttpsConfig enable_file_server_authorization. */
            enable_file_server_authorization: boolean;

            /**
             * Creates a new HttpsConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HttpsConfig instance
             */
            static create(properties: fleetspeak.components.HttpsConfig.$Shape): fleetspeak.components.HttpsConfig & fleetspeak.components.HttpsConfig.$Shape;
            static create(properties?: fleetspeak.components.HttpsConfig.$Properties): fleetspeak.components.HttpsConfig;

            /**
             * Encodes the specified HttpsConfig message. Does not implicitly {@link fleetspeak.components.HttpsConfig.verify|verify} messages.
             * @param message HttpsConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.HttpsConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HttpsConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.HttpsConfig & fleetspeak.components.HttpsConfig.$Shape} HttpsConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.HttpsConfig & fleetspeak.components.HttpsConfig.$Shape;
        }

        namespace HttpsConfig {

            /** Properties of a HttpsConfig. */
            interface $Properties {

                /** HttpsConfig listen_address */
                listen_address?: (string|null);

                /** HttpsConfig certificates */
                certificates?: (string|null);

                /** HttpsConfig key */
                key?: (string|null);

                /** HttpsConfig disable_streaming */
                disable_streaming?: (boolean|null);

                /** HttpsConfig frontend_config */
                frontend_config?: (fleetspeak.components.FrontendConfig.$Properties|null);

                /** HttpsConfig enable_file_server_authorization */
                enable_file_server_authorization?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HttpsConfig. */
            type $Shape = {
              listen_address?: string|null;
              certificates?: string|null;
              key?: string|null;
              disable_streaming?: boolean|null;
              frontend_config?: fleetspeak.components.FrontendConfig.$Shape|null;
              enable_file_server_authorization?: boolean|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an AdminConfig.
         * @deprecated Use fleetspeak.components.AdminConfig.$Properties instead.
         */
        interface IAdminConfig extends fleetspeak.components.AdminConfig.$Properties {
        }

        /** Represents an AdminConfig. */
        class AdminConfig {

            /**
             * Constructs a new AdminConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.AdminConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdminConfig listen_address. */
            listen_address: string;

            /**
             * Creates a new AdminConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdminConfig instance
             */
            static create(properties: fleetspeak.components.AdminConfig.$Shape): fleetspeak.components.AdminConfig & fleetspeak.components.AdminConfig.$Shape;
            static create(properties?: fleetspeak.components.AdminConfig.$Properties): fleetspeak.components.AdminConfig;

            /**
             * Encodes the specified AdminConfig message. Does not implicitly {@link fleetspeak.components.AdminConfig.verify|verify} messages.
             * @param message AdminConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.AdminConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdminConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.AdminConfig & fleetspeak.components.AdminConfig.$Shape} AdminConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.AdminConfig & fleetspeak.components.AdminConfig.$Shape;
        }

        namespace AdminConfig {

            /** Properties of an AdminConfig. */
            interface $Properties {

                /** AdminConfig listen_address */
                listen_address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdminConfig. */
            type $Shape = fleetspeak.components.AdminConfig.$Properties;
        }

        /**
         * Properties of a StatsConfig.
         * @deprecated Use fleetspeak.components.StatsConfig.$Properties instead.
         */
        interface IStatsConfig extends fleetspeak.components.StatsConfig.$Properties {
        }

        /** Represents a StatsConfig. */
        class StatsConfig {

            /**
             * Constructs a new StatsConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.StatsConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatsConfig address. */
            address: string;

            /**
             * Creates a new StatsConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatsConfig instance
             */
            static create(properties: fleetspeak.components.StatsConfig.$Shape): fleetspeak.components.StatsConfig & fleetspeak.components.StatsConfig.$Shape;
            static create(properties?: fleetspeak.components.StatsConfig.$Properties): fleetspeak.components.StatsConfig;

            /**
             * Encodes the specified StatsConfig message. Does not implicitly {@link fleetspeak.components.StatsConfig.verify|verify} messages.
             * @param message StatsConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.StatsConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatsConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.StatsConfig & fleetspeak.components.StatsConfig.$Shape} StatsConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.StatsConfig & fleetspeak.components.StatsConfig.$Shape;
        }

        namespace StatsConfig {

            /** Properties of a StatsConfig. */
            interface $Properties {

                /** StatsConfig address */
                address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatsConfig. */
            type $Shape = fleetspeak.components.StatsConfig.$Properties;
        }

        /**
         * Properties of a HealthCheckConfig.
         * @deprecated Use fleetspeak.components.HealthCheckConfig.$Properties instead.
         */
        interface IHealthCheckConfig extends fleetspeak.components.HealthCheckConfig.$Properties {
        }

        /** Represents a HealthCheckConfig. */
        class HealthCheckConfig {

            /**
             * Constructs a new HealthCheckConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.HealthCheckConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthCheckConfig listen_address. */
            listen_address: string;

            /**
             * Creates a new HealthCheckConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthCheckConfig instance
             */
            static create(properties: fleetspeak.components.HealthCheckConfig.$Shape): fleetspeak.components.HealthCheckConfig & fleetspeak.components.HealthCheckConfig.$Shape;
            static create(properties?: fleetspeak.components.HealthCheckConfig.$Properties): fleetspeak.components.HealthCheckConfig;

            /**
             * Encodes the specified HealthCheckConfig message. Does not implicitly {@link fleetspeak.components.HealthCheckConfig.verify|verify} messages.
             * @param message HealthCheckConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.HealthCheckConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthCheckConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.HealthCheckConfig & fleetspeak.components.HealthCheckConfig.$Shape} HealthCheckConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.HealthCheckConfig & fleetspeak.components.HealthCheckConfig.$Shape;
        }

        namespace HealthCheckConfig {

            /** Properties of a HealthCheckConfig. */
            interface $Properties {

                /** HealthCheckConfig listen_address */
                listen_address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthCheckConfig. */
            type $Shape = fleetspeak.components.HealthCheckConfig.$Properties;
        }

        /**
         * Properties of a SpannerConfig.
         * @deprecated Use fleetspeak.components.SpannerConfig.$Properties instead.
         */
        interface ISpannerConfig extends fleetspeak.components.SpannerConfig.$Properties {
        }

        /** Represents a SpannerConfig. */
        class SpannerConfig {

            /**
             * Constructs a new SpannerConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.SpannerConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new SpannerConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SpannerConfig instance
             */
            static create(properties: fleetspeak.components.SpannerConfig.$Shape): fleetspeak.components.SpannerConfig & fleetspeak.components.SpannerConfig.$Shape;
            static create(properties?: fleetspeak.components.SpannerConfig.$Properties): fleetspeak.components.SpannerConfig;

            /**
             * Encodes the specified SpannerConfig message. Does not implicitly {@link fleetspeak.components.SpannerConfig.verify|verify} messages.
             * @param message SpannerConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.SpannerConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SpannerConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.SpannerConfig & fleetspeak.components.SpannerConfig.$Shape} SpannerConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.SpannerConfig & fleetspeak.components.SpannerConfig.$Shape;
        }

        namespace SpannerConfig {

            /** Properties of a SpannerConfig. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SpannerConfig. */
            type $Shape = fleetspeak.components.SpannerConfig.$Properties;
        }

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.components.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.components.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.components.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config mysql_data_source_name. */
            mysql_data_source_name: string;

            /** Config https_config. */
            https_config?: (fleetspeak.components.HttpsConfig.$Properties|null);

            /** Config proxy_protocol. */
            proxy_protocol: boolean;

            /** Config required_label. */
            required_label: string;

            /** Config notification_listen_address. */
            notification_listen_address: string;

            /** Config notification_public_address. */
            notification_public_address: string;

            /** Config admin_config. */
            admin_config?: (fleetspeak.components.AdminConfig.$Properties|null);

            /** Config stats_config. */
            stats_config?: (fleetspeak.components.StatsConfig.$Properties|null);

            /** Config health_check_config. */
            health_check_config?: (fleetspeak.components.HealthCheckConfig.$Properties|null);

            /** Config notification_use_http_notifier. */
            notification_use_http_notifier: boolean;

            /** Config spanner_config. */
            spanner_config?: (fleetspeak.components.SpannerConfig.$Properties|null);

            /** Config fleet. */
            fleet?: (fleet.v1.ServerExtension.$Properties|null);

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.components.Config.$Shape): fleetspeak.components.Config & fleetspeak.components.Config.$Shape;
            static create(properties?: fleetspeak.components.Config.$Properties): fleetspeak.components.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.components.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.components.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.components.Config & fleetspeak.components.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.components.Config & fleetspeak.components.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config mysql_data_source_name */
                mysql_data_source_name?: (string|null);

                /** Config https_config */
                https_config?: (fleetspeak.components.HttpsConfig.$Properties|null);

                /** Config proxy_protocol */
                proxy_protocol?: (boolean|null);

                /** Config required_label */
                required_label?: (string|null);

                /** Config notification_listen_address */
                notification_listen_address?: (string|null);

                /** Config notification_public_address */
                notification_public_address?: (string|null);

                /** Config admin_config */
                admin_config?: (fleetspeak.components.AdminConfig.$Properties|null);

                /** Config stats_config */
                stats_config?: (fleetspeak.components.StatsConfig.$Properties|null);

                /** Config health_check_config */
                health_check_config?: (fleetspeak.components.HealthCheckConfig.$Properties|null);

                /** Config notification_use_http_notifier */
                notification_use_http_notifier?: (boolean|null);

                /** Config spanner_config */
                spanner_config?: (fleetspeak.components.SpannerConfig.$Properties|null);

                /** Config fleet */
                fleet?: (fleet.v1.ServerExtension.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = {
              mysql_data_source_name?: string|null;
              https_config?: fleetspeak.components.HttpsConfig.$Shape|null;
              proxy_protocol?: boolean|null;
              required_label?: string|null;
              notification_listen_address?: string|null;
              notification_public_address?: string|null;
              admin_config?: fleetspeak.components.AdminConfig.$Shape|null;
              stats_config?: fleetspeak.components.StatsConfig.$Shape|null;
              health_check_config?: fleetspeak.components.HealthCheckConfig.$Shape|null;
              notification_use_http_notifier?: boolean|null;
              spanner_config?: fleetspeak.components.SpannerConfig.$Shape|null;
              fleet?: fleet.v1.ServerExtension.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /** Namespace config. */
    namespace config {

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.config.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.config.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.config.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config configuration_name. */
            configuration_name: string;

            /** Config components_config. */
            components_config?: (fleetspeak.components.Config.$Properties|null);

            /** Config trusted_cert_file. */
            trusted_cert_file: string;

            /** Config trusted_cert_key_file. */
            trusted_cert_key_file: string;

            /** Config server_cert_file. */
            server_cert_file: string;

            /** Config server_cert_key_file. */
            server_cert_key_file: string;

            /** Config server_component_configuration_file. */
            server_component_configuration_file: string;

            /** Config public_host_port. */
            public_host_port: string[];

            /** Config linux_client_configuration_file. */
            linux_client_configuration_file: string;

            /** Config darwin_client_configuration_file. */
            darwin_client_configuration_file: string;

            /** Config windows_client_configuration_file. */
            windows_client_configuration_file: string;

            /** Config server_name. */
            server_name: string;

            /** Config proxy. */
            proxy: string;

            /** Config fleet. */
            fleet?: (fleet.v1.ConfiguratorExtension.$Properties|null);

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.config.Config.$Shape): fleetspeak.config.Config & fleetspeak.config.Config.$Shape;
            static create(properties?: fleetspeak.config.Config.$Properties): fleetspeak.config.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.config.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.config.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.config.Config & fleetspeak.config.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.config.Config & fleetspeak.config.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config configuration_name */
                configuration_name?: (string|null);

                /** Config components_config */
                components_config?: (fleetspeak.components.Config.$Properties|null);

                /** Config trusted_cert_file */
                trusted_cert_file?: (string|null);

                /** Config trusted_cert_key_file */
                trusted_cert_key_file?: (string|null);

                /** Config server_cert_file */
                server_cert_file?: (string|null);

                /** Config server_cert_key_file */
                server_cert_key_file?: (string|null);

                /** Config server_component_configuration_file */
                server_component_configuration_file?: (string|null);

                /** Config public_host_port */
                public_host_port?: (string[]|null);

                /** Config linux_client_configuration_file */
                linux_client_configuration_file?: (string|null);

                /** Config darwin_client_configuration_file */
                darwin_client_configuration_file?: (string|null);

                /** Config windows_client_configuration_file */
                windows_client_configuration_file?: (string|null);

                /** Config server_name */
                server_name?: (string|null);

                /** Config proxy */
                proxy?: (string|null);

                /** Config fleet */
                fleet?: (fleet.v1.ConfiguratorExtension.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = {
              configuration_name?: string|null;
              components_config?: fleetspeak.components.Config.$Shape|null;
              trusted_cert_file?: string|null;
              trusted_cert_key_file?: string|null;
              server_cert_file?: string|null;
              server_cert_key_file?: string|null;
              server_component_configuration_file?: string|null;
              public_host_port?: string[]|null;
              linux_client_configuration_file?: string|null;
              darwin_client_configuration_file?: string|null;
              windows_client_configuration_file?: string|null;
              server_name?: string|null;
              proxy?: string|null;
              fleet?: fleet.v1.ConfiguratorExtension.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }
    }

    /** Namespace daemonservice. */
    namespace daemonservice {

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.daemonservice.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.daemonservice.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.daemonservice.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config argv. */
            argv: string[];

            /** Config inactivity_timeout. */
            inactivity_timeout?: (google.protobuf.Duration.$Properties|null);

            /** Config lazy_start. */
            lazy_start: boolean;

            /** Config disable_resource_monitoring. */
            disable_resource_monitoring: boolean;

            /** Config resource_monitoring_sample_size. */
            resource_monitoring_sample_size: number;

            /** Config resource_monitoring_sample_period_seconds. */
            resource_monitoring_sample_period_seconds: number;

            /** Config memory_limit. */
            memory_limit: Long;

            /** Config monitor_heartbeats. */
            monitor_heartbeats: boolean;

            /** Config heartbeat_unresponsive_grace_period_seconds. */
            heartbeat_unresponsive_grace_period_seconds: number;

            /** Config heartbeat_unresponsive_kill_period_seconds. */
            heartbeat_unresponsive_kill_period_seconds: number;

            /** Config std_params. */
            std_params?: (fleetspeak.daemonservice.Config.StdParams.$Properties|null);

            /** Config resource_monitoring_sample_period. */
            resource_monitoring_sample_period?: (google.protobuf.Duration.$Properties|null);

            /** Config heartbeat_unresponsive_grace_period. */
            heartbeat_unresponsive_grace_period?: (google.protobuf.Duration.$Properties|null);

            /** Config heartbeat_unresponsive_kill_period. */
            heartbeat_unresponsive_kill_period?: (google.protobuf.Duration.$Properties|null);

            /** Config fleet. */
            fleet?: (fleet.v1.DaemonExtension.$Properties|null);

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.daemonservice.Config.$Shape): fleetspeak.daemonservice.Config & fleetspeak.daemonservice.Config.$Shape;
            static create(properties?: fleetspeak.daemonservice.Config.$Properties): fleetspeak.daemonservice.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.daemonservice.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.daemonservice.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.daemonservice.Config & fleetspeak.daemonservice.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.daemonservice.Config & fleetspeak.daemonservice.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config argv */
                argv?: (string[]|null);

                /** Config inactivity_timeout */
                inactivity_timeout?: (google.protobuf.Duration.$Properties|null);

                /** Config lazy_start */
                lazy_start?: (boolean|null);

                /** Config disable_resource_monitoring */
                disable_resource_monitoring?: (boolean|null);

                /** Config resource_monitoring_sample_size */
                resource_monitoring_sample_size?: (number|null);

                /** Config resource_monitoring_sample_period_seconds */
                resource_monitoring_sample_period_seconds?: (number|null);

                /** Config memory_limit */
                memory_limit?: (Long|null);

                /** Config monitor_heartbeats */
                monitor_heartbeats?: (boolean|null);

                /** Config heartbeat_unresponsive_grace_period_seconds */
                heartbeat_unresponsive_grace_period_seconds?: (number|null);

                /** Config heartbeat_unresponsive_kill_period_seconds */
                heartbeat_unresponsive_kill_period_seconds?: (number|null);

                /** Config std_params */
                std_params?: (fleetspeak.daemonservice.Config.StdParams.$Properties|null);

                /** Config resource_monitoring_sample_period */
                resource_monitoring_sample_period?: (google.protobuf.Duration.$Properties|null);

                /** Config heartbeat_unresponsive_grace_period */
                heartbeat_unresponsive_grace_period?: (google.protobuf.Duration.$Properties|null);

                /** Config heartbeat_unresponsive_kill_period */
                heartbeat_unresponsive_kill_period?: (google.protobuf.Duration.$Properties|null);

                /** Config fleet */
                fleet?: (fleet.v1.DaemonExtension.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = fleetspeak.daemonservice.Config.$Properties;

            /**
             * Properties of a StdParams.
             * @deprecated Use fleetspeak.daemonservice.Config.StdParams.$Properties instead.
             */
            interface IStdParams extends fleetspeak.daemonservice.Config.StdParams.$Properties {
            }

            /** Represents a StdParams. */
            class StdParams {

                /**
                 * Constructs a new StdParams.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: fleetspeak.daemonservice.Config.StdParams.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StdParams service_name. */
                service_name: string;

                /** StdParams flush_bytes. */
                flush_bytes: number;

                /** StdParams flush_time_seconds. */
                flush_time_seconds: number;

                /**
                 * Creates a new StdParams instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StdParams instance
                 */
                static create(properties: fleetspeak.daemonservice.Config.StdParams.$Shape): fleetspeak.daemonservice.Config.StdParams & fleetspeak.daemonservice.Config.StdParams.$Shape;
                static create(properties?: fleetspeak.daemonservice.Config.StdParams.$Properties): fleetspeak.daemonservice.Config.StdParams;

                /**
                 * Encodes the specified StdParams message. Does not implicitly {@link fleetspeak.daemonservice.Config.StdParams.verify|verify} messages.
                 * @param message StdParams message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: fleetspeak.daemonservice.Config.StdParams.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StdParams message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {fleetspeak.daemonservice.Config.StdParams & fleetspeak.daemonservice.Config.StdParams.$Shape} StdParams
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.daemonservice.Config.StdParams & fleetspeak.daemonservice.Config.StdParams.$Shape;
            }

            namespace StdParams {

                /** Properties of a StdParams. */
                interface $Properties {

                    /** StdParams service_name */
                    service_name?: (string|null);

                    /** StdParams flush_bytes */
                    flush_bytes?: (number|null);

                    /** StdParams flush_time_seconds */
                    flush_time_seconds?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StdParams. */
                type $Shape = fleetspeak.daemonservice.Config.StdParams.$Properties;
            }
        }

        /**
         * Properties of a StdOutputData.
         * @deprecated Use fleetspeak.daemonservice.StdOutputData.$Properties instead.
         */
        interface IStdOutputData extends fleetspeak.daemonservice.StdOutputData.$Properties {
        }

        /** Represents a StdOutputData. */
        class StdOutputData {

            /**
             * Constructs a new StdOutputData.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.daemonservice.StdOutputData.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StdOutputData pid. */
            pid: Long;

            /** StdOutputData message_index. */
            message_index: Long;

            /** StdOutputData stdout. */
            stdout: Uint8Array;

            /** StdOutputData stderr. */
            stderr: Uint8Array;

            /**
             * Creates a new StdOutputData instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StdOutputData instance
             */
            static create(properties: fleetspeak.daemonservice.StdOutputData.$Shape): fleetspeak.daemonservice.StdOutputData & fleetspeak.daemonservice.StdOutputData.$Shape;
            static create(properties?: fleetspeak.daemonservice.StdOutputData.$Properties): fleetspeak.daemonservice.StdOutputData;

            /**
             * Encodes the specified StdOutputData message. Does not implicitly {@link fleetspeak.daemonservice.StdOutputData.verify|verify} messages.
             * @param message StdOutputData message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.daemonservice.StdOutputData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StdOutputData message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.daemonservice.StdOutputData & fleetspeak.daemonservice.StdOutputData.$Shape} StdOutputData
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.daemonservice.StdOutputData & fleetspeak.daemonservice.StdOutputData.$Shape;
        }

        namespace StdOutputData {

            /** Properties of a StdOutputData. */
            interface $Properties {

                /** StdOutputData pid */
                pid?: (Long|null);

                /** StdOutputData message_index */
                message_index?: (Long|null);

                /** StdOutputData stdout */
                stdout?: (Uint8Array|null);

                /** StdOutputData stderr */
                stderr?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StdOutputData. */
            type $Shape = fleetspeak.daemonservice.StdOutputData.$Properties;
        }
    }

    /** Namespace grpcservice. */
    namespace grpcservice {

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.grpcservice.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.grpcservice.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.grpcservice.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config target. */
            target: string;

            /** Config insecure. */
            insecure: boolean;

            /** Config cert_file. */
            cert_file: string;

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.grpcservice.Config.$Shape): fleetspeak.grpcservice.Config & fleetspeak.grpcservice.Config.$Shape;
            static create(properties?: fleetspeak.grpcservice.Config.$Properties): fleetspeak.grpcservice.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.grpcservice.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.grpcservice.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.grpcservice.Config & fleetspeak.grpcservice.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.grpcservice.Config & fleetspeak.grpcservice.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config target */
                target?: (string|null);

                /** Config insecure */
                insecure?: (boolean|null);

                /** Config cert_file */
                cert_file?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = fleetspeak.grpcservice.Config.$Properties;
        }
    }

    /** Namespace monitoring. */
    namespace monitoring {

        /**
         * Properties of an AggregatedResourceUsage.
         * @deprecated Use fleetspeak.monitoring.AggregatedResourceUsage.$Properties instead.
         */
        interface IAggregatedResourceUsage extends fleetspeak.monitoring.AggregatedResourceUsage.$Properties {
        }

        /** Represents an AggregatedResourceUsage. */
        class AggregatedResourceUsage {

            /**
             * Constructs a new AggregatedResourceUsage.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.monitoring.AggregatedResourceUsage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AggregatedResourceUsage mean_user_cpu_rate. */
            mean_user_cpu_rate: number;

            /** AggregatedResourceUsage max_user_cpu_rate. */
            max_user_cpu_rate: number;

            /** AggregatedResourceUsage mean_system_cpu_rate. */
            mean_system_cpu_rate: number;

            /** AggregatedResourceUsage max_system_cpu_rate. */
            max_system_cpu_rate: number;

            /** AggregatedResourceUsage mean_resident_memory. */
            mean_resident_memory: number;

            /** AggregatedResourceUsage max_resident_memory. */
            max_resident_memory: Long;

            /** AggregatedResourceUsage max_num_fds. */
            max_num_fds: number;

            /** AggregatedResourceUsage mean_num_fds. */
            mean_num_fds: number;

            /**
             * Creates a new AggregatedResourceUsage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AggregatedResourceUsage instance
             */
            static create(properties: fleetspeak.monitoring.AggregatedResourceUsage.$Shape): fleetspeak.monitoring.AggregatedResourceUsage & fleetspeak.monitoring.AggregatedResourceUsage.$Shape;
            static create(properties?: fleetspeak.monitoring.AggregatedResourceUsage.$Properties): fleetspeak.monitoring.AggregatedResourceUsage;

            /**
             * Encodes the specified AggregatedResourceUsage message. Does not implicitly {@link fleetspeak.monitoring.AggregatedResourceUsage.verify|verify} messages.
             * @param message AggregatedResourceUsage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.monitoring.AggregatedResourceUsage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AggregatedResourceUsage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.monitoring.AggregatedResourceUsage & fleetspeak.monitoring.AggregatedResourceUsage.$Shape} AggregatedResourceUsage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.monitoring.AggregatedResourceUsage & fleetspeak.monitoring.AggregatedResourceUsage.$Shape;
        }

        namespace AggregatedResourceUsage {

            /** Properties of an AggregatedResourceUsage. */
            interface $Properties {

                /** AggregatedResourceUsage mean_user_cpu_rate */
                mean_user_cpu_rate?: (number|null);

                /** AggregatedResourceUsage max_user_cpu_rate */
                max_user_cpu_rate?: (number|null);

                /** AggregatedResourceUsage mean_system_cpu_rate */
                mean_system_cpu_rate?: (number|null);

                /** AggregatedResourceUsage max_system_cpu_rate */
                max_system_cpu_rate?: (number|null);

                /** AggregatedResourceUsage mean_resident_memory */
                mean_resident_memory?: (number|null);

                /** AggregatedResourceUsage max_resident_memory */
                max_resident_memory?: (Long|null);

                /** AggregatedResourceUsage max_num_fds */
                max_num_fds?: (number|null);

                /** AggregatedResourceUsage mean_num_fds */
                mean_num_fds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AggregatedResourceUsage. */
            type $Shape = fleetspeak.monitoring.AggregatedResourceUsage.$Properties;
        }

        /**
         * Properties of a ResourceUsageData.
         * @deprecated Use fleetspeak.monitoring.ResourceUsageData.$Properties instead.
         */
        interface IResourceUsageData extends fleetspeak.monitoring.ResourceUsageData.$Properties {
        }

        /** Represents a ResourceUsageData. */
        class ResourceUsageData {

            /**
             * Constructs a new ResourceUsageData.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.monitoring.ResourceUsageData.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResourceUsageData scope. */
            scope: string;

            /** ResourceUsageData pid. */
            pid: Long;

            /** ResourceUsageData process_start_time. */
            process_start_time?: (google.protobuf.Timestamp.$Properties|null);

            /** ResourceUsageData data_timestamp. */
            data_timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** ResourceUsageData resource_usage. */
            resource_usage?: (fleetspeak.monitoring.AggregatedResourceUsage.$Properties|null);

            /** ResourceUsageData debug_status. */
            debug_status: string;

            /** ResourceUsageData process_terminated. */
            process_terminated: boolean;

            /** ResourceUsageData version. */
            version: string;

            /**
             * Creates a new ResourceUsageData instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ResourceUsageData instance
             */
            static create(properties: fleetspeak.monitoring.ResourceUsageData.$Shape): fleetspeak.monitoring.ResourceUsageData & fleetspeak.monitoring.ResourceUsageData.$Shape;
            static create(properties?: fleetspeak.monitoring.ResourceUsageData.$Properties): fleetspeak.monitoring.ResourceUsageData;

            /**
             * Encodes the specified ResourceUsageData message. Does not implicitly {@link fleetspeak.monitoring.ResourceUsageData.verify|verify} messages.
             * @param message ResourceUsageData message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.monitoring.ResourceUsageData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResourceUsageData message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.monitoring.ResourceUsageData & fleetspeak.monitoring.ResourceUsageData.$Shape} ResourceUsageData
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.monitoring.ResourceUsageData & fleetspeak.monitoring.ResourceUsageData.$Shape;
        }

        namespace ResourceUsageData {

            /** Properties of a ResourceUsageData. */
            interface $Properties {

                /** ResourceUsageData scope */
                scope?: (string|null);

                /** ResourceUsageData pid */
                pid?: (Long|null);

                /** ResourceUsageData process_start_time */
                process_start_time?: (google.protobuf.Timestamp.$Properties|null);

                /** ResourceUsageData data_timestamp */
                data_timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** ResourceUsageData resource_usage */
                resource_usage?: (fleetspeak.monitoring.AggregatedResourceUsage.$Properties|null);

                /** ResourceUsageData debug_status */
                debug_status?: (string|null);

                /** ResourceUsageData process_terminated */
                process_terminated?: (boolean|null);

                /** ResourceUsageData version */
                version?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResourceUsageData. */
            type $Shape = fleetspeak.monitoring.ResourceUsageData.$Properties;
        }

        /**
         * Properties of a KillNotification.
         * @deprecated Use fleetspeak.monitoring.KillNotification.$Properties instead.
         */
        interface IKillNotification extends fleetspeak.monitoring.KillNotification.$Properties {
        }

        /** Represents a KillNotification. */
        class KillNotification {

            /**
             * Constructs a new KillNotification.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.monitoring.KillNotification.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KillNotification service. */
            service: string;

            /** KillNotification pid. */
            pid: Long;

            /** KillNotification version. */
            version: string;

            /** KillNotification process_start_time. */
            process_start_time?: (google.protobuf.Timestamp.$Properties|null);

            /** KillNotification killed_when. */
            killed_when?: (google.protobuf.Timestamp.$Properties|null);

            /** KillNotification reason. */
            reason: fleetspeak.monitoring.KillNotification.Reason;

            /**
             * Creates a new KillNotification instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KillNotification instance
             */
            static create(properties: fleetspeak.monitoring.KillNotification.$Shape): fleetspeak.monitoring.KillNotification & fleetspeak.monitoring.KillNotification.$Shape;
            static create(properties?: fleetspeak.monitoring.KillNotification.$Properties): fleetspeak.monitoring.KillNotification;

            /**
             * Encodes the specified KillNotification message. Does not implicitly {@link fleetspeak.monitoring.KillNotification.verify|verify} messages.
             * @param message KillNotification message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.monitoring.KillNotification.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KillNotification message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.monitoring.KillNotification & fleetspeak.monitoring.KillNotification.$Shape} KillNotification
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.monitoring.KillNotification & fleetspeak.monitoring.KillNotification.$Shape;
        }

        namespace KillNotification {

            /** Properties of a KillNotification. */
            interface $Properties {

                /** KillNotification service */
                service?: (string|null);

                /** KillNotification pid */
                pid?: (Long|null);

                /** KillNotification version */
                version?: (string|null);

                /** KillNotification process_start_time */
                process_start_time?: (google.protobuf.Timestamp.$Properties|null);

                /** KillNotification killed_when */
                killed_when?: (google.protobuf.Timestamp.$Properties|null);

                /** KillNotification reason */
                reason?: (fleetspeak.monitoring.KillNotification.Reason|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KillNotification. */
            type $Shape = fleetspeak.monitoring.KillNotification.$Properties;

            /** Reason enum. */
            enum Reason {

                /** UNSPECIFIED value */
                UNSPECIFIED = 0,

                /** HEARTBEAT_FAILURE value */
                HEARTBEAT_FAILURE = 1,

                /** MEMORY_EXCEEDED value */
                MEMORY_EXCEEDED = 2
            }
        }
    }

    /** Namespace socketservice. */
    namespace socketservice {

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.socketservice.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.socketservice.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.socketservice.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config api_proxy_path. */
            api_proxy_path: string;

            /** Config disable_resource_monitoring. */
            disable_resource_monitoring: boolean;

            /** Config resource_monitoring_sample_size. */
            resource_monitoring_sample_size: number;

            /** Config resource_monitoring_sample_period_seconds. */
            resource_monitoring_sample_period_seconds: number;

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.socketservice.Config.$Shape): fleetspeak.socketservice.Config & fleetspeak.socketservice.Config.$Shape;
            static create(properties?: fleetspeak.socketservice.Config.$Properties): fleetspeak.socketservice.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.socketservice.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.socketservice.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.socketservice.Config & fleetspeak.socketservice.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.socketservice.Config & fleetspeak.socketservice.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config api_proxy_path */
                api_proxy_path?: (string|null);

                /** Config disable_resource_monitoring */
                disable_resource_monitoring?: (boolean|null);

                /** Config resource_monitoring_sample_size */
                resource_monitoring_sample_size?: (number|null);

                /** Config resource_monitoring_sample_period_seconds */
                resource_monitoring_sample_period_seconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = fleetspeak.socketservice.Config.$Properties;
        }
    }

    /** Namespace stdinservice. */
    namespace stdinservice {

        /**
         * Properties of a Config.
         * @deprecated Use fleetspeak.stdinservice.Config.$Properties instead.
         */
        interface IConfig extends fleetspeak.stdinservice.Config.$Properties {
        }

        /** Represents a Config. */
        class Config {

            /**
             * Constructs a new Config.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.stdinservice.Config.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Config cmd. */
            cmd: string;

            /** Config args. */
            args: string[];

            /** Config log_level. */
            log_level: fleetspeak.stdinservice.Config.LogLevel;

            /**
             * Creates a new Config instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Config instance
             */
            static create(properties: fleetspeak.stdinservice.Config.$Shape): fleetspeak.stdinservice.Config & fleetspeak.stdinservice.Config.$Shape;
            static create(properties?: fleetspeak.stdinservice.Config.$Properties): fleetspeak.stdinservice.Config;

            /**
             * Encodes the specified Config message. Does not implicitly {@link fleetspeak.stdinservice.Config.verify|verify} messages.
             * @param message Config message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.stdinservice.Config.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Config message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.stdinservice.Config & fleetspeak.stdinservice.Config.$Shape} Config
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.stdinservice.Config & fleetspeak.stdinservice.Config.$Shape;
        }

        namespace Config {

            /** Properties of a Config. */
            interface $Properties {

                /** Config cmd */
                cmd?: (string|null);

                /** Config args */
                args?: (string[]|null);

                /** Config log_level */
                log_level?: (fleetspeak.stdinservice.Config.LogLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Config. */
            type $Shape = fleetspeak.stdinservice.Config.$Properties;

            /** LogLevel enum. */
            enum LogLevel {

                /** LOG_LEVEL_NONE value */
                LOG_LEVEL_NONE = 0,

                /** LOG_LEVEL_STDERR value */
                LOG_LEVEL_STDERR = 1,

                /** LOG_LEVEL_ALL value */
                LOG_LEVEL_ALL = 2
            }
        }

        /**
         * Properties of an InputMessage.
         * @deprecated Use fleetspeak.stdinservice.InputMessage.$Properties instead.
         */
        interface IInputMessage extends fleetspeak.stdinservice.InputMessage.$Properties {
        }

        /** Represents an InputMessage. */
        class InputMessage {

            /**
             * Constructs a new InputMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.stdinservice.InputMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InputMessage input. */
            input: Uint8Array;

            /** InputMessage args. */
            args: string[];

            /**
             * Creates a new InputMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InputMessage instance
             */
            static create(properties: fleetspeak.stdinservice.InputMessage.$Shape): fleetspeak.stdinservice.InputMessage & fleetspeak.stdinservice.InputMessage.$Shape;
            static create(properties?: fleetspeak.stdinservice.InputMessage.$Properties): fleetspeak.stdinservice.InputMessage;

            /**
             * Encodes the specified InputMessage message. Does not implicitly {@link fleetspeak.stdinservice.InputMessage.verify|verify} messages.
             * @param message InputMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.stdinservice.InputMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InputMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.stdinservice.InputMessage & fleetspeak.stdinservice.InputMessage.$Shape} InputMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.stdinservice.InputMessage & fleetspeak.stdinservice.InputMessage.$Shape;
        }

        namespace InputMessage {

            /** Properties of an InputMessage. */
            interface $Properties {

                /** InputMessage input */
                input?: (Uint8Array|null);

                /** InputMessage args */
                args?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InputMessage. */
            type $Shape = fleetspeak.stdinservice.InputMessage.$Properties;
        }

        /**
         * Properties of an OutputMessage.
         * @deprecated Use fleetspeak.stdinservice.OutputMessage.$Properties instead.
         */
        interface IOutputMessage extends fleetspeak.stdinservice.OutputMessage.$Properties {
        }

        /** Represents an OutputMessage. */
        class OutputMessage {

            /**
             * Constructs a new OutputMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.stdinservice.OutputMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OutputMessage stdout. */
            stdout: Uint8Array;

            /** OutputMessage stderr. */
            stderr: Uint8Array;

            /** OutputMessage timestamp. */
            timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Creates a new OutputMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OutputMessage instance
             */
            static create(properties: fleetspeak.stdinservice.OutputMessage.$Shape): fleetspeak.stdinservice.OutputMessage & fleetspeak.stdinservice.OutputMessage.$Shape;
            static create(properties?: fleetspeak.stdinservice.OutputMessage.$Properties): fleetspeak.stdinservice.OutputMessage;

            /**
             * Encodes the specified OutputMessage message. Does not implicitly {@link fleetspeak.stdinservice.OutputMessage.verify|verify} messages.
             * @param message OutputMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.stdinservice.OutputMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OutputMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.stdinservice.OutputMessage & fleetspeak.stdinservice.OutputMessage.$Shape} OutputMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.stdinservice.OutputMessage & fleetspeak.stdinservice.OutputMessage.$Shape;
        }

        namespace OutputMessage {

            /** Properties of an OutputMessage. */
            interface $Properties {

                /** OutputMessage stdout */
                stdout?: (Uint8Array|null);

                /** OutputMessage stderr */
                stderr?: (Uint8Array|null);

                /** OutputMessage timestamp */
                timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OutputMessage. */
            type $Shape = fleetspeak.stdinservice.OutputMessage.$Properties;
        }
    }

    /**
     * Properties of a MessageAckData.
     * @deprecated Use fleetspeak.MessageAckData.$Properties instead.
     */
    interface IMessageAckData extends fleetspeak.MessageAckData.$Properties {
    }

    /** Represents a MessageAckData. */
    class MessageAckData {

        /**
         * Constructs a new MessageAckData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.MessageAckData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MessageAckData message_ids. */
        message_ids: Uint8Array[];

        /**
         * Creates a new MessageAckData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MessageAckData instance
         */
        static create(properties: fleetspeak.MessageAckData.$Shape): fleetspeak.MessageAckData & fleetspeak.MessageAckData.$Shape;
        static create(properties?: fleetspeak.MessageAckData.$Properties): fleetspeak.MessageAckData;

        /**
         * Encodes the specified MessageAckData message. Does not implicitly {@link fleetspeak.MessageAckData.verify|verify} messages.
         * @param message MessageAckData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.MessageAckData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MessageAckData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.MessageAckData & fleetspeak.MessageAckData.$Shape} MessageAckData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.MessageAckData & fleetspeak.MessageAckData.$Shape;
    }

    namespace MessageAckData {

        /** Properties of a MessageAckData. */
        interface $Properties {

            /** MessageAckData message_ids */
            message_ids?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MessageAckData. */
        type $Shape = fleetspeak.MessageAckData.$Properties;
    }

    /**
     * Properties of a MessageErrorData.
     * @deprecated Use fleetspeak.MessageErrorData.$Properties instead.
     */
    interface IMessageErrorData extends fleetspeak.MessageErrorData.$Properties {
    }

    /** Represents a MessageErrorData. */
    class MessageErrorData {

        /**
         * Constructs a new MessageErrorData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.MessageErrorData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MessageErrorData message_id. */
        message_id: Uint8Array;

        /** MessageErrorData error. */
        error: string;

        /**
         * Creates a new MessageErrorData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MessageErrorData instance
         */
        static create(properties: fleetspeak.MessageErrorData.$Shape): fleetspeak.MessageErrorData & fleetspeak.MessageErrorData.$Shape;
        static create(properties?: fleetspeak.MessageErrorData.$Properties): fleetspeak.MessageErrorData;

        /**
         * Encodes the specified MessageErrorData message. Does not implicitly {@link fleetspeak.MessageErrorData.verify|verify} messages.
         * @param message MessageErrorData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.MessageErrorData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MessageErrorData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.MessageErrorData & fleetspeak.MessageErrorData.$Shape} MessageErrorData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.MessageErrorData & fleetspeak.MessageErrorData.$Shape;
    }

    namespace MessageErrorData {

        /** Properties of a MessageErrorData. */
        interface $Properties {

            /** MessageErrorData message_id */
            message_id?: (Uint8Array|null);

            /** MessageErrorData error */
            error?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MessageErrorData. */
        type $Shape = fleetspeak.MessageErrorData.$Properties;
    }

    /**
     * Properties of a ClientInfoData.
     * @deprecated Use fleetspeak.ClientInfoData.$Properties instead.
     */
    interface IClientInfoData extends fleetspeak.ClientInfoData.$Properties {
    }

    /** Represents a ClientInfoData. */
    class ClientInfoData {

        /**
         * Constructs a new ClientInfoData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.ClientInfoData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ClientInfoData labels. */
        labels: fleetspeak.Label.$Properties[];

        /** ClientInfoData services. */
        services: fleetspeak.ClientInfoData.ServiceID.$Properties[];

        /**
         * Creates a new ClientInfoData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ClientInfoData instance
         */
        static create(properties: fleetspeak.ClientInfoData.$Shape): fleetspeak.ClientInfoData & fleetspeak.ClientInfoData.$Shape;
        static create(properties?: fleetspeak.ClientInfoData.$Properties): fleetspeak.ClientInfoData;

        /**
         * Encodes the specified ClientInfoData message. Does not implicitly {@link fleetspeak.ClientInfoData.verify|verify} messages.
         * @param message ClientInfoData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.ClientInfoData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ClientInfoData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.ClientInfoData & fleetspeak.ClientInfoData.$Shape} ClientInfoData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ClientInfoData & fleetspeak.ClientInfoData.$Shape;
    }

    namespace ClientInfoData {

        /** Properties of a ClientInfoData. */
        interface $Properties {

            /** ClientInfoData labels */
            labels?: (fleetspeak.Label.$Properties[]|null);

            /** ClientInfoData services */
            services?: (fleetspeak.ClientInfoData.ServiceID.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ClientInfoData. */
        type $Shape = fleetspeak.ClientInfoData.$Properties;

        /**
         * Properties of a ServiceID.
         * @deprecated Use fleetspeak.ClientInfoData.ServiceID.$Properties instead.
         */
        interface IServiceID extends fleetspeak.ClientInfoData.ServiceID.$Properties {
        }

        /** Represents a ServiceID. */
        class ServiceID {

            /**
             * Constructs a new ServiceID.
             * @param [properties] Properties to set
             */
            constructor(properties?: fleetspeak.ClientInfoData.ServiceID.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceID name. */
            name: string;

            /** ServiceID signature. */
            signature: Uint8Array;

            /**
             * Creates a new ServiceID instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceID instance
             */
            static create(properties: fleetspeak.ClientInfoData.ServiceID.$Shape): fleetspeak.ClientInfoData.ServiceID & fleetspeak.ClientInfoData.ServiceID.$Shape;
            static create(properties?: fleetspeak.ClientInfoData.ServiceID.$Properties): fleetspeak.ClientInfoData.ServiceID;

            /**
             * Encodes the specified ServiceID message. Does not implicitly {@link fleetspeak.ClientInfoData.ServiceID.verify|verify} messages.
             * @param message ServiceID message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: fleetspeak.ClientInfoData.ServiceID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceID message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {fleetspeak.ClientInfoData.ServiceID & fleetspeak.ClientInfoData.ServiceID.$Shape} ServiceID
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ClientInfoData.ServiceID & fleetspeak.ClientInfoData.ServiceID.$Shape;
        }

        namespace ServiceID {

            /** Properties of a ServiceID. */
            interface $Properties {

                /** ServiceID name */
                name?: (string|null);

                /** ServiceID signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceID. */
            type $Shape = fleetspeak.ClientInfoData.ServiceID.$Properties;
        }
    }

    /**
     * Properties of a RemoveServiceData.
     * @deprecated Use fleetspeak.RemoveServiceData.$Properties instead.
     */
    interface IRemoveServiceData extends fleetspeak.RemoveServiceData.$Properties {
    }

    /** Represents a RemoveServiceData. */
    class RemoveServiceData {

        /**
         * Constructs a new RemoveServiceData.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.RemoveServiceData.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RemoveServiceData name. */
        name: string;

        /**
         * Creates a new RemoveServiceData instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RemoveServiceData instance
         */
        static create(properties: fleetspeak.RemoveServiceData.$Shape): fleetspeak.RemoveServiceData & fleetspeak.RemoveServiceData.$Shape;
        static create(properties?: fleetspeak.RemoveServiceData.$Properties): fleetspeak.RemoveServiceData;

        /**
         * Encodes the specified RemoveServiceData message. Does not implicitly {@link fleetspeak.RemoveServiceData.verify|verify} messages.
         * @param message RemoveServiceData message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.RemoveServiceData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RemoveServiceData message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.RemoveServiceData & fleetspeak.RemoveServiceData.$Shape} RemoveServiceData
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.RemoveServiceData & fleetspeak.RemoveServiceData.$Shape;
    }

    namespace RemoveServiceData {

        /** Properties of a RemoveServiceData. */
        interface $Properties {

            /** RemoveServiceData name */
            name?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RemoveServiceData. */
        type $Shape = fleetspeak.RemoveServiceData.$Properties;
    }

    /**
     * Properties of a SignedClientServiceConfig.
     * @deprecated Use fleetspeak.SignedClientServiceConfig.$Properties instead.
     */
    interface ISignedClientServiceConfig extends fleetspeak.SignedClientServiceConfig.$Properties {
    }

    /** Represents a SignedClientServiceConfig. */
    class SignedClientServiceConfig {

        /**
         * Constructs a new SignedClientServiceConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.SignedClientServiceConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignedClientServiceConfig service_config. */
        service_config: Uint8Array;

        /** SignedClientServiceConfig signature. */
        signature: Uint8Array;

        /**
         * Creates a new SignedClientServiceConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SignedClientServiceConfig instance
         */
        static create(properties: fleetspeak.SignedClientServiceConfig.$Shape): fleetspeak.SignedClientServiceConfig & fleetspeak.SignedClientServiceConfig.$Shape;
        static create(properties?: fleetspeak.SignedClientServiceConfig.$Properties): fleetspeak.SignedClientServiceConfig;

        /**
         * Encodes the specified SignedClientServiceConfig message. Does not implicitly {@link fleetspeak.SignedClientServiceConfig.verify|verify} messages.
         * @param message SignedClientServiceConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.SignedClientServiceConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignedClientServiceConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.SignedClientServiceConfig & fleetspeak.SignedClientServiceConfig.$Shape} SignedClientServiceConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.SignedClientServiceConfig & fleetspeak.SignedClientServiceConfig.$Shape;
    }

    namespace SignedClientServiceConfig {

        /** Properties of a SignedClientServiceConfig. */
        interface $Properties {

            /** SignedClientServiceConfig service_config */
            service_config?: (Uint8Array|null);

            /** SignedClientServiceConfig signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignedClientServiceConfig. */
        type $Shape = fleetspeak.SignedClientServiceConfig.$Properties;
    }

    /**
     * Properties of a ClientServiceConfig.
     * @deprecated Use fleetspeak.ClientServiceConfig.$Properties instead.
     */
    interface IClientServiceConfig extends fleetspeak.ClientServiceConfig.$Properties {
    }

    /** Represents a ClientServiceConfig. */
    class ClientServiceConfig {

        /**
         * Constructs a new ClientServiceConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.ClientServiceConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ClientServiceConfig name. */
        name: string;

        /** ClientServiceConfig factory. */
        factory: string;

        /** ClientServiceConfig config. */
        config?: (google.protobuf.Any.$Properties|null);

        /** ClientServiceConfig required_labels. */
        required_labels: fleetspeak.Label.$Properties[];

        /** ClientServiceConfig signed_time. */
        signed_time?: (google.protobuf.Timestamp.$Properties|null);

        /**
         * Creates a new ClientServiceConfig instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ClientServiceConfig instance
         */
        static create(properties: fleetspeak.ClientServiceConfig.$Shape): fleetspeak.ClientServiceConfig & fleetspeak.ClientServiceConfig.$Shape;
        static create(properties?: fleetspeak.ClientServiceConfig.$Properties): fleetspeak.ClientServiceConfig;

        /**
         * Encodes the specified ClientServiceConfig message. Does not implicitly {@link fleetspeak.ClientServiceConfig.verify|verify} messages.
         * @param message ClientServiceConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.ClientServiceConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ClientServiceConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.ClientServiceConfig & fleetspeak.ClientServiceConfig.$Shape} ClientServiceConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ClientServiceConfig & fleetspeak.ClientServiceConfig.$Shape;
    }

    namespace ClientServiceConfig {

        /** Properties of a ClientServiceConfig. */
        interface $Properties {

            /** ClientServiceConfig name */
            name?: (string|null);

            /** ClientServiceConfig factory */
            factory?: (string|null);

            /** ClientServiceConfig config */
            config?: (google.protobuf.Any.$Properties|null);

            /** ClientServiceConfig required_labels */
            required_labels?: (fleetspeak.Label.$Properties[]|null);

            /** ClientServiceConfig signed_time */
            signed_time?: (google.protobuf.Timestamp.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ClientServiceConfig. */
        type $Shape = fleetspeak.ClientServiceConfig.$Properties;
    }

    /**
     * Properties of a ClientServiceConfigs.
     * @deprecated Use fleetspeak.ClientServiceConfigs.$Properties instead.
     */
    interface IClientServiceConfigs extends fleetspeak.ClientServiceConfigs.$Properties {
    }

    /** Represents a ClientServiceConfigs. */
    class ClientServiceConfigs {

        /**
         * Constructs a new ClientServiceConfigs.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.ClientServiceConfigs.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ClientServiceConfigs config. */
        config: fleetspeak.ClientServiceConfig.$Properties[];

        /**
         * Creates a new ClientServiceConfigs instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ClientServiceConfigs instance
         */
        static create(properties: fleetspeak.ClientServiceConfigs.$Shape): fleetspeak.ClientServiceConfigs & fleetspeak.ClientServiceConfigs.$Shape;
        static create(properties?: fleetspeak.ClientServiceConfigs.$Properties): fleetspeak.ClientServiceConfigs;

        /**
         * Encodes the specified ClientServiceConfigs message. Does not implicitly {@link fleetspeak.ClientServiceConfigs.verify|verify} messages.
         * @param message ClientServiceConfigs message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.ClientServiceConfigs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ClientServiceConfigs message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.ClientServiceConfigs & fleetspeak.ClientServiceConfigs.$Shape} ClientServiceConfigs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.ClientServiceConfigs & fleetspeak.ClientServiceConfigs.$Shape;
    }

    namespace ClientServiceConfigs {

        /** Properties of a ClientServiceConfigs. */
        interface $Properties {

            /** ClientServiceConfigs config */
            config?: (fleetspeak.ClientServiceConfig.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ClientServiceConfigs. */
        type $Shape = fleetspeak.ClientServiceConfigs.$Properties;
    }

    /**
     * Properties of a RevokedCertificateList.
     * @deprecated Use fleetspeak.RevokedCertificateList.$Properties instead.
     */
    interface IRevokedCertificateList extends fleetspeak.RevokedCertificateList.$Properties {
    }

    /** Represents a RevokedCertificateList. */
    class RevokedCertificateList {

        /**
         * Constructs a new RevokedCertificateList.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.RevokedCertificateList.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RevokedCertificateList serials. */
        serials: Uint8Array[];

        /**
         * Creates a new RevokedCertificateList instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RevokedCertificateList instance
         */
        static create(properties: fleetspeak.RevokedCertificateList.$Shape): fleetspeak.RevokedCertificateList & fleetspeak.RevokedCertificateList.$Shape;
        static create(properties?: fleetspeak.RevokedCertificateList.$Properties): fleetspeak.RevokedCertificateList;

        /**
         * Encodes the specified RevokedCertificateList message. Does not implicitly {@link fleetspeak.RevokedCertificateList.verify|verify} messages.
         * @param message RevokedCertificateList message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.RevokedCertificateList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RevokedCertificateList message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.RevokedCertificateList & fleetspeak.RevokedCertificateList.$Shape} RevokedCertificateList
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.RevokedCertificateList & fleetspeak.RevokedCertificateList.$Shape;
    }

    namespace RevokedCertificateList {

        /** Properties of a RevokedCertificateList. */
        interface $Properties {

            /** RevokedCertificateList serials */
            serials?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RevokedCertificateList. */
        type $Shape = fleetspeak.RevokedCertificateList.$Properties;
    }

    /**
     * Properties of a DieRequest.
     * @deprecated Use fleetspeak.DieRequest.$Properties instead.
     */
    interface IDieRequest extends fleetspeak.DieRequest.$Properties {
    }

    /** Represents a DieRequest. */
    class DieRequest {

        /**
         * Constructs a new DieRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.DieRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DieRequest force. */
        force: boolean;

        /**
         * Creates a new DieRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DieRequest instance
         */
        static create(properties: fleetspeak.DieRequest.$Shape): fleetspeak.DieRequest & fleetspeak.DieRequest.$Shape;
        static create(properties?: fleetspeak.DieRequest.$Properties): fleetspeak.DieRequest;

        /**
         * Encodes the specified DieRequest message. Does not implicitly {@link fleetspeak.DieRequest.verify|verify} messages.
         * @param message DieRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.DieRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DieRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.DieRequest & fleetspeak.DieRequest.$Shape} DieRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.DieRequest & fleetspeak.DieRequest.$Shape;
    }

    namespace DieRequest {

        /** Properties of a DieRequest. */
        interface $Properties {

            /** DieRequest force */
            force?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DieRequest. */
        type $Shape = fleetspeak.DieRequest.$Properties;
    }

    /**
     * Properties of a RestartServiceRequest.
     * @deprecated Use fleetspeak.RestartServiceRequest.$Properties instead.
     */
    interface IRestartServiceRequest extends fleetspeak.RestartServiceRequest.$Properties {
    }

    /** Represents a RestartServiceRequest. */
    class RestartServiceRequest {

        /**
         * Constructs a new RestartServiceRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: fleetspeak.RestartServiceRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RestartServiceRequest name. */
        name: string;

        /**
         * Creates a new RestartServiceRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RestartServiceRequest instance
         */
        static create(properties: fleetspeak.RestartServiceRequest.$Shape): fleetspeak.RestartServiceRequest & fleetspeak.RestartServiceRequest.$Shape;
        static create(properties?: fleetspeak.RestartServiceRequest.$Properties): fleetspeak.RestartServiceRequest;

        /**
         * Encodes the specified RestartServiceRequest message. Does not implicitly {@link fleetspeak.RestartServiceRequest.verify|verify} messages.
         * @param message RestartServiceRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: fleetspeak.RestartServiceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RestartServiceRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {fleetspeak.RestartServiceRequest & fleetspeak.RestartServiceRequest.$Shape} RestartServiceRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): fleetspeak.RestartServiceRequest & fleetspeak.RestartServiceRequest.$Shape;
    }

    namespace RestartServiceRequest {

        /** Properties of a RestartServiceRequest. */
        interface $Properties {

            /** RestartServiceRequest name */
            name?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RestartServiceRequest. */
        type $Shape = fleetspeak.RestartServiceRequest.$Properties;
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Struct.
         * @deprecated Use google.protobuf.Struct.$Properties instead.
         */
        interface IStruct extends google.protobuf.Struct.$Properties {
        }

        /** Represents a Struct. */
        class Struct {

            /**
             * Constructs a new Struct.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Struct.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Struct fields. */
            fields: { [k: string]: google.protobuf.Value.$Properties };

            /**
             * Creates a new Struct instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Struct instance
             */
            static create(properties: google.protobuf.Struct.$Shape): google.protobuf.Struct & google.protobuf.Struct.$Shape;
            static create(properties?: google.protobuf.Struct.$Properties): google.protobuf.Struct;

            /**
             * Encodes the specified Struct message. Does not implicitly {@link google.protobuf.Struct.verify|verify} messages.
             * @param message Struct message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Struct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Struct message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Struct & google.protobuf.Struct.$Shape} Struct
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Struct & google.protobuf.Struct.$Shape;
        }

        namespace Struct {

            /** Properties of a Struct. */
            interface $Properties {

                /** Struct fields */
                fields?: ({ [k: string]: google.protobuf.Value.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Struct. */
            type $Shape = {
              fields?: { [k: string]: google.protobuf.Value.$Shape }|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Value.
         * @deprecated Use google.protobuf.Value.$Properties instead.
         */
        interface IValue extends google.protobuf.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Value nullValue. */
            nullValue?: (google.protobuf.NullValue|null);

            /** Value numberValue. */
            numberValue?: (number|null);

            /** Value stringValue. */
            stringValue?: (string|null);

            /** Value boolValue. */
            boolValue?: (boolean|null);

            /** Value structValue. */
            structValue?: (google.protobuf.Struct.$Properties|null);

            /** Value listValue. */
            listValue?: (google.protobuf.ListValue.$Properties|null);

            /** Value kind. */
            kind?: ("nullValue"|"numberValue"|"stringValue"|"boolValue"|"structValue"|"listValue");

            /**
             * Creates a new Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Value instance
             */
            static create(properties: google.protobuf.Value.$Shape): google.protobuf.Value & google.protobuf.Value.$Shape;
            static create(properties?: google.protobuf.Value.$Properties): google.protobuf.Value;

            /**
             * Encodes the specified Value message. Does not implicitly {@link google.protobuf.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Value & google.protobuf.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Value & google.protobuf.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value nullValue */
                nullValue?: (google.protobuf.NullValue|null);

                /** Value numberValue */
                numberValue?: (number|null);

                /** Value stringValue */
                stringValue?: (string|null);

                /** Value boolValue */
                boolValue?: (boolean|null);

                /** Value structValue */
                structValue?: (google.protobuf.Struct.$Properties|null);

                /** Value listValue */
                listValue?: (google.protobuf.ListValue.$Properties|null);

                /** Value kind */
                kind?: ("nullValue"|"numberValue"|"stringValue"|"boolValue"|"structValue"|"listValue");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Value. */
            type $Shape = {
              nullValue?: google.protobuf.NullValue|null;
              numberValue?: number|null;
              stringValue?: string|null;
              boolValue?: boolean|null;
              structValue?: google.protobuf.Struct.$Shape|null;
              listValue?: google.protobuf.ListValue.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "nullValue"; nullValue: google.protobuf.NullValue; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "numberValue"; nullValue?: null; numberValue: number; stringValue?: null; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "stringValue"; nullValue?: null; numberValue?: null; stringValue: string; boolValue?: null; structValue?: null; listValue?: null }|{ kind?: "boolValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue: boolean; structValue?: null; listValue?: null }|{ kind?: "structValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue: google.protobuf.Struct.$Shape; listValue?: null }|{ kind?: "listValue"; nullValue?: null; numberValue?: null; stringValue?: null; boolValue?: null; structValue?: null; listValue: google.protobuf.ListValue.$Shape })
            );
        }

        /** NullValue enum. */
        enum NullValue {

            /** NULL_VALUE value */
            NULL_VALUE = 0
        }

        /**
         * Properties of a ListValue.
         * @deprecated Use google.protobuf.ListValue.$Properties instead.
         */
        interface IListValue extends google.protobuf.ListValue.$Properties {
        }

        /** Represents a ListValue. */
        class ListValue {

            /**
             * Constructs a new ListValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.ListValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListValue values. */
            values: google.protobuf.Value.$Properties[];

            /**
             * Creates a new ListValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListValue instance
             */
            static create(properties: google.protobuf.ListValue.$Shape): google.protobuf.ListValue & google.protobuf.ListValue.$Shape;
            static create(properties?: google.protobuf.ListValue.$Properties): google.protobuf.ListValue;

            /**
             * Encodes the specified ListValue message. Does not implicitly {@link google.protobuf.ListValue.verify|verify} messages.
             * @param message ListValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.ListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.ListValue & google.protobuf.ListValue.$Shape} ListValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.ListValue & google.protobuf.ListValue.$Shape;
        }

        namespace ListValue {

            /** Properties of a ListValue. */
            interface $Properties {

                /** ListValue values */
                values?: (google.protobuf.Value.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListValue. */
            type $Shape = {
              values?: google.protobuf.Value.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a DoubleValue.
         * @deprecated Use google.protobuf.DoubleValue.$Properties instead.
         */
        interface IDoubleValue extends google.protobuf.DoubleValue.$Properties {
        }

        /** Represents a DoubleValue. */
        class DoubleValue {

            /**
             * Constructs a new DoubleValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.DoubleValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoubleValue value. */
            value: number;

            /**
             * Creates a new DoubleValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DoubleValue instance
             */
            static create(properties: google.protobuf.DoubleValue.$Shape): google.protobuf.DoubleValue & google.protobuf.DoubleValue.$Shape;
            static create(properties?: google.protobuf.DoubleValue.$Properties): google.protobuf.DoubleValue;

            /**
             * Encodes the specified DoubleValue message. Does not implicitly {@link google.protobuf.DoubleValue.verify|verify} messages.
             * @param message DoubleValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.DoubleValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoubleValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.DoubleValue & google.protobuf.DoubleValue.$Shape} DoubleValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.DoubleValue & google.protobuf.DoubleValue.$Shape;
        }

        namespace DoubleValue {

            /** Properties of a DoubleValue. */
            interface $Properties {

                /** DoubleValue value */
                value?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoubleValue. */
            type $Shape = google.protobuf.DoubleValue.$Properties;
        }

        /**
         * Properties of a FloatValue.
         * @deprecated Use google.protobuf.FloatValue.$Properties instead.
         */
        interface IFloatValue extends google.protobuf.FloatValue.$Properties {
        }

        /** Represents a FloatValue. */
        class FloatValue {

            /**
             * Constructs a new FloatValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.FloatValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FloatValue value. */
            value: number;

            /**
             * Creates a new FloatValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FloatValue instance
             */
            static create(properties: google.protobuf.FloatValue.$Shape): google.protobuf.FloatValue & google.protobuf.FloatValue.$Shape;
            static create(properties?: google.protobuf.FloatValue.$Properties): google.protobuf.FloatValue;

            /**
             * Encodes the specified FloatValue message. Does not implicitly {@link google.protobuf.FloatValue.verify|verify} messages.
             * @param message FloatValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.FloatValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FloatValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.FloatValue & google.protobuf.FloatValue.$Shape} FloatValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.FloatValue & google.protobuf.FloatValue.$Shape;
        }

        namespace FloatValue {

            /** Properties of a FloatValue. */
            interface $Properties {

                /** FloatValue value */
                value?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FloatValue. */
            type $Shape = google.protobuf.FloatValue.$Properties;
        }

        /**
         * Properties of an Int64Value.
         * @deprecated Use google.protobuf.Int64Value.$Properties instead.
         */
        interface IInt64Value extends google.protobuf.Int64Value.$Properties {
        }

        /** Represents an Int64Value. */
        class Int64Value {

            /**
             * Constructs a new Int64Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Int64Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Int64Value value. */
            value: Long;

            /**
             * Creates a new Int64Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Int64Value instance
             */
            static create(properties: google.protobuf.Int64Value.$Shape): google.protobuf.Int64Value & google.protobuf.Int64Value.$Shape;
            static create(properties?: google.protobuf.Int64Value.$Properties): google.protobuf.Int64Value;

            /**
             * Encodes the specified Int64Value message. Does not implicitly {@link google.protobuf.Int64Value.verify|verify} messages.
             * @param message Int64Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Int64Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Int64Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Int64Value & google.protobuf.Int64Value.$Shape} Int64Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Int64Value & google.protobuf.Int64Value.$Shape;
        }

        namespace Int64Value {

            /** Properties of an Int64Value. */
            interface $Properties {

                /** Int64Value value */
                value?: (Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Int64Value. */
            type $Shape = google.protobuf.Int64Value.$Properties;
        }

        /**
         * Properties of a UInt64Value.
         * @deprecated Use google.protobuf.UInt64Value.$Properties instead.
         */
        interface IUInt64Value extends google.protobuf.UInt64Value.$Properties {
        }

        /** Represents a UInt64Value. */
        class UInt64Value {

            /**
             * Constructs a new UInt64Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.UInt64Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UInt64Value value. */
            value: Long;

            /**
             * Creates a new UInt64Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UInt64Value instance
             */
            static create(properties: google.protobuf.UInt64Value.$Shape): google.protobuf.UInt64Value & google.protobuf.UInt64Value.$Shape;
            static create(properties?: google.protobuf.UInt64Value.$Properties): google.protobuf.UInt64Value;

            /**
             * Encodes the specified UInt64Value message. Does not implicitly {@link google.protobuf.UInt64Value.verify|verify} messages.
             * @param message UInt64Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.UInt64Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UInt64Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.UInt64Value & google.protobuf.UInt64Value.$Shape} UInt64Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.UInt64Value & google.protobuf.UInt64Value.$Shape;
        }

        namespace UInt64Value {

            /** Properties of a UInt64Value. */
            interface $Properties {

                /** UInt64Value value */
                value?: (Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UInt64Value. */
            type $Shape = google.protobuf.UInt64Value.$Properties;
        }

        /**
         * Properties of an Int32Value.
         * @deprecated Use google.protobuf.Int32Value.$Properties instead.
         */
        interface IInt32Value extends google.protobuf.Int32Value.$Properties {
        }

        /** Represents an Int32Value. */
        class Int32Value {

            /**
             * Constructs a new Int32Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Int32Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Int32Value value. */
            value: number;

            /**
             * Creates a new Int32Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Int32Value instance
             */
            static create(properties: google.protobuf.Int32Value.$Shape): google.protobuf.Int32Value & google.protobuf.Int32Value.$Shape;
            static create(properties?: google.protobuf.Int32Value.$Properties): google.protobuf.Int32Value;

            /**
             * Encodes the specified Int32Value message. Does not implicitly {@link google.protobuf.Int32Value.verify|verify} messages.
             * @param message Int32Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Int32Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Int32Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Int32Value & google.protobuf.Int32Value.$Shape} Int32Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Int32Value & google.protobuf.Int32Value.$Shape;
        }

        namespace Int32Value {

            /** Properties of an Int32Value. */
            interface $Properties {

                /** Int32Value value */
                value?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Int32Value. */
            type $Shape = google.protobuf.Int32Value.$Properties;
        }

        /**
         * Properties of a UInt32Value.
         * @deprecated Use google.protobuf.UInt32Value.$Properties instead.
         */
        interface IUInt32Value extends google.protobuf.UInt32Value.$Properties {
        }

        /** Represents a UInt32Value. */
        class UInt32Value {

            /**
             * Constructs a new UInt32Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.UInt32Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UInt32Value value. */
            value: number;

            /**
             * Creates a new UInt32Value instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UInt32Value instance
             */
            static create(properties: google.protobuf.UInt32Value.$Shape): google.protobuf.UInt32Value & google.protobuf.UInt32Value.$Shape;
            static create(properties?: google.protobuf.UInt32Value.$Properties): google.protobuf.UInt32Value;

            /**
             * Encodes the specified UInt32Value message. Does not implicitly {@link google.protobuf.UInt32Value.verify|verify} messages.
             * @param message UInt32Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.UInt32Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UInt32Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.UInt32Value & google.protobuf.UInt32Value.$Shape} UInt32Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.UInt32Value & google.protobuf.UInt32Value.$Shape;
        }

        namespace UInt32Value {

            /** Properties of a UInt32Value. */
            interface $Properties {

                /** UInt32Value value */
                value?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UInt32Value. */
            type $Shape = google.protobuf.UInt32Value.$Properties;
        }

        /**
         * Properties of a BoolValue.
         * @deprecated Use google.protobuf.BoolValue.$Properties instead.
         */
        interface IBoolValue extends google.protobuf.BoolValue.$Properties {
        }

        /** Represents a BoolValue. */
        class BoolValue {

            /**
             * Constructs a new BoolValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.BoolValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoolValue value. */
            value: boolean;

            /**
             * Creates a new BoolValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BoolValue instance
             */
            static create(properties: google.protobuf.BoolValue.$Shape): google.protobuf.BoolValue & google.protobuf.BoolValue.$Shape;
            static create(properties?: google.protobuf.BoolValue.$Properties): google.protobuf.BoolValue;

            /**
             * Encodes the specified BoolValue message. Does not implicitly {@link google.protobuf.BoolValue.verify|verify} messages.
             * @param message BoolValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.BoolValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoolValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.BoolValue & google.protobuf.BoolValue.$Shape} BoolValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.BoolValue & google.protobuf.BoolValue.$Shape;
        }

        namespace BoolValue {

            /** Properties of a BoolValue. */
            interface $Properties {

                /** BoolValue value */
                value?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoolValue. */
            type $Shape = google.protobuf.BoolValue.$Properties;
        }

        /**
         * Properties of a StringValue.
         * @deprecated Use google.protobuf.StringValue.$Properties instead.
         */
        interface IStringValue extends google.protobuf.StringValue.$Properties {
        }

        /** Represents a StringValue. */
        class StringValue {

            /**
             * Constructs a new StringValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.StringValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StringValue value. */
            value: string;

            /**
             * Creates a new StringValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StringValue instance
             */
            static create(properties: google.protobuf.StringValue.$Shape): google.protobuf.StringValue & google.protobuf.StringValue.$Shape;
            static create(properties?: google.protobuf.StringValue.$Properties): google.protobuf.StringValue;

            /**
             * Encodes the specified StringValue message. Does not implicitly {@link google.protobuf.StringValue.verify|verify} messages.
             * @param message StringValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.StringValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StringValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.StringValue & google.protobuf.StringValue.$Shape} StringValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.StringValue & google.protobuf.StringValue.$Shape;
        }

        namespace StringValue {

            /** Properties of a StringValue. */
            interface $Properties {

                /** StringValue value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StringValue. */
            type $Shape = google.protobuf.StringValue.$Properties;
        }

        /**
         * Properties of a BytesValue.
         * @deprecated Use google.protobuf.BytesValue.$Properties instead.
         */
        interface IBytesValue extends google.protobuf.BytesValue.$Properties {
        }

        /** Represents a BytesValue. */
        class BytesValue {

            /**
             * Constructs a new BytesValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.BytesValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BytesValue value. */
            value: Uint8Array;

            /**
             * Creates a new BytesValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BytesValue instance
             */
            static create(properties: google.protobuf.BytesValue.$Shape): google.protobuf.BytesValue & google.protobuf.BytesValue.$Shape;
            static create(properties?: google.protobuf.BytesValue.$Properties): google.protobuf.BytesValue;

            /**
             * Encodes the specified BytesValue message. Does not implicitly {@link google.protobuf.BytesValue.verify|verify} messages.
             * @param message BytesValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.BytesValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BytesValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.BytesValue & google.protobuf.BytesValue.$Shape} BytesValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.BytesValue & google.protobuf.BytesValue.$Shape;
        }

        namespace BytesValue {

            /** Properties of a BytesValue. */
            interface $Properties {

                /** BytesValue value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BytesValue. */
            type $Shape = google.protobuf.BytesValue.$Properties;
        }

        /**
         * Properties of a Duration.
         * @deprecated Use google.protobuf.Duration.$Properties instead.
         */
        interface IDuration extends google.protobuf.Duration.$Properties {
        }

        /** Represents a Duration. */
        class Duration {

            /**
             * Constructs a new Duration.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Duration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Duration seconds. */
            seconds: Long;

            /** Duration nanos. */
            nanos: number;

            /**
             * Creates a new Duration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Duration instance
             */
            static create(properties: google.protobuf.Duration.$Shape): google.protobuf.Duration & google.protobuf.Duration.$Shape;
            static create(properties?: google.protobuf.Duration.$Properties): google.protobuf.Duration;

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @param message Duration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Duration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Duration & google.protobuf.Duration.$Shape;
        }

        namespace Duration {

            /** Properties of a Duration. */
            interface $Properties {

                /** Duration seconds */
                seconds?: (Long|null);

                /** Duration nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Duration. */
            type $Shape = google.protobuf.Duration.$Properties;
        }

        /**
         * Properties of an Any.
         * @deprecated Use google.protobuf.Any.$Properties instead.
         */
        interface IAny extends google.protobuf.Any.$Properties {
        }

        /** Represents an Any. */
        class Any {

            /**
             * Constructs a new Any.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Any.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Any type_url. */
            type_url: string;

            /** Any value. */
            value: Uint8Array;

            /**
             * Creates a new Any instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Any instance
             */
            static create(properties: google.protobuf.Any.$Shape): google.protobuf.Any & google.protobuf.Any.$Shape;
            static create(properties?: google.protobuf.Any.$Properties): google.protobuf.Any;

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @param message Any message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Any.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Any & google.protobuf.Any.$Shape;
        }

        namespace Any {

            /** Properties of an Any. */
            interface $Properties {

                /** Any type_url */
                type_url?: (string|null);

                /** Any value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Any. */
            type $Shape = google.protobuf.Any.$Properties;
        }

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: Long;

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timestamp instance
             */
            static create(properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
            static create(properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (Long|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
