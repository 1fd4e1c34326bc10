"""`python -m practice --port N`: the practice Telegram alone, for a person or a benchmark."""

import argparse
import asyncio
import signal
import sys

from practice.server import start_server


async def serve(host: str, port: int) -> None:
    server = await start_server(host, port)
    sys.stdout.write(f"{server.base_url}\n")
    sys.stdout.flush()
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    await server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m practice", description="A Telegram on this machine.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port; the address is printed")
    options = parser.parse_args()
    asyncio.run(serve(options.host, options.port))


if __name__ == "__main__":
    main()
