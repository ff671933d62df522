import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace fleetspeak. */
export namespace fleetspeak {

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

    /** Namespace client. */
    namespace client {

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

/** Namespace fleet. */
export namespace fleet {

    /** Namespace v1. */
    namespace v1 {

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
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

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
    }
}
