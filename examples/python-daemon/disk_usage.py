"""A Daemon service in Python on the original's connector: answers each request with the disk usage of a path.

Needs: pip install fleetspeak protobuf
"""

import shutil

from fleetspeak.client_connector import connector
from fleetspeak.src.common.proto.fleetspeak import common_pb2
from google.protobuf import wrappers_pb2


def main():
  connection = connector.FleetspeakConnection(version="1.0")
  while True:
    request, _ = connection.Recv()
    path = wrappers_pb2.StringValue()
    request.data.Unpack(path)
    try:
      usage = shutil.disk_usage(path.value or "/")
      text = f"{usage.used} of {usage.total} bytes"
    except OSError as error:
      text = str(error)
    answer = common_pb2.Message(message_type="DiskUsage")
    # A new message: the request's destination is this client, and an answer goes to the server.
    answer.destination.service_name = request.source.service_name
    answer.data.Pack(wrappers_pb2.StringValue(value=text))
    connection.Send(answer)


if __name__ == "__main__":
  main()
