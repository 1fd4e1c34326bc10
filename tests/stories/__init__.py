from bot.quick_start import import_app

import_app()
