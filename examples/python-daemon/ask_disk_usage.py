"""A server-side service in Python on the original's connector: asks disk_usage.py of every client, and prints the answers.

    python3 ask_disk_usage.py --fleetspeak_server=localhost:6061 --fleetspeak_message_listen_address=localhost:6063

The services file of the server names it: a GRPC service "disk-usage" whose target is the second address.
Needs: pip install fleetspeak protobuf
"""

import queue

from absl import app
from absl import flags
from fleetspeak.server_connector import connector
from fleetspeak.src.common.proto.fleetspeak import common_pb2
from fleetspeak.src.server.proto.fleetspeak_server import admin_pb2
from google.protobuf import wrappers_pb2

FLAGS = flags.FLAGS
flags.DEFINE_string("service", "disk-usage", "Its name here and on the clients.")
flags.DEFINE_string("path", "/", "What to ask about.")
flags.DEFINE_integer("seconds", 50, "How long to wait for an answer.")


def ask(service, client_id):
  message = common_pb2.Message(message_type="DiskUsageRequest")
  message.destination.client_id = client_id
  message.destination.service_name = FLAGS.service
  message.data.Pack(wrappers_pb2.StringValue(value=FLAGS.path))
  # With its own message id, and repeated with that until the server has it.
  service.outgoing.InsertMessage(message)


def main(argv):
  del argv
  service = connector.InsecureGRPCServiceClient(FLAGS.service)
  answers = queue.Queue()
  # Called by several threads; what returns is done, what raises an error comes again.
  service.Listen(lambda message, context: answers.put(message))
  clients = service.outgoing.ListClients(admin_pb2.ListClientsRequest()).clients
  waiting = {client.client_id for client in clients}
  for client_id in sorted(waiting):
    ask(service, client_id)
  while waiting:
    answer = answers.get(timeout=FLAGS.seconds)
    usage = wrappers_pb2.StringValue()
    answer.data.Unpack(usage)
    print(f"{answer.source.client_id.hex()}: {usage.value}", flush=True)
    waiting.discard(answer.source.client_id)


if __name__ == "__main__":
  app.run(main)
