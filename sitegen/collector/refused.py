"""Why a form is not accepted: a status, and a reason that a page can put into words."""

from typing import Literal

from sitegen.survey import Context, Fault

Reason = Literal[
    "too-large",
    "too-slow",
    "no-form",
    "bad-form",
    "honeypot",
    "bad-context",
    "unknown-survey",
    "answered-already",
    "bad-answers",
    "too-many",
    "store-fails",
]


class RefusedError(Exception):
    """A form that is not accepted; it travels from where that is seen to where it is told."""

    def __init__(
        self,
        status: int,
        reason: Reason,
        *,
        faults: tuple[Fault, ...] = (),
        wait_s: int | None = None,
        context: Context | None = None,
    ) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason: Reason = reason
        self.faults = faults
        self.wait_s = wait_s
        """After how many seconds to try again."""
        self.context = context
        """What the form was about, where that is known."""
