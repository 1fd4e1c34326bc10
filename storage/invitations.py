"""Invitations: deep links that give a role in an area. The word itself is never stored, only its digest."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update

from storage.database import Transaction
from storage.tables import Invitation, InvitationUse


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


async def create(
    tx: Transaction, role: str, area: str, rank: str | None, valid: timedelta, uses: int, now: datetime, by: int | None,
    function: str | None = None,
) -> str:  # fmt: skip
    """A new invitation; the word that goes into the link (144 random bits, fits Telegram's 64 characters)."""
    word = secrets.token_urlsafe(18)
    tx.session.add(
        Invitation(
            word_digest=_digest(word), role=role, area=area, rank=rank, uses_left=uses,
            expires_at=now + valid, created_at=now, created_by=by, function=function,
        )
    )  # fmt: skip
    return word


async def find(tx: Transaction, word: str) -> Invitation | None:
    return await tx.session.scalar(select(Invitation).where(Invitation.word_digest == _digest(word)))


async def used_by(tx: Transaction, invitation_id: int, telegram_id: int) -> bool:
    query = select(InvitationUse.id).where(
        InvitationUse.invitation_id == invitation_id, InvitationUse.telegram_id == telegram_id
    )
    return await tx.session.scalar(query) is not None


async def take(tx: Transaction, invitation_id: int, telegram_id: int, now: datetime) -> bool:
    """Use it once. False when no use is left: two people tapping at once cannot both get the last one."""
    result = await tx.session.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.uses_left > 0)
        .values(uses_left=Invitation.uses_left - 1)
        .execution_options(synchronize_session=False)
    )
    if not result.rowcount:  # type: ignore[attr-defined]
        return False
    tx.session.add(InvitationUse(invitation_id=invitation_id, telegram_id=telegram_id, used_at=now))
    return True


async def expired_unused(tx: Transaction, since: datetime, now: datetime) -> list[Invitation]:
    """Those that ran out between these moments with nobody having taken them."""
    used = select(InvitationUse.invitation_id)
    query = select(Invitation).where(Invitation.expires_at > since, Invitation.expires_at <= now)
    return list(await tx.session.scalars(query.where(Invitation.id.not_in(used)).order_by(Invitation.id)))
