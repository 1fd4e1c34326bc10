"""How a bot hears: getUpdates, webhooks, and the start and end of a session."""

import re
from urllib.parse import urlsplit

from telegram.constants import PollingLimit, UpdateType, WebhookLimit

from practice.bot_api.call import Call, method
from practice.errors import Json, bad_request
from practice.updates import Webhook

KINDS = frozenset(kind.value for kind in UpdateType)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@method("getMe")
def get_me(call: Call) -> Json:
    return {
        **call.bot.user,
        "can_join_groups": True,
        "can_read_all_group_messages": bool(call.bot.user.get("can_read_all_group_messages")),
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
def log_out(call: Call) -> bool:
    return True


@method("close")
def close(call: Call) -> bool:
    return True


def allowed_updates(call: Call) -> None:
    """Unknown kinds are ignored, as Telegram does; leaving the parameter out keeps the earlier list."""
    kinds = call.params.parsed("allowed_updates", "can't parse allowed_updates JSON object")
    if isinstance(kinds, list):
        call.bot.updates.allow([kind for kind in kinds if kind in KINDS])


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    params = call.params
    if call.bot.updates.webhook is None:
        allowed_updates(call)
    limit = max(int(PollingLimit.MIN_LIMIT), min(params.whole("limit", 100), int(PollingLimit.MAX_LIMIT)))
    return await call.bot.updates.get(params.whole("offset"), limit, max(0, params.whole("timeout")))


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    params = call.params
    drop = params.flag("drop_pending_updates")
    url = params.text("url")
    if not url:
        if "url" not in params.values:
            raise bad_request('parameter "url" is required')
        call.bot.updates.set_webhook(None, drop)
        return True
    parts = urlsplit(url)
    # Telegram wants HTTPS; on this machine plain HTTP is all there is.
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if len(secret) > WebhookLimit.MAX_SECRET_TOKEN_LENGTH:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    most = params.whole("max_connections", 40)
    most = max(int(WebhookLimit.MIN_CONNECTIONS_LIMIT), min(most, int(WebhookLimit.MAX_CONNECTIONS_LIMIT)))
    allowed_updates(call)
    call.bot.updates.set_webhook(Webhook(url, secret, most, params.text("ip_address")), drop)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    call.bot.updates.set_webhook(None, call.params.flag("drop_pending_updates"))
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    queue = call.bot.updates
    webhook = queue.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.waiting),
    }
    if webhook:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = webhook.ip_address or "127.0.0.1"
        if webhook.last_error_date:
            info["last_error_date"] = webhook.last_error_date
            info["last_error_message"] = webhook.last_error_message
    if queue.allowed:
        info["allowed_updates"] = sorted(queue.allowed)
    return info
