// Finds the bytes that shape a CSV file, many at a time. C, because Swift has no instruction for "which of these
// sixteen bytes are equal", and its own vector comparisons come out slower than a plain loop.
#ifndef C_BYTE_SCANNING_H
#define C_BYTE_SCANNING_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "CSVColumns.h"

/// How many bytes beyond the end of what is scanned must be readable.
#define CSV_SCAN_PADDING 64
/// How many places beyond the last mark may be written.
#define CSV_MARK_PADDING 8

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t csv_marks_of_16(__m128i bytes, __m128i delimiter, __m128i lf, __m128i cr, __m128i quote) {
    __m128i separators = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, lf));
    __m128i others = _mm_or_si128(_mm_cmpeq_epi8(bytes, cr), _mm_cmpeq_epi8(bytes, quote));
    return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(separators, others));
}

static inline uint64_t csv_marks_of_64(const uint8_t *bytes, uint8_t delimiter) {
    const __m128i *blocks = (const __m128i *)bytes;
    __m128i d = _mm_set1_epi8((char)delimiter), lf = _mm_set1_epi8(0x0A), cr = _mm_set1_epi8(0x0D);
    __m128i quote = _mm_set1_epi8(0x22);
    return csv_marks_of_16(_mm_loadu_si128(blocks), d, lf, cr, quote)
        | csv_marks_of_16(_mm_loadu_si128(blocks + 1), d, lf, cr, quote) << 16
        | csv_marks_of_16(_mm_loadu_si128(blocks + 2), d, lf, cr, quote) << 32
        | csv_marks_of_16(_mm_loadu_si128(blocks + 3), d, lf, cr, quote) << 48;
}
#else
static inline uint64_t csv_marks_of_64(const uint8_t *bytes, uint8_t delimiter) {
    uint64_t marks = 0;
    for (int i = 0; i < 64; i++) {
        uint8_t byte = bytes[i];
        uint64_t is_mark = byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0x22;
        marks |= is_mark << i;
    }
    return marks;
}
#endif

/// Writes the offsets of all delimiters, line feeds, carriage returns and quotation marks, ascending.
///
/// `bytes` must be readable for `CSV_SCAN_PADDING` bytes beyond `count`; `offsets` must have room for one offset a
/// byte and `CSV_MARK_PADDING` more. Returns how many there are.
static inline size_t csv_find_marks(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *offsets) {
    size_t found = 0;
    for (size_t start = 0; start < count; start += 64) {
        uint64_t marks = csv_marks_of_64(bytes + start, delimiter);
        if (count - start < 64) marks &= ((uint64_t)1 << (count - start)) - 1;
        if (marks == 0) continue;
        uint32_t *next = offsets + found;
        found += (size_t)__builtin_popcountll(marks);
        // Eight at a time without asking whether there are so many: what is too much is overwritten by the next.
        for (;;) {
            for (int i = 0; i < 8; i++) {
                next[i] = (uint32_t)start + (uint32_t)__builtin_ctzll(marks | (uint64_t)1 << 63);
                marks &= marks - 1;
            }
            if (marks == 0) break;
            next += 8;
        }
    }
    return found;
}

/// Has memory that is given back serve again, up to 32 MiB, where otherwise the system would take it in between.
void memory_keep_freed(void);

/// Whether a byte occurs.
static inline int csv_holds_byte(const uint8_t *bytes, size_t count, uint8_t byte) {
    return memchr(bytes, byte, count) != NULL;
}

/// How many line feeds there are.
static inline size_t text_line_feeds(const uint8_t *bytes, size_t count) {
    size_t found = 0, at = 0;
    // A byte can count to 255, and many bytes are counted at a time.
    while (at < count) {
        size_t end = count - at > 255 ? at + 255 : count;
        uint8_t part = 0;
        for (; at < end; at++) part += bytes[at] == 0x0A;
        found += part;
    }
    return found;
}

