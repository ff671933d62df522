"""A daemon with the original's connector that sends each message back to the server service that it came from."""

from fleetspeak.client_connector import connector
from fleetspeak.src.common.proto.fleetspeak import common_pb2


def main() -> None:
    fleet = connector.FleetspeakConnection(version="1")
    while True:
        message, _ = fleet.Recv()
        reply = common_pb2.Message(message_type=message.message_type + "Response")
        reply.destination.service_name = message.source.service_name
        reply.data.CopyFrom(message.data)
        fleet.Send(reply)


main()
