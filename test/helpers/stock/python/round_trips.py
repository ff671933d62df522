"""A server-side service on the original's connector: one message after the other to a client, each answered.

Prints a line with the milliseconds of each round trip.
"""

import queue
import time

from absl import app
from absl import flags
from fleetspeak.server_connector import connector
from fleetspeak.src.common.proto.fleetspeak import common_pb2

FLAGS = flags.FLAGS
flags.DEFINE_string("client_id", "", "16 hex digits.")
flags.DEFINE_string("service", "", "Name of the service on both sides.")
flags.DEFINE_integer("count", 10, "Round trips.")


def main(argv):
  del argv
  service = connector.InsecureGRPCServiceClient(FLAGS.service)
  answers = queue.Queue()
  service.Listen(lambda message, context: answers.put(message))
  for index in range(FLAGS.count):
    message = common_pb2.Message(message_type=f"Ping{index}")
    message.destination.client_id = bytes.fromhex(FLAGS.client_id)
    message.destination.service_name = FLAGS.service
    message.data.type_url = "type.googleapis.com/google.protobuf.BytesValue"
    message.data.value = index.to_bytes(4, "big") * 50
    started = time.monotonic()
    service.outgoing.InsertMessage(message)
    while True:
      answer = answers.get(timeout=60)
      if answer.message_type == f"Ping{index}Response":
        break
    if answer.data.value != message.data.value:
      raise ValueError(f"the answer to message {index} has other contents")
    print(f"{(time.monotonic() - started) * 1000:.3f}", flush=True)


if __name__ == "__main__":
  app.run(main)
