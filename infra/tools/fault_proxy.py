"""The fault proxy `microburst`, fit for an emulator that checks signatures.

    fault_proxy.py SEED microburst's own arguments...

As it is, it puts the emulator's address into the header Host. What a function
signed includes that header, so under enforced IAM every call would be refused;
here it stays as the function sent it. SEED makes the dice the same ones again
(which call meets which throw still depends on the calls' order). It ends with
whoever started it: when stdin is closed.
"""

import logging
import os
import random
import sys
import threading

from microburst import cli
from microburst.forward import Upstream

outbound_headers = Upstream._outbound_headers


def with_host_as_signed(self, request):
    return {**outbound_headers(self, request), "host": request.headers["Host"]}


def end_with_stdin():
    while os.read(0, 1024):
        pass
    os._exit(0)


Upstream._outbound_headers = with_host_as_signed
logging.disable(logging.ERROR)  # otherwise each call, and each caller that was killed
random.seed(int(sys.argv.pop(1)))
threading.Thread(target=end_with_stdin, daemon=True).start()
sys.exit(cli.main())
