"""A server and its clients in one event loop, with work on threads beside it."""

import asyncio
import sys

import blake3
import orjson
import pydantic
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Request(pydantic.BaseModel):
    number: int
    text: str


async def serve(reader, writer):
    while line := await reader.readline():
        request = Request.model_validate_json(line)
        sealed = await asyncio.to_thread(AESGCM(bytes(16)).encrypt, bytes(12), request.text.encode() * 2000, None)
        digest = await asyncio.to_thread(lambda: blake3.blake3(sealed).hexdigest())
        writer.write(orjson.dumps({"number": request.number, "digest": digest}) + b"\n")
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for at in range(25):
        writer.write(Request(number=number * 100 + at, text=f"request {at} of {number}").model_dump_json().encode() + b"\n")
        answers.append(orjson.loads(await reader.readline()))
    writer.close()
    await writer.wait_closed()
    return answers


async def fails():
    try:
        Request.model_validate_json(b"{}")
    except pydantic.ValidationError as error:
        return error.error_count()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for answers in await asyncio.gather(*(client(port, number) for number in range(8))):
            for answer in answers:
                print(answer["number"], answer["digest"])
    print("errors", await fails())
    print("cancelled", await cancelled())


async def cancelled():
    task = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return True


asyncio.run(main())
sys.exit(3)
