"""What was read and has no page is counted: nothing is skipped in silence."""

from collections.abc import Iterable, Mapping
from datetime import date

from sitegen.build.editions import Edition
from sitegen.build.loading import Loaded
from sitegen.build.publish import has_ended
from sitegen.build.report import LeftOut
from sitegen.model import Audience


def count_left_out(loaded: Loaded, editions: Iterable[Edition], day: date, used: Mapping[str, int]) -> LeftOut:
    """Count what was read and has no page; `used` is how many attachments of each project something links to."""
    drafts = future = hidden = unlinked = 0
    own = (edition for edition in editions if edition.reader.audience is not Audience.AGENCY)
    for work in (work for edition in own for work in edition.works):
        for project, state in work.states:
            shown = {report.update.id for report in state.reports}
            rest = [update for update in project.updates if update.id not in shown]
            drafts += sum(update.is_draft for update in rest)
            future += sum(update.day > day and not update.is_draft for update in rest)
            hidden += sum(update.day <= day and not update.is_draft for update in rest)
            unlinked += len(project.files) - used.get(project.path, 0)
    ended = sum(has_ended(loaded.site.find_access(client), day) for client in loaded.site.clients)
    return LeftOut(drafts=drafts, future=future, hidden=hidden, unlinked=unlinked, ended=ended)
