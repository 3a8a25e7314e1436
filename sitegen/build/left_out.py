"""What was read and has no page is counted, by client: nothing is skipped in silence."""

from collections.abc import Iterable, Mapping
from datetime import date

from sitegen.build.editions import ClientWork, Edition
from sitegen.build.loading import Loaded
from sitegen.build.publish import has_ended
from sitegen.memory import LeftOut
from sitegen.model import Audience


def count_left_out(
    loaded: Loaded, editions: Iterable[Edition], day: date, used: Mapping[str, int]
) -> Mapping[str, LeftOut]:
    """Count what was read and has no page; `used` is how many attachments of each project something links to."""
    own = (edition for edition in editions if edition.reader.audience is not Audience.AGENCY)
    works = {work.publication.client.id: work for edition in own for work in edition.works}
    found = {}
    for client in loaded.site.clients:
        is_over = has_ended(loaded.site.find_access(client), day)
        found[client.id] = _count(works.get(client.id), day, used, is_over=is_over)
    return found


def _count(work: ClientWork | None, day: date, used: Mapping[str, int], *, is_over: bool) -> LeftOut:
    drafts = future = hidden = unlinked = 0
    for project, state in work.states if work else ():
        shown = {report.update.id for report in state.reports}
        rest = [update for update in project.updates if update.id not in shown]
        drafts += sum(update.is_draft for update in rest)
        future += sum(update.day > day and not update.is_draft for update in rest)
        hidden += sum(update.day <= day and not update.is_draft for update in rest)
        unlinked += len(project.files) - used.get(project.path, 0)
    return LeftOut(drafts=drafts, future=future, hidden=hidden, unlinked=unlinked, ended=int(is_over))