/// Where a byte occurs first; `count` when it does not.
static inline size_t text_first(const uint8_t *bytes, size_t count, uint8_t byte) {
    const uint8_t *found = count == 0 ? NULL : memchr(bytes, byte, count);
    return found == NULL ? count : (size_t)(found - bytes);
}

/// How many bytes of well-formed UTF-8 (Unicode 16, table 3-7) there are up to the last whole character.
///
/// `undecodable` is set when the bytes behind can never become a character, whatever follows.
static inline size_t text_well_formed_prefix(const uint8_t *bytes, size_t count, int *undecodable) {
    size_t at = 0;
    *undecodable = 0;
    while (at < count) {
        if (count - at >= 8) {
            uint64_t eight;
            memcpy(&eight, bytes + at, 8);
            if ((eight & 0x8080808080808080ull) == 0) {
                at += 8;
                continue;
            }
        }
        uint8_t lead = bytes[at], low = 0x80, high = 0xBF;
        size_t length = 1;
        if (lead >= 0x80) {
            length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            if (lead < 0xC2 || lead > 0xF4) {
                *undecodable = 1;
                return at;
            }
            if (lead == 0xE0) low = 0xA0;
            if (lead == 0xED) high = 0x9F;
            if (lead == 0xF0) low = 0x90;
            if (lead == 0xF4) high = 0x8F;
        }
        for (size_t place = 1; place < length; place++) {
            if (at + place >= count) return at;
            uint8_t byte = bytes[at + place];
            if (byte < (place == 1 ? low : 0x80) || byte > (place == 1 ? high : 0xBF)) {
                *undecodable = 1;
                return at;
            }
        }
        at += length;
    }
    return at;
}

/// Whether two stretches of bytes are the same.
static inline int csv_same_bytes(const uint8_t *one, const uint8_t *other, size_t count) {
    return memcmp(one, other, count) == 0;
}

/// Whether a byte of 0x80 or more, a NUL or an escape character occurs: the signs of an encoding other than ASCII.
static inline int csv_holds_more_than_ascii(const uint8_t *bytes, size_t count) {
    size_t at = 0;
#if defined(__SSE2__)
    __m128i found = _mm_setzero_si128(), nul = _mm_setzero_si128(), escape = _mm_set1_epi8(0x1B);
    for (; at + 16 <= count; at += 16) {
        __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
        __m128i controls = _mm_or_si128(_mm_cmpeq_epi8(block, nul), _mm_cmpeq_epi8(block, escape));
        found = _mm_or_si128(found, _mm_or_si128(block, controls));
    }
    if (_mm_movemask_epi8(found) != 0) return 1;
#endif
    for (; at < count; at++) {
        if (bytes[at] >= 0x80 || bytes[at] == 0 || bytes[at] == 0x1B) return 1;
    }
    return 0;
}

/// Whether bytes are text of an encoding of one or two bytes a character, such as CP932.
///
/// `singles` has a bit for each byte of 0x80 or more that is a character by itself; `pairs` one for each two bytes
/// that are one, the first from bit 8 up. Other bytes below 0x80 are characters.
static inline int csv_is_double_byte_text(
    const uint8_t *bytes, size_t count, const uint64_t *singles, const uint64_t *pairs) {
    size_t at = 0;
    while (at < count) {
        if (count - at >= 8) {
            uint64_t eight;
            memcpy(&eight, bytes + at, 8);
            if ((eight & 0x8080808080808080ull) == 0) {
                at += 8;
                continue;
            }
        }
        uint8_t byte = bytes[at];
        if (byte < 0x80 || (singles[byte >> 6] >> (byte & 63) & 1) != 0) {
            at += 1;
            continue;
        }
        if (count - at < 2) return 0;
        uint32_t pair = (uint32_t)byte << 8 | bytes[at + 1];
        if ((pairs[pair >> 6] >> (pair & 63) & 1) == 0) return 0;
        at += 2;
    }
    return 1;
}

#endif
