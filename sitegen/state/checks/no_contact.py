"""Something asked of the client, and no way to answer it."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject

_NAME_ONE = "add 'contact' to project.yml or client.yml"


def no_contact(subject: Subject) -> Iterator[Finding]:
    """Find a survey whose answers go by mail, and needs, where the client has no contact to send them to.

    A collector takes answers to needs, and to surveys that name no other way. Without one, a survey needs a contact
    with `email`, and an open project's needs one with `email` or `phone`.
    """
    state, contact = subject.state, subject.contact
    for survey in subject.mailed:
        told = f"answers to the survey '{survey}' go by mail, and"
        if contact is None:
            yield Finding(message=f"{told} nobody is named to get them; {_NAME_ONE}", survey=survey)
        elif contact.email is None:
            message = f"{told} '{contact.name}', whom the client asks, has no 'email'; add one"
            yield Finding(message=message, survey=survey)
    if subject.has_collector or not state.is_open or not state.needs:
        return
    told = f"{len(state.needs)} things wait" if len(state.needs) > 1 else "1 thing waits"
    if contact is None:
        yield Finding(message=f"{told} for the {state.audience}, and nobody is named to answer to; {_NAME_ONE}")
    elif contact.email is None and contact.phone is None:
        lack = f"'{contact.name}' has neither 'email' nor 'phone'; add one"
        yield Finding(message=f"{told} for the {state.audience}, and {lack}")
