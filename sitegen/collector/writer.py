"""Entries that arrive at the same time are written in one transaction, and each is acknowledged once it is on disk."""

import asyncio
from collections.abc import Sequence

from sitegen.collector.store import Store
from sitegen.survey import NeedAnswer, Response

MAX_BATCH = 200


class Writer:
    """Writes what has gathered while the last transaction was on its way to disk: a group commit.

    One transaction at a time keeps SQLite's single writer busy without a queue for its lock, and costs one flush of the
    disk for many entries.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[tuple[Response | NeedAnswer, asyncio.Future[bool]]] = []
        self._work: asyncio.Task[None] | None = None

    async def add(self, entry: Response | NeedAnswer) -> bool:
        """Keep an entry; tell whether it is new once it is on disk. Raise `WorkError` where the store refuses."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, done))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write_all())
        return await done

    async def finish(self) -> None:
        """Wait until all that arrived is on disk."""
        if self._work is not None:
            await self._work

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MAX_BATCH], self._waiting[MAX_BATCH:]
            await self._write(batch)

    async def _write(self, batch: Sequence[tuple[Response | NeedAnswer, asyncio.Future[bool]]]) -> None:
        try:
            news = await asyncio.to_thread(self._store.add_all, [entry for entry, _ in batch])
        except Exception as error:  # whatever it is, nobody may wait for ever, and nothing may be acknowledged
            for _, done in batch:
                if not done.done():
                    done.set_exception(error)
            return
        for (_, done), is_new in zip(batch, news, strict=True):
            if not done.done():
                done.set_result(is_new)
