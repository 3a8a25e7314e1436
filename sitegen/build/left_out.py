"""What was read of a client and has no page is counted: nothing is skipped in silence."""

from sitegen.build.editions import ClientWork
from sitegen.build.frame import Frame
from sitegen.build.publish import has_ended
from sitegen.memory import LeftOut
from sitegen.model import Client


def count_left_out(client: Client, work: ClientWork | None, frame: Frame, linked: int) -> LeftOut:
    """Count what was read and has no page; `linked` is how many of the client's attachments something links to."""
    drafts = future = hidden = files = 0
    for project, state in work.states if work else ():
        shown = {report.update.id for report in state.reports}
        rest = [update for update in project.updates if update.id not in shown]
        drafts += sum(update.is_draft for update in rest)
        future += sum(update.day > frame.day and not update.is_draft for update in rest)
        hidden += sum(update.day <= frame.day and not update.is_draft for update in rest)
        files += len(project.files)
    is_over = has_ended(frame.heads.site.find_access(client), frame.day)
    return LeftOut(drafts=drafts, future=future, hidden=hidden, unlinked=files - linked, ended=int(is_over))
