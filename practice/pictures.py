"""Photos out of nothing: a valid baseline JPEG, drawn from a seed, so that every photo can be told from the others.

Only flat 8x8 tiles are drawn (the DC coefficient of a block): enough to look at, small, and no picture library needed.
"""

import random
import struct

# One Huffman table for all components. DC: categories 0-8 as 4-bit codes. AC: end-of-block as a 1-bit code.
DC_BITS = bytes([0, 0, 0, 9] + [0] * 12)
DC_VALUES = bytes(range(9))
AC_BITS = bytes([1] + [0] * 15)
AC_VALUES = b"\x00"
COMPONENTS = 3
TILE = 8


def _segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _header(width: int, height: int) -> bytes:
    # All quantisers are 8 so that a DC difference is the difference of two tile shades, at most 8 bits.
    quantiser = b"\x00" + bytes([8] * 64)
    frame = struct.pack(">BHHB", 8, height, width, COMPONENTS)
    frame += b"".join(bytes([component + 1, 0x11, 0]) for component in range(COMPONENTS))
    scan = bytes([COMPONENTS]) + bytes([1, 0, 2, 0, 3, 0]) + b"\x00\x3f\x00"
    return (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        + _segment(0xDB, quantiser)
        + _segment(0xC0, frame)
        + _segment(0xC4, b"\x00" + DC_BITS + DC_VALUES)
        + _segment(0xC4, b"\x10" + AC_BITS + AC_VALUES)
        + _segment(0xDA, scan)
    )


def _shades(seed: int, columns: int, rows: int) -> list[tuple[int, int, int]]:
    """Tiles of a gradient from a dark to a light shade, with a few speckles; (luma, blue, red), each within ±100."""
    dice = random.Random(seed)
    blue, red = dice.randint(-60, 60), dice.randint(-60, 60)
    tiles = []
    for row in range(rows):
        for column in range(columns):
            luma = 90 - 140 * row // rows + 20 * column // columns + dice.randint(-8, 8)
            tiles.append((max(-100, min(100, luma)), blue, red))
    return tiles


def jpeg(seed: int, width: int = 320, height: int = 240) -> bytes:
    """A JPEG of `width` x `height` (rounded down to tiles of 8), the same for the same seed."""
    columns, rows = max(1, width // TILE), max(1, height // TILE)
    bits: list[str] = []
    before = [0] * COMPONENTS
    for tile in _shades(seed, columns, rows):
        for component, shade in enumerate(tile):
            difference = shade - before[component]
            before[component] = shade
            size = abs(difference).bit_length()
            value = difference if difference >= 0 else difference + (1 << size) - 1
            bits.append(f"{size:04b}" + (f"{value:0{size}b}" if size else "") + "0")
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    body = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\x00")
    return _header(columns * TILE, rows * TILE) + body + b"\xff\xd9"
