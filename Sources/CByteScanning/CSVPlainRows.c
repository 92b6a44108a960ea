#include "CByteScanning.h"
#include "CSVColumns.h"

// A row is plain when the first byte in it that is neither content nor delimiter is a line end, and there are as many
// delimiters before as there should be. 64 bytes are looked at at once, beginning with each row anew: most rows are
// shorter, and a turn of the loop then does the same steps whatever the row holds.

typedef struct {
    /// A bit for each delimiter, and one for each line feed, carriage return and quotation mark.
    uint64_t delimiters, others;
} csv_marks;

static inline __attribute__((always_inline)) csv_marks csv_marks_portable(const uint8_t *bytes, uint8_t delimiter) {
    csv_marks marks = {0, 0};
#if defined(__SSE2__)
    __m128i d = _mm_set1_epi8((char)delimiter), lf = _mm_set1_epi8(0x0A), cr = _mm_set1_epi8(0x0D);
    __m128i quote = _mm_set1_epi8(0x22);
    for (int part = 0; part < 4; part++) {
        __m128i b = _mm_loadu_si128((const __m128i *)bytes + part);
        __m128i other = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(b, lf), _mm_cmpeq_epi8(b, cr)), _mm_cmpeq_epi8(b, quote));
        marks.delimiters |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, d)) << (16 * part);
        marks.others |= (uint64_t)(uint32_t)_mm_movemask_epi8(other) << (16 * part);
    }
#else
    for (int i = 0; i < 64; i++) {
        uint8_t byte = bytes[i];
        marks.delimiters |= (uint64_t)(byte == delimiter) << i;
        marks.others |= (uint64_t)(byte == 0x0A || byte == 0x0D || byte == 0x22) << i;
    }
#endif
    return marks;
}

typedef csv_marks (*csv_marking)(const uint8_t *, uint8_t);

static inline __attribute__((always_inline)) uint64_t csv_word(size_t start, size_t end) {
    return (uint64_t)start | (uint64_t)(end - start) << 32;
}

static inline __attribute__((always_inline)) size_t csv_read_rows(
    const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most_rows, csv_marking marks_of) {
    const uint8_t *bytes = layout->bytes;
    const size_t *columns = layout->columns;
    uint32_t *ends = layout->ends;
    const size_t count = layout->count, delimiter_count = layout->cell_count - 1, column_count = layout->column_count;
    const uint8_t delimiter = layout->delimiter;
    size_t start = *position, row = 0;
    for (; row < most_rows; row++) {
        size_t found = 0, at = start, end;
        for (;;) {
            if (at >= count) goto done;
            csv_marks marks = marks_of(bytes + at, delimiter);
            // The padding may hold anything.
            if (count - at < 64) marks.others &= ((uint64_t)1 << (count - at)) - 1;
            uint64_t delimiters = marks.delimiters;
            if (marks.others != 0) delimiters &= (marks.others & -marks.others) - 1;
            if (marks.others == 0 && count - at < 64) goto done;
            size_t more = (size_t)__builtin_popcountll(delimiters);
            if (found + more > delimiter_count) goto done;
            uint32_t *next = ends + found;
            found += more;
            while (delimiters != 0) {
                // Four at a time without asking whether there are so many: what is too much is overwritten.
                for (int i = 0; i < 4; i++) {
                    next[i] = (uint32_t)at + (uint32_t)__builtin_ctzll(delimiters | (uint64_t)1 << 63);
                    delimiters &= delimiters - 1;
                }
                next += 4;
            }
            if (marks.others != 0) {
                end = at + (size_t)__builtin_ctzll(marks.others);
                break;
            }
            at += 64;
        }
        uint8_t last = bytes[end];
        if (found != delimiter_count || last == 0x22 || end - start > layout->longest) goto done;
        ends[delimiter_count] = (uint32_t)end;
        *words++ = csv_word(start, end);
        for (size_t place = 0; place < column_count; place++) {
            size_t column = columns[place];
            *words++ = csv_word(column == 0 ? start : (size_t)ends[column - 1] + 1, ends[column]);
        }
        start = end + (last == 0x0D && end + 1 < count && bytes[end + 1] == 0x0A ? 2 : 1);
    }
done:
    *position = start;
    return row;
}

static size_t csv_read_rows_portable(const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most) {
    return csv_read_rows(layout, position, words, most, csv_marks_portable);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define CSV_AVX2 __attribute__((target("avx2,bmi,popcnt")))

static inline CSV_AVX2 csv_marks csv_marks_avx2(const uint8_t *bytes, uint8_t delimiter) {
    __m256i d = _mm256_set1_epi8((char)delimiter), lf = _mm256_set1_epi8(0x0A), cr = _mm256_set1_epi8(0x0D);
    __m256i quote = _mm256_set1_epi8(0x22);
    csv_marks marks = {0, 0};
    for (int part = 0; part < 2; part++) {
        __m256i b = _mm256_loadu_si256((const __m256i *)bytes + part);
        __m256i other = _mm256_or_si256(
            _mm256_or_si256(_mm256_cmpeq_epi8(b, lf), _mm256_cmpeq_epi8(b, cr)), _mm256_cmpeq_epi8(b, quote));
        marks.delimiters |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, d)) << (32 * part);
        marks.others |= (uint64_t)(uint32_t)_mm256_movemask_epi8(other) << (32 * part);
    }
    return marks;
}

static CSV_AVX2 size_t csv_read_rows_avx2(const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most) {
    return csv_read_rows(layout, position, words, most, csv_marks_avx2);
}

size_t csv_read_plain_rows(const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most_rows) {
    if (!layout->is_portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("popcnt")) {
        return csv_read_rows_avx2(layout, position, words, most_rows);
    }
    return csv_read_rows_portable(layout, position, words, most_rows);
}
#else
size_t csv_read_plain_rows(const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most_rows) {
    return csv_read_rows_portable(layout, position, words, most_rows);
}
#endif
