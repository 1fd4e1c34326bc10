"""What is counted, for `/metrics`. Names begin with `qianshao_`; ages and times are seconds."""

from prometheus_client import Counter, Gauge, Histogram

_FAST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)

UPDATES = Counter("qianshao_updates", "updates handled")
INBOX_AGE = Histogram("qianshao_inbox_age_seconds", "from receipt of an update to its commit", buckets=_FAST)
INBOX_FAILURES = Counter("qianshao_inbox_failures", "failed attempts at an update")
INBOX_WAITING = Gauge("qianshao_inbox_waiting", "updates waiting")
INBOX_SET_ASIDE = Gauge("qianshao_inbox_set_aside", "poisoned updates set aside")
OUTBOX_AGE = Histogram("qianshao_outbox_age_seconds", "from commit to sent", ["kind"], buckets=_FAST)
OUTBOX_WAITING = Gauge("qianshao_outbox_waiting", "messages waiting", ["priority"])
SENDS = Counter("qianshao_sends", "how sends ended", ["kind", "result"])
ACKNOWLEDGED = Histogram(
    "qianshao_acknowledgement_seconds", "from report to 接报", ["priority"],
    buckets=(5, 15, 30, 60, 120, 180, 300, 600, 1800, 3600),
)  # fmt: skip
STEPS = Counter("qianshao_escalation_steps", "escalation steps taken", ["priority"])
OPEN_ESCALATIONS = Gauge("qianshao_open_escalations", "climbs nobody has answered yet")
TICKS = Counter("qianshao_ticks", "ticks run", ["name", "result"])
LAST_TICK = Gauge("qianshao_last_tick_timestamp_seconds", "when the last tick that ended began", ["name"])
EVIDENCE_FETCHES = Counter("qianshao_evidence_fetches", "how fetching a file of evidence ended", ["result"])
EVIDENCE_BYTES = Counter("qianshao_evidence_bytes", "bytes of evidence fetched and stored")
EVIDENCE_FILES = Gauge("qianshao_evidence_files", "files of evidence, by state", ["state"])
HEARTBEAT = Gauge("qianshao_escalation_audit_timestamp_seconds", "when the escalations were last audited")
MISSED = Gauge("qianshao_escalations_missed", "escalations that did not advance as their policy says")
HOOKS = Counter("qianshao_step_hooks", "how posts to the second channel ended", ["result"])
