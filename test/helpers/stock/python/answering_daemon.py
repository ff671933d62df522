"""A Daemon service on the original's connector: answers each message to the server service that sent it.

The original's own testclient sends a message back as it came, which is to this client itself.
"""

from fleetspeak.client_connector import connector
from fleetspeak.src.common.proto.fleetspeak import common_pb2


def main():
  connection = connector.FleetspeakConnection(version="1.0")
  while True:
    request, _ = connection.Recv()
    answer = common_pb2.Message(message_type=request.message_type + "Response")
    answer.destination.service_name = request.source.service_name
    answer.data.CopyFrom(request.data)
    connection.Send(answer)


if __name__ == "__main__":
  main()
