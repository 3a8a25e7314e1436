"""States in, pages out: each with its path, its template and its view."""

from sitegen.pages.asked import ASKED_FORMAT, describe_asked, describe_asked_projects, join_asked, list_choices
from sitegen.pages.cards import Entry
from sitegen.pages.feeds import BadgeView, CalendarEvent, CalendarView, FeedEntry, FeedView
from sitegen.pages.forms import fill_need_form, make_collector_form
from sitegen.pages.locked import plan_locked_page
from sitegen.pages.page import Copy, Page, Plan
from sitegen.pages.pictures import Picture, find_pictures, picture_path
from sitegen.pages.plan import (
    ROOT_ASSETS,
    Writing,
    list_entries,
    list_portfolio_entries,
    plan_agency,
    plan_client,
    plan_portfolio,
    plan_project,
    plan_root,
    plan_updates,
)
from sitegen.pages.portfolio import PortfolioEntry
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.received import (
    make_need_page,
    make_receiver_head,
    make_refused_page,
    make_survey_page,
    make_thanks_page,
)
from sitegen.pages.status import StatusView, make_status
from sitegen.pages.urls import LOCKED, ClientUrls, ProjectUrls, name_asset
from sitegen.pages.views import (
    ClientFeedback,
    FeedbackFigure,
    Form,
    Head,
    Html,
    Link,
    PortfolioPage,
    PortfolioRow,
    Waiting,
)

__all__ = [
    "ASKED_FORMAT",
    "LOCKED",
    "ROOT_ASSETS",
    "BadgeView",
    "CalendarEvent",
    "CalendarView",
    "ClientFeedback",
    "ClientUrls",
    "Copy",
    "Entry",
    "FeedEntry",
    "FeedView",
    "FeedbackFigure",
    "Form",
    "Head",
    "Html",
    "Link",
    "Page",
    "Picture",
    "Plan",
    "PortfolioEntry",
    "PortfolioPage",
    "PortfolioRow",
    "ProjectUrls",
    "Publication",
    "Reader",
    "StatusView",
    "Waiting",
    "Writing",
    "describe_asked",
    "describe_asked_projects",
    "fill_need_form",
    "find_pictures",
    "join_asked",
    "list_choices",
    "list_entries",
    "list_portfolio_entries",
    "make_collector_form",
    "make_need_page",
    "make_receiver_head",
    "make_refused_page",
    "make_status",
    "make_survey_page",
    "make_thanks_page",
    "name_asset",
    "picture_path",
    "plan_agency",
    "plan_client",
    "plan_locked_page",
    "plan_portfolio",
    "plan_project",
    "plan_root",
    "plan_updates",
]
