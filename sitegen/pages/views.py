"""The pages' views: all that a template sees, plain and frozen; the stable interface of themes.

A view says what is, a template how it reads. Codes (`on-track`, `client`) stay codes, dates stay dates: the theme puts
them into the reader's words. What does not exist is None or an empty tuple, and nothing is left to compute.
"""

from sitegen.pages.views_agency import AgencyClient, AgencyPage
from sitegen.pages.views_changes import Change, ChangeGroup, ChangeSet
from sitegen.pages.views_client import ClientPage, NotFoundPage, ProjectCard, RootPage
from sitegen.pages.views_feedback import ClientFeedback, FeedbackFigure
from sitegen.pages.views_figures import Aspect, Budget, HealthSpan, Progress, ServiceTarget, SideDelay, Threshold
from sitegen.pages.views_form import Form, FormFault, HiddenField, NeedForm, ShownIf
from sitegen.pages.views_head import Answer, Head, Html, Link, Party, Person
from sitegen.pages.views_locked import LockedPage
from sitegen.pages.views_portfolio import Finding, HealthCount, Load, PortfolioPage, PortfolioRow, Waiting
from sitegen.pages.views_project import Brief, ProjectPage
from sitegen.pages.views_registers import (
    Action,
    ChangeRequest,
    Check,
    Decision,
    Deliverable,
    Feedback,
    Issue,
    Need,
    Option,
    Question,
    Risk,
)
from sitegen.pages.views_schedule import Drawings, End, Milestone, Move, NextMilestone, Phase, Team
from sitegen.pages.views_survey import (
    Choice,
    NeedPage,
    OtherText,
    RefusedPage,
    Row,
    SurveyLink,
    SurveyPage,
    SurveyQuestion,
    ThanksPage,
)
from sitegen.pages.views_updates import Month, NextUpdate, UpdateBody, UpdateEntry, UpdatePage, UpdatesPage

__all__ = [
    "Action",
    "AgencyClient",
    "AgencyPage",
    "Answer",
    "Aspect",
    "Brief",
    "Budget",
    "Change",
    "ChangeGroup",
    "ChangeRequest",
    "ChangeSet",
    "Check",
    "Choice",
    "ClientFeedback",
    "ClientPage",
    "Decision",
    "Deliverable",
    "Drawings",
    "End",
    "Feedback",
    "FeedbackFigure",
    "Finding",
    "Form",
    "FormFault",
    "Head",
    "HealthCount",
    "HealthSpan",
    "HiddenField",
    "Html",
    "Issue",
    "Link",
    "Load",
    "LockedPage",
    "Milestone",
    "Month",
    "Move",
    "Need",
    "NeedForm",
    "NeedPage",
    "NextMilestone",
    "NextUpdate",
    "NotFoundPage",
    "Option",
    "OtherText",
    "Party",
    "Person",
    "Phase",
    "PortfolioPage",
    "PortfolioRow",
    "Progress",
    "ProjectCard",
    "ProjectPage",
    "Question",
    "RefusedPage",
    "Risk",
    "RootPage",
    "Row",
    "ServiceTarget",
    "ShownIf",
    "SideDelay",
    "SurveyLink",
    "SurveyPage",
    "SurveyQuestion",
    "Team",
    "ThanksPage",
    "Threshold",
    "UpdateBody",
    "UpdateEntry",
    "UpdatePage",
    "UpdatesPage",
    "Waiting",
]
