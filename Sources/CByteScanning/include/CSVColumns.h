// The loops over every row of a long CSV file: rows into cells, cells into numbers. Each says where it stopped, and
// what it stopped at is for the code in Swift that knows all cases.
#ifndef CSV_COLUMNS_H
#define CSV_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

/// How many places beyond the last cell of a row may be written.
#define CSV_CELL_END_PADDING 4

/// What `csv_read_plain_rows` reads.
typedef struct {
    /// The block, readable for `CSV_SCAN_PADDING` bytes beyond `count`.
    const uint8_t *bytes;
    size_t count;
    uint8_t delimiter;
    /// How many cells a plain row has; not 0.
    size_t cell_count;
    /// The most bytes of a row.
    size_t longest;
    /// The cells wanted, as indices below `cell_count`.
    const size_t *columns;
    size_t column_count;
    /// Room for the ends of a row's cells: `cell_count` and `CSV_CELL_END_PADDING` more.
    uint32_t *ends;
    /// Whether to do without the instructions that only some processors have; for tests.
    int is_portable;
} csv_plain_layout;

/// Reads rows that have just the cells expected, no quotation mark, and a line end, as long as they come and fit.
///
/// For each row one word for its content and one for each column is written: offset, and length from bit 32 up.
/// `position` is where the first row begins, and receives where the row begins that was not read.
size_t csv_read_plain_rows(const csv_plain_layout *layout, size_t *position, uint64_t *words, size_t most_rows);

/// A content that has a number: its first 32 bytes with zeros behind, its length, where the bytes beyond stand.
typedef struct {
    uint64_t head[4];
    uint32_t length;
    /// Negative when the slot is empty.
    int32_t number;
    uint32_t tail;
    uint32_t unused;
} csv_content_slot;

/// The contents of a column that have numbers.
typedef struct {
    /// A power of two of slots, of which some are empty.
    const csv_content_slot *slots;
    size_t slot_count;
    /// The bytes of all contents beyond the first 32 of each.
    const uint8_t *tails;
    /// Whether of a moment only the day counts.
    int day_only;
    /// Whether contents that are not there get no number.
    int is_full;
    /// The number they have then.
    int32_t too_many;
    /// Whether to do without the instructions that only some processors have; for tests.
    int is_portable;
} csv_contents;

/// Numbers the cells of a column, from row `first` on, up to the first content that is new.
///
/// `words` points to the column's word in the first row; the next row's is `stride` words on.
size_t csv_number_cells(
    const csv_contents *contents, const uint8_t *bytes, const uint64_t *words, size_t stride, size_t first,
    size_t row_count, int32_t *numbers);

/// Sets what the slot of a cell's content holds, but for number and tail.
void csv_make_content(const uint8_t *bytes, uint64_t word, int day_only, csv_content_slot *content);

/// The empty slot for a content that has none.
size_t csv_free_slot(const csv_contents *contents, const csv_content_slot *content);

/// Reads cells of one to fifteen ASCII digits, and sets all others to `none`. Returns how many others there are.
size_t csv_read_digits(
    const uint8_t *bytes, const uint64_t *words, size_t stride, size_t row_count, int64_t none, int64_t *values);

#endif
