/* Records of a plain XML document as rows of bytes, without a call into Swift for each element.

   Plain means: a path of names leads to the records, and each field is an attribute of the record or the text of a
   child. Everything else, every fault and every limit reached, is refused: the document must then be read anew by the
   reader that knows all rules. All text is UTF-8. */
#ifndef CXMLROWS_H
#define CXMLROWS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct CXMLRows CXMLRows;

/* A field: an attribute of the record element, or a child of it, by its local name. */
typedef struct {
    const char *name;
    int isAttribute;
} CXMLRowsField;

/* What is a record, and where its fields stand. Must live as long as the reader. */
typedef struct {
    const char *_Nonnull const *_Nonnull steps;
    size_t stepCount;
    const CXMLRowsField *fields;
    size_t fieldCount;
} CXMLRowsShape;

/* What more than is refused. */
typedef struct {
    size_t depth;
    size_t attributes;
    size_t textBytes;
} CXMLRowsLimits;

/* The rows read so far, valid until the next feed or clear.

   `words`: for each row one word for its bytes and one a field: offset, and length from bit 32 up.
   `lines`: for each row the line of the record and of each field's element (1-based), 0 for a field that is not there.
   `positions`: for each row the place of each element of its path among siblings of its name (1-based).
   `unmapped`: names without a field, each ended by a zero, attributes behind an @, of the first record that had any,
   which is `unmappedRow` of this table, or a negative number when it came in an earlier one. */
typedef struct {
    const unsigned char *_Nullable bytes;
    const uint64_t *_Nullable words;
    const uint32_t *_Nullable lines;
    const uint32_t *_Nullable positions;
    size_t rowCount;
    size_t byteCount;
    const char *_Nullable unmapped;
    size_t unmappedLength;
    long unmappedRow;
} CXMLRowsTable;

/* Makes a reader; NULL when memory is out. */
CXMLRows *_Nullable CXMLRowsCreate(CXMLRowsShape shape, CXMLRowsLimits limits);

/* Parses as much of the bytes as is complete; 0 when the document is refused. */
int CXMLRowsFeed(CXMLRows *rows, const unsigned char *bytes, int count);

/* Says that no more bytes come; 0 when the document is refused. */
int CXMLRowsFinish(CXMLRows *rows);

/* The whole rows so far. */
CXMLRowsTable CXMLRowsTake(CXMLRows *rows);

/* Forgets them. */
void CXMLRowsClear(CXMLRows *rows);

/* Frees the reader and everything it holds. */
void CXMLRowsFree(CXMLRows *_Nullable rows);

#pragma clang assume_nonnull end

#endif
