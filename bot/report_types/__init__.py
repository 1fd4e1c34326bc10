"""Data: what can be reported, what is asked, whom it concerns and when the next person is called.

Adding a category touches one file in `incidents/`; a question one file in `forms/`; a step `escalation.toml`.
Each loader reads its files once a process and raises `DataFault` when they do not hold together.
"""

from bot.report_types.categories import (
    function_named,
    load_categories,
    load_functions,
    load_hazard_levels,
    load_hazard_types,
    load_signs,
)
from bot.report_types.checklists import load_checklists
from bot.report_types.deadline_table import load_deadlines
from bot.report_types.forms_reading import load_forms
from bot.report_types.ladders import load_ladder
from bot.report_types.toml_table import DataFault
from bot.rules.category import Category, Function, HazardLevel, HazardType, Sign
from bot.rules.question import Choice, Condition, Form, Question

__all__ = [
    "Category",
    "Choice",
    "Condition",
    "DataFault",
    "Form",
    "Function",
    "HazardLevel",
    "HazardType",
    "Question",
    "Sign",
    "function_named",
    "load_categories",
    "load_checklists",
    "load_deadlines",
    "load_forms",
    "load_functions",
    "load_hazard_levels",
    "load_hazard_types",
    "load_ladder",
    "load_signs",
]
