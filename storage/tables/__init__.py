"""All tables, so that `Table.metadata` is whole wherever it is needed (migrations, tests)."""

from storage.tables.calls import CallRound, CallStep, CallVillage
from storage.tables.case_requests import CaseRequest
from storage.tables.cases import (
    CaseLogDetail,
    CaseLogHead,
    CaseLogLine,
    CaseNumber,
    Escalation,
    Evidence,
    Question,
    Report,
    ReportLink,
    ReportVersion,
)
from storage.tables.chain_looks import ChainLook
from storage.tables.checklists import Checklist
from storage.tables.clocks import Clock, FollowUp, OfficialText, ReportGrade
from storage.tables.commands import SceneCommand
from storage.tables.delivery import OutboxRow
from storage.tables.duty import DutyDesk, DutyNote, Handover, RosterFile, RotationRow, ShiftOverride, ShiftSwap
from storage.tables.evidence import EvidenceFile, Said
from storage.tables.experts import Consultation, ConsultRequest, ExpertRow
from storage.tables.foundation import Moment, Table, plain
from storage.tables.intake import Conversation, InboxRow
from storage.tables.interventions import Intervention
from storage.tables.notices import (
    Alert,
    AlertSkip,
    Broadcast,
    BroadcastRecipient,
    CapFile,
    Channel,
    Drill,
    DrillParticipant,
    DrillReminder,
    Loudspeaker,
)
from storage.tables.people import Administrator, Area, Group, Invitation, InvitationUse, Person, Post, Subscription
from storage.tables.policies import PolicyRow
from storage.tables.pulses import PulseRow
from storage.tables.residents import AlertAnswer, AlertFollow, DigestItem, HelpRequest, Shelter
from storage.tables.reviews import CaseReview, ReviewItem
from storage.tables.schedules import ScheduledNotice
from storage.tables.step_hooks import StepHook
from storage.tables.storms import StormLine, StormList
from storage.tables.tips import Tip
from storage.tables.topics import CaseTopic
from storage.tables.zero_reports import ZeroAnswer, ZeroDay, ZeroRound

__all__ = [
    "Administrator",
    "Alert",
    "AlertAnswer",
    "AlertFollow",
    "AlertSkip",
    "Area",
    "Broadcast",
    "BroadcastRecipient",
    "CallRound",
    "CallStep",
    "CallVillage",
    "CapFile",
    "CaseLogDetail",
    "CaseLogHead",
    "CaseLogLine",
    "CaseNumber",
    "CaseRequest",
    "CaseReview",
    "CaseTopic",
    "ChainLook",
    "Channel",
    "Checklist",
    "Clock",
    "ConsultRequest",
    "Consultation",
    "Conversation",
    "DigestItem",
    "Drill",
    "DrillParticipant",
    "DrillReminder",
    "DutyDesk",
    "DutyNote",
    "Escalation",
    "Evidence",
    "EvidenceFile",
    "ExpertRow",
    "FollowUp",
    "Group",
    "Handover",
    "HelpRequest",
    "InboxRow",
    "Intervention",
    "Invitation",
    "InvitationUse",
    "Loudspeaker",
    "Moment",
    "OfficialText",
    "OutboxRow",
    "Person",
    "PolicyRow",
    "Post",
    "PulseRow",
    "Question",
    "Report",
    "ReportGrade",
    "ReportLink",
    "ReportVersion",
    "ReviewItem",
    "RosterFile",
    "RotationRow",
    "Said",
    "SceneCommand",
    "ScheduledNotice",
    "Shelter",
    "ShiftOverride",
    "ShiftSwap",
    "StepHook",
    "StormLine",
    "StormList",
    "Subscription",
    "Table",
    "Tip",
    "ZeroAnswer",
    "ZeroDay",
    "ZeroRound",
    "plain",
]
