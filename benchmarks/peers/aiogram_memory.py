"""The ceiling: a bare aiogram bot that answers as Qianshao does, keeps states in memory and writes nothing down.

Its filters are async functions and its texts are fixed, so that nothing but aiogram itself is measured.
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers.words import CARD, CARD_BUTTONS, GROUPS, HARM, HARM_BUTTONS, MENU, MENU_BUTTONS, RECEIPT, SENDING
from benchmarks.running import TOKEN

router = Router()


def keyboard(rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data) for text, data in row] for row in rows]
    )


async def is_emergency(message: Message) -> bool:
    return message.text == "紧急上报"


async def is_category(tap: CallbackQuery) -> bool:
    return (tap.data or "").startswith("category:")


async def is_harm(tap: CallbackQuery) -> bool:
    return (tap.data or "").startswith("harm:")


@router.message(is_emergency)
async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state("category")
    await message.answer(MENU, reply_markup=keyboard(MENU_BUTTONS))


@router.callback_query(is_category)
async def category(tap: CallbackQuery, state: FSMContext) -> None:
    assert isinstance(tap.message, Message)
    await state.update_data(category=tap.data)
    await state.set_state("harm")
    await tap.answer()
    await tap.message.edit_text(HARM, reply_markup=keyboard(HARM_BUTTONS))


@router.callback_query(is_harm)
async def harm(tap: CallbackQuery, state: FSMContext, bot: Bot) -> None:
    assert isinstance(tap.message, Message)
    await state.clear()
    await tap.answer()
    await tap.message.edit_text(SENDING)
    for group in GROUPS:
        await bot.send_message(group, CARD, reply_markup=keyboard(CARD_BUTTONS))
    await bot.send_message(tap.from_user.id, RECEIPT, reply_markup=keyboard(HARM_BUTTONS))


async def main(api_url: str) -> None:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url), limit=256))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
