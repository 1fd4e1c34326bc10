"""What people pick instead: python-telegram-bot's ConversationHandler with PicklePersistence, as in its manual."""

from __future__ import annotations

import sys
from typing import Any

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.peers.words import CARD, CARD_BUTTONS, GROUPS, HARM, HARM_BUTTONS, MENU, MENU_BUTTONS, RECEIPT, SENDING
from benchmarks.running import TOKEN

CATEGORY, HARM_ASKED = range(2)


def keyboard(rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


async def begin(update: Update, context: Any) -> int:
    assert update.message is not None
    await update.message.reply_text(MENU, reply_markup=keyboard(MENU_BUTTONS))
    return CATEGORY


def _tap(update: Update) -> CallbackQuery:
    assert update.callback_query is not None
    return update.callback_query


async def category(update: Update, context: Any) -> int:
    tap = _tap(update)
    context.user_data["category"] = tap.data
    await tap.answer()
    await tap.edit_message_text(HARM, reply_markup=keyboard(HARM_BUTTONS))
    return HARM_ASKED


async def harm(update: Update, context: Any) -> int:
    tap = _tap(update)
    context.bot_data.setdefault("reports", []).append((context.user_data.pop("category"), tap.data))
    await tap.answer()
    await tap.edit_message_text(SENDING)
    for group in GROUPS:
        await context.bot.send_message(group, CARD, reply_markup=keyboard(CARD_BUTTONS))
    await context.bot.send_message(tap.from_user.id, RECEIPT, reply_markup=keyboard(HARM_BUTTONS))
    return ConversationHandler.END


async def cancel(update: Update, context: Any) -> int:
    return ConversationHandler.END


def main(api_url: str, file: str) -> None:
    application: Any = (
        Application.builder().token(TOKEN).base_url(f"{api_url}/bot").persistence(PicklePersistence(file)).build()
    )
    application.add_handler(ConversationHandler(
        entry_points=[MessageHandler(filters.Text(["紧急上报"]), begin)],
        states={
            CATEGORY: [CallbackQueryHandler(category, pattern="^category:")],
            HARM_ASKED: [CallbackQueryHandler(harm, pattern="^harm:")],
        },
        fallbacks=[CommandHandler("cancel", cancel)], name="report", persistent=True,
    ))  # fmt: skip
    application.run_polling(stop_signals=None)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
