#include "CByteScanning.h"
#include "CSVColumns.h"

// 32 bytes of every cell are loaded, whatever its length, and those behind it made zero: no step then depends on how
// long the cell is, which changes from row to row and no processor could foresee. The padding of blocks allows it.

#define TEN(x) (x), (x), (x), (x), (x), (x), (x), (x), (x), (x)

/// From byte 32 - n on: n bytes of ones, then zeros.
static const uint8_t csv_masks[64] = {TEN(0xFF), TEN(0xFF), TEN(0xFF), 0xFF, 0xFF};

static inline __attribute__((always_inline)) uint64_t csv_eight(const uint8_t *bytes) {
    uint64_t eight;
    memcpy(&eight, bytes, 8);
    return eight;
}

/// Whether a time of day follows the ten bytes of a day: ` 10:00` or `T10:00:00`, and nothing else.
static inline __attribute__((always_inline)) int csv_holds_time(const uint8_t *bytes, uint32_t length) {
    // Digits become their values and colons zero; of `10:00` the last three bytes do not count.
    uint8_t eight[8] = {0x30, 0x30, 0x3A, 0x30, 0x30, 0x3A, 0x30, 0x30};
    uint8_t room[8] = {0x7F - 2, 0x7F - 9, 0x7F, 0x7F - 5, 0x7F - 9, 0x7F, 0x7F - 5, 0x7F - 9};
    uint64_t time = csv_eight(bytes + 11) ^ csv_eight(eight);
    if (length == 16) time &= csv_eight(csv_masks + 32 - 5);
    uint64_t tooLarge = (time + csv_eight(room)) | time;
    uint8_t hour[2];
    memcpy(hour, &time, 2);
    return (int)(length == 19 || length == 16) & (int)(bytes[10] == 0x20 || bytes[10] == 0x54)
        & (int)((tooLarge & 0x8080808080808080ull) == 0) & (int)(hour[0] * 10 + hour[1] < 24);
}

/// The length of a cell's content, without a time of day that does not count.
static inline __attribute__((always_inline)) uint32_t csv_length(const uint8_t *cell, uint32_t length, int day_only) {
    return day_only && csv_holds_time(cell, length) ? 10 : length;
}

/// The next slots are looked at in turn, for as long as they hold something else.
///
/// A content of less than 32 bytes is told from others by its head alone: text has no NUL, so its zeros end it. Of an
/// empty slot the head is that of a content of no bytes, which has no other slot before it has a number.
#define CSV_PROBE(same_head)                                                                                        \
    for (;; at = (at + 1) & (contents->slot_count - 1)) {                                                           \
        const csv_content_slot *slot = contents->slots + at;                                                        \
        if ((same_head) && (length < 32 || slot->number < 0 || csv_same_rest(contents, slot, cell, length))) return at; \
        if (slot->number < 0) return at;                                                                            \
    }

static inline int csv_same_rest(
    const csv_contents *contents, const csv_content_slot *slot, const uint8_t *cell, uint32_t length) {
    return slot->length == length && memcmp(cell + 32, contents->tails + slot->tail, length - 32) == 0;
}

static inline __attribute__((always_inline)) const uint8_t *csv_mask(uint32_t length) {
    return csv_masks + 32 - (length < 32 ? length : 32);
}

