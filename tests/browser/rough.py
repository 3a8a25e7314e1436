"""A site as few firms have it: forty milestones, endless titles, emoji, Arabic, and projects with nothing to say."""

from datetime import date, timedelta

LONG = " ".join(["Move the records of every clinic into the new register and check them by hand"] * 3)[:200]
COMPOUND = "Datenschutzgrundverordnungskonformitätsprüfungsprotokollierungsanforderungen"
TITLES = (
    "Interfaces agreed",
    LONG,
    "🚀 Launch 👩‍👩‍👧‍👦 for families",
    COMPOUND,
    "Old register closed",
    "ترحيل السجلات القديمة إلى النظام الجديد",
    "Load test",
    "QA",
)
SETTINGS = """
name: Firm
url: https://status.firm.example/
timezone: Europe/Kyiv
"""
SURVEY = """
title: How did it go?
intro: Two questions, one minute.
questions:
  score: {type: nps, text: "How likely are you to recommend us to a colleague?", low: never, high: surely}
  why: {type: text, text: Why?, long: true}
  parts: {type: matrix, text: How good was …, rows: {a: the work, b: the talk}, columns: {low: bad, high: good}}
"""
LATE_UPDATE = f"""---
headline: {LONG}
health: off-track
next_update: 2026-11-30
milestones:
  m17: {{due: 2027-03-30, why: {LONG}, side: third-party}}
  m18: {{due: 2027-04-02}}
  m21: {{due: tbd, why: Nobody knows, side: client}}
actions:
  sign: {{title: {LONG}, due: 2026-11-02, note: "{COMPOUND}"}}
issues:
  lost: {{title: {COMPOUND}, impact: high, decide_by: 2026-11-25,
         options: {{a: {{title: {LONG}, days: 400, amount: 1234567.5, recommended: true}}, b: {{title: B, days: -3}}}}}}
---
| {" | ".join(f"Column {number}" for number in range(14))} |
|{"---|" * 14}
| {" | ".join(COMPOUND[:20] for _ in range(14))} |

https://files.firm.example/{"a" * 120}/{"b" * 120}

    {"x = 1; " * 40}

1. {COMPOUND} **{LONG}**
"""
ARABIC_PLAN = """
name: بوابة المرضى
summary: حجز المواعيد ونتائج المختبر في مكان واحد
start: 2026-02-02
end: 2026-12-18
budget: {unit: EUR, agreed: 42000}
goals: [حجز المواعيد من الهاتف, نتائج المختبر خلال يوم واحد]
surveys: {pulse: {when: always}}
milestones:
  design: {title: اعتماد التصميم, due: 2026-03-20, done: 2026-03-20}
  pilot: {title: تجربة في عيادتين, due: 2026-09-30, start: 2026-08-03}
  launch: {title: الإطلاق في جميع العيادات, due: 2026-11-30}
  care: {title: نهاية فترة المتابعة, due: 2026-12-18}
risks:
  lab: {title: تأخر المختبر في توفير الواجهة, likelihood: high, impact: high, response: نتابع معهم كل أسبوع}
"""
ARABIC_UPDATE = """---
headline: الإطلاق يتأخر أسبوعين بسبب المختبر
health: at-risk
next_update: 2026-11-30
milestones:
  pilot: {done: 2026-10-02}
  launch: {due: 2026-12-14, why: المختبر لم يسلّم بيئة الاختبار, side: third-party}
actions:
  texts: {title: اعتماد نصوص التذكير, due: 2026-11-16}
budget: {used: 31500, forecast: 44000}
---
انتهت التجربة في العيادتين، وسجّل 312 مريضاً أنفسهم.

- حجز المواعيد يعمل كما اتفقنا
- تقرير الاختبار: `report-2.pdf`
"""


def plan_crowded_project() -> str:
    """Write a plan of forty milestones over three years, in five phases."""
    first = date(2025, 1, 7)
    lines = ["name: " + COMPOUND, "start: 2025-01-07", "milestones:"]
    for number in range(40):
        due = first + timedelta(days=27 * number + number % 4)
        done = f", done: {due}" if due < date(2026, 9, 1) else ""
        title = f"{TITLES[number % len(TITLES)]} {number + 1}"
        lines.append(f'  m{number}: {{title: "{title}", due: {due}, phase: Phase {number // 8 + 1}{done}}}')
    return "\n".join(lines)


def write_rough_site() -> dict[str, str]:
    """Return the files of the site, by path."""
    clients = "content/clients"
    return {
        "sitegen.yml": SETTINGS,
        "content/surveys/pulse.yml": SURVEY,
        f"{clients}/crowded/client.yml": f"name: {COMPOUND} & Co",
        f"{clients}/crowded/plan/project.yml": plan_crowded_project(),
        f"{clients}/crowded/plan/updates/2026-10-20.md": "---\nmilestones: {m16: {done: 2026-10-19}}\n---\n",
        f"{clients}/crowded/plan/updates/2026-11-10.md": LATE_UPDATE,
        f"{clients}/bare/client.yml": "name: Bare",
        f"{clients}/bare/silent/project.yml": "name: Silent\nstart: 2026-11-02",
        f"{clients}/empty/client.yml": "name: Empty",
        f"{clients}/arabic/client.yml": "name: عيادات النخيل\nlanguage: ar",
        f"{clients}/arabic/portal/project.yml": ARABIC_PLAN,
        f"{clients}/arabic/portal/updates/2026-11-13.md": ARABIC_UPDATE,
    }
