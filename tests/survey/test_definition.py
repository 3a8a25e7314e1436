"""Definitions: they travel whole, and a changed one is another version."""

import json
from dataclasses import replace

from sitegen.model import decode_survey
from sitegen.survey import find_version, pack_definition, recall_definition, unpack_definition

PLAIN = {
    "title": "Pulse",
    "questions": {
        "happy": {"type": "csat", "text": "Happy?", "required": "true"},
        "why": {"type": "text", "text": "Why?", "long": "true", "show_if": {"happy": "<= 3"}},
        "which": {"type": "choices", "text": "Which?", "options": {"a": "A", "b": "B"}, "other": "true", "min": "1"},
    },
}


def test_a_definition_travels_whole() -> None:
    head = decode_survey(PLAIN)
    travelled = unpack_definition(json.loads(json.dumps(pack_definition(head))))

    assert travelled == head
    assert find_version(travelled) == find_version(head)


def test_a_changed_definition_is_another_version() -> None:
    head = decode_survey(PLAIN)

    assert find_version(head) == find_version(decode_survey(PLAIN))
    assert find_version(replace(head, title="Pulse 2")) != find_version(head)


def test_another_order_of_questions_is_another_version() -> None:
    questions = decode_survey(PLAIN).questions or {}
    turned = replace(decode_survey(PLAIN), questions=dict(reversed(list(questions.items()))))

    assert find_version(turned) != find_version(decode_survey(PLAIN))


def test_a_definition_of_a_form_that_is_read_no_longer_is_passed_over() -> None:
    assert recall_definition(pack_definition(decode_survey(PLAIN))) == decode_survey(PLAIN)
    assert recall_definition({"title": "Pulse", "questions": {"happy": {"type": "smiley", "text": "Happy?"}}}) is None
    assert recall_definition([]) is None