static inline __attribute__((always_inline)) size_t csv_hash_portable(const uint64_t *head) {
    uint64_t mixed = head[0] * 0x9E3779B97F4A7C15ull ^ head[1] * 0xD6E8FEB86659FD93ull
        ^ head[2] * 0xC2B2AE3D27D4EB4Full ^ head[3] * 0xA0761D6478BD642Full;
    // A product's upper bits know of all bytes but the last few, those of the second product of all.
    return (size_t)((mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15ull >> 40);
}

static inline __attribute__((always_inline)) size_t csv_find_portable(
    const csv_contents *contents, const uint8_t *cell, uint32_t length) {
    const uint8_t *mask = csv_mask(length);
    uint64_t head[4];
    for (int i = 0; i < 4; i++) head[i] = csv_eight(cell + 8 * i) & csv_eight(mask + 8 * i);
    size_t at = csv_hash_portable(head) & (contents->slot_count - 1);
    CSV_PROBE(
        ((slot->head[0] ^ head[0]) | (slot->head[1] ^ head[1]) | (slot->head[2] ^ head[2]) | (slot->head[3] ^ head[3])) == 0)
}

typedef size_t (*csv_finding)(const csv_contents *, const uint8_t *, uint32_t);

static inline __attribute__((always_inline)) size_t csv_number(
    const csv_contents *contents, const uint8_t *bytes, const uint64_t *words, size_t stride, size_t first,
    size_t row_count, int32_t *numbers, int day_only, csv_finding find) {
    // Files are mostly sorted by time, so that the day of the row before is a good guess.
    uint64_t last_eight = 0;
    uint16_t last_two = 0;
    int32_t last = -1;
    for (size_t row = first; row < row_count; row++) {
        uint64_t word = words[row * stride];
        const uint8_t *cell = bytes + (word & 0xFFFFFFFF);
        uint32_t length = csv_length(cell, (uint32_t)(word >> 32), day_only);
        uint16_t two;
        memcpy(&two, cell + 8, 2);
        if (day_only && length == 10 && last >= 0 && csv_eight(cell) == last_eight && two == last_two) {
            numbers[row] = last;
            continue;
        }
        int32_t number = contents->slots[find(contents, cell, length)].number;
        if (number < 0) {
            if (!contents->is_full) return row;
            number = contents->too_many;
        }
        if (day_only) {
            last = length == 10 ? number : -1;
            last_eight = csv_eight(cell);
            last_two = two;
        }
        numbers[row] = number;
    }
    return row_count;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define CSV_AVX2 __attribute__((target("avx2,sse4.2,bmi,popcnt")))

static int csv_uses_avx2(const csv_contents *contents) {
    return !contents->is_portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("sse4.2")
        && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

static inline CSV_AVX2 size_t csv_hash_avx2(__m256i head) {
    __m128i upper = _mm_shuffle_epi32(_mm256_extracti128_si256(head, 1), 0x4E);
    __m128i folded = _mm_xor_si128(_mm256_castsi256_si128(head), upper);
    uint64_t hash = _mm_crc32_u64(0x9E3779B9, (uint64_t)_mm_cvtsi128_si64(folded));
    return (size_t)_mm_crc32_u64(hash, (uint64_t)_mm_extract_epi64(folded, 1));
}

static inline CSV_AVX2 size_t csv_find_avx2(const csv_contents *contents, const uint8_t *cell, uint32_t length) {
    __m256i mask = _mm256_loadu_si256((const __m256i *)csv_mask(length));
    __m256i head = _mm256_and_si256(_mm256_loadu_si256((const __m256i *)cell), mask), difference;
    size_t at = csv_hash_avx2(head) & (contents->slot_count - 1);
    CSV_PROBE((
        difference = _mm256_xor_si256(head, _mm256_loadu_si256((const __m256i *)slot->head)),
        _mm256_testz_si256(difference, difference)))
}

static CSV_AVX2 size_t csv_number_labels_avx2(
    const csv_contents *contents, const uint8_t *bytes, const uint64_t *words, size_t stride, size_t first,
    size_t row_count, int32_t *numbers) {
    return csv_number(contents, bytes, words, stride, first, row_count, numbers, 0, csv_find_avx2);
}

static CSV_AVX2 size_t csv_number_days_avx2(
    const csv_contents *contents, const uint8_t *bytes, const uint64_t *words, size_t stride, size_t first,
    size_t row_count, int32_t *numbers) {
    return csv_number(contents, bytes, words, stride, first, row_count, numbers, 1, csv_find_avx2);
}

static CSV_AVX2 size_t csv_hash_loaded(const uint64_t *head) {
    return csv_hash_avx2(_mm256_loadu_si256((const __m256i *)head));
}

static size_t csv_hash_of(const csv_contents *contents, const uint64_t *head) {
    return csv_uses_avx2(contents) ? csv_hash_loaded(head) : csv_hash_portable(head);
}
#else
static size_t csv_hash_of(const csv_contents *contents, const uint64_t *head) {
    (void)contents;
    return csv_hash_portable(head);
}
#endif

size_t csv_number_cells(
    const csv_contents *contents, const uint8_t *bytes, const uint64_t *words, size_t stride, size_t first,
    size_t row_count, int32_t *numbers) {
    // The compiler writes a loop for each case, none of which asks in every row which it is.
#if defined(__x86_64__)
    if (csv_uses_avx2(contents)) {
        return contents->day_only
            ? csv_number_days_avx2(contents, bytes, words, stride, first, row_count, numbers)
            : csv_number_labels_avx2(contents, bytes, words, stride, first, row_count, numbers);
    }
#endif
    return contents->day_only
        ? csv_number(contents, bytes, words, stride, first, row_count, numbers, 1, csv_find_portable)
        : csv_number(contents, bytes, words, stride, first, row_count, numbers, 0, csv_find_portable);
}

void csv_make_content(const uint8_t *bytes, uint64_t word, int day_only, csv_content_slot *content) {
    const uint8_t *cell = bytes + (word & 0xFFFFFFFF);
    content->length = csv_length(cell, (uint32_t)(word >> 32), day_only);
    const uint8_t *mask = csv_mask(content->length);
    for (int i = 0; i < 4; i++) content->head[i] = csv_eight(cell + 8 * i) & csv_eight(mask + 8 * i);
}

size_t csv_free_slot(const csv_contents *contents, const csv_content_slot *content) {
    size_t at = csv_hash_of(contents, content->head) & (contents->slot_count - 1);
    while (contents->slots[at].number >= 0) at = (at + 1) & (contents->slot_count - 1);
    return at;
}

/// The value of up to eight digits that stand in the upper bytes of a word, zeros in the others.
static inline __attribute__((always_inline)) uint64_t csv_eight_digits(uint64_t digits) {
    digits = digits * 10 + (digits >> 8);
    return ((digits & 0x000000FF000000FFull) * 0x000F424000000064ull
            + ((digits >> 16) & 0x000000FF000000FFull) * 0x0000271000000001ull) >> 32;
}

size_t csv_read_digits(
    const uint8_t *bytes, const uint64_t *words, size_t stride, size_t row_count, int64_t none, int64_t *values) {
    size_t others = 0;
    for (size_t row = 0; row < row_count; row++) {
        const uint8_t *cell = bytes + (words[row * stride] & 0xFFFFFFFF);
        uint32_t length = (uint32_t)(words[row * stride] >> 32);
        int64_t value = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        if (length - 1 < 8) {
            uint32_t shift = 64 - 8 * length;
            uint64_t digits = (csv_eight(cell) ^ 0x3030303030303030ull) << shift;
            int isOther = ((digits + 0x7676767676767676ull) | digits) >> 7 & 0x0101010101010101ull ? 1 : 0;
            value = isOther ? none : (int64_t)csv_eight_digits(digits);
            others += (size_t)isOther;
            values[row] = value;
            continue;
        }
#endif
        int isOther = length == 0 || length > 15;
        for (uint32_t at = 0; !isOther && at < length; at++) {
            uint8_t digit = (uint8_t)(cell[at] - 0x30);
            isOther = digit > 9;
            value = value * 10 + digit;
        }
        values[row] = isOther ? none : value;
        others += (size_t)isOther;
    }
    return others;
}
