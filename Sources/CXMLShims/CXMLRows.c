#include "CXMLRows.h"

#include "CXMLContext.h"

#include <stdlib.h>
#include <string.h>

/* To whoever changes this: when in doubt, refuse. A refused document is read from its beginning by the slow reader,
   which knows every rule; this one only has to be right about documents in which nothing is odd. */

enum { MOST_KNOWN_NAMES = 64 };

/* A child's name, which libxml2 keeps at one address as long as the parser lives, and the field it is. */
typedef struct {
    const xmlChar *address;
    int field;
} KnownName;

struct CXMLRows {
    xmlParserCtxtPtr context;
    CXMLRowsShape shape;
    CXMLRowsLimits limits;
    int isRefused;

    size_t depth;
    size_t matchedSteps;
    int isInRecord;
    int fieldOpen;
    size_t textLength;
    uint32_t otherNames;
    uint32_t *positions;

    KnownName known[MOST_KNOWN_NAMES];
    int knownCount;

    unsigned char *bytes;
    size_t byteCount, byteRoom;
    uint64_t *words;
    uint32_t *lines, *rowPositions;
    size_t rowCount, rowRoom;
    size_t recordStart, valueStart;

    char *unmapped;
    size_t unmappedLength, unmappedRoom;
    long unmappedRow;
    int hasUnmapped;
};

static void refuse(CXMLRows *rows) {
    if (rows->isRefused) return;
    rows->isRefused = 1;
    xmlStopParser(rows->context);
}

static size_t wordsPerRow(const CXMLRows *rows) { return rows->shape.fieldCount + 1; }

/* Makes room for one more row; 0 when memory is out. */
static int makeRoomForRow(CXMLRows *rows) {
    if (rows->rowCount < rows->rowRoom) return 1;
    size_t room = rows->rowRoom == 0 ? 1024 : rows->rowRoom * 2;
    uint64_t *words = realloc(rows->words, room * wordsPerRow(rows) * sizeof(uint64_t));
    if (words != NULL) rows->words = words;
    uint32_t *lines = realloc(rows->lines, room * wordsPerRow(rows) * sizeof(uint32_t));
    if (lines != NULL) rows->lines = lines;
    uint32_t *positions = realloc(rows->rowPositions, room * rows->shape.stepCount * sizeof(uint32_t));
    if (positions != NULL) rows->rowPositions = positions;
    if (words == NULL || lines == NULL || positions == NULL) return 0;
    rows->rowRoom = room;
    return 1;
}

static void append(CXMLRows *rows, const unsigned char *bytes, size_t count) {
    if (rows->byteRoom - rows->byteCount < count) {
        size_t room = (rows->byteCount + count) * 2 + 4096;
        unsigned char *grown = room > UINT32_MAX ? NULL : realloc(rows->bytes, room);
        if (grown == NULL) return refuse(rows);
        rows->bytes = grown;
        rows->byteRoom = room;
    }
    memcpy(rows->bytes + rows->byteCount, bytes, count);
    rows->byteCount += count;
}

static int isSpace(unsigned char byte) { return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D; }

/* Ends a value at the end of the bytes, white space at both ends taken off. */
static void setValue(CXMLRows *rows, int field, size_t start) {
    size_t end = rows->byteCount;
    while (start < end && isSpace(rows->bytes[start])) start++;
    while (end > start && isSpace(rows->bytes[end - 1])) end--;
    rows->words[rows->rowCount * wordsPerRow(rows) + 1 + (size_t)field] = (uint64_t)start | (uint64_t)(end - start) << 32;
}

static uint32_t *fieldLine(CXMLRows *rows, int field) {
    return &rows->lines[rows->rowCount * wordsPerRow(rows) + 1 + (size_t)field];
}

/* Remembers a name that no field uses, of the first record that has any. */
static void noteUnmapped(CXMLRows *rows, const char *sign, const xmlChar *name) {
    if (rows->hasUnmapped && rows->unmappedRow != (long)rows->rowCount) return;
    if (rows->hasUnmapped == 2) return;
    rows->hasUnmapped = 1;
    rows->unmappedRow = (long)rows->rowCount;
    size_t length = strlen(sign) + strlen((const char *)name) + 1;
    if (rows->unmappedLength + length > rows->unmappedRoom) return refuse(rows);
    strcpy(rows->unmapped + rows->unmappedLength, sign);
    strcat(rows->unmapped + rows->unmappedLength, (const char *)name);
    rows->unmappedLength += length;
}

static int fieldNamed(CXMLRows *rows, const xmlChar *name, int isAttribute) {
    for (size_t field = 0; field < rows->shape.fieldCount; field++) {
        if (rows->shape.fields[field].isAttribute == isAttribute
            && strcmp(rows->shape.fields[field].name, (const char *)name) == 0) return (int)field;
    }
    return -1;
}

static int fieldOfChild(CXMLRows *rows, const xmlChar *name) {
    for (int at = 0; at < rows->knownCount; at++) {
        if (rows->known[at].address == name) return rows->known[at].field;
    }
    int field = fieldNamed(rows, name, 0);
    if (rows->knownCount < MOST_KNOWN_NAMES) rows->known[rows->knownCount++] = (KnownName){name, field};
    return field;
}

static void beginRecord(CXMLRows *rows, int attributeCount, const xmlChar **attributes) {
    if (!makeRoomForRow(rows)) return refuse(rows);
    size_t row = rows->rowCount;
    long line = CXMLLineOfStartTag(rows->context);
    if (line <= 0 || line >= INT32_MAX) return refuse(rows);
    memset(&rows->words[row * wordsPerRow(rows)], 0, wordsPerRow(rows) * sizeof(uint64_t));
    memset(&rows->lines[row * wordsPerRow(rows)], 0, wordsPerRow(rows) * sizeof(uint32_t));
    memcpy(&rows->rowPositions[row * rows->shape.stepCount], rows->positions, rows->shape.stepCount * sizeof(uint32_t));
    rows->lines[row * wordsPerRow(rows)] = (uint32_t)line;
    rows->recordStart = rows->byteCount;
    rows->isInRecord = 1;
    rows->fieldOpen = -1;
    for (int at = 0; at < attributeCount; at++) {
        const xmlChar **attribute = attributes + 5 * at;
        /* Of two attributes that differ by namespace the plain one counts; that is for the slow reader. */
        if (attribute[1] != NULL || attribute[2] != NULL) return refuse(rows);
        int field = fieldNamed(rows, attribute[0], 1);
        if (field < 0) {
            noteUnmapped(rows, "@", attribute[0]);
            continue;
        }
        size_t start = rows->byteCount;
        append(rows, attribute[3], (size_t)(attribute[4] - attribute[3]));
        if (rows->isRefused) return;
        setValue(rows, field, start);
        *fieldLine(rows, field) = (uint32_t)line;
    }
}

static void beginChild(CXMLRows *rows, const xmlChar *name) {
    int field = fieldOfChild(rows, name);
    if (field < 0) return noteUnmapped(rows, "", name);
    long line = CXMLLineOfStartTag(rows->context);
    if (line <= 0 || line >= INT32_MAX || *fieldLine(rows, field) != 0) return refuse(rows);
    *fieldLine(rows, field) = (uint32_t)line;
    rows->fieldOpen = field;
    rows->valueStart = rows->byteCount;
}

static void onStart(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes
) {
    CXMLRows *rows = data;
    (void)prefix; (void)uri; (void)namespaceCount; (void)namespaces; (void)defaultedCount;
    if (rows->isRefused) return;
    rows->textLength = 0;
    rows->depth++;
    if (rows->depth > rows->limits.depth || (size_t)attributeCount > rows->limits.attributes) return refuse(rows);
    for (int at = 0; at < attributeCount; at++) {
        if ((size_t)(attributes[5 * at + 4] - attributes[5 * at + 3]) > rows->limits.textBytes) return refuse(rows);
    }
    if (rows->isInRecord) {
        /* Text around a child of a field's element belongs to the value in pieces. */
        if (rows->fieldOpen >= 0) return refuse(rows);
        if (rows->depth == rows->shape.stepCount + 1) beginChild(rows, name);
        return;
    }
    if (rows->depth != rows->matchedSteps + 1 || rows->matchedSteps >= rows->shape.stepCount) return;
    if (strcmp(rows->shape.steps[rows->matchedSteps], (const char *)name) != 0) {
        /* Beyond some thousand names the slow reader stops counting siblings. */
        if (++rows->otherNames > 4000) refuse(rows);
        return;
    }
    rows->positions[rows->matchedSteps]++;
    rows->matchedSteps++;
    if (rows->matchedSteps == rows->shape.stepCount) {
        beginRecord(rows, attributeCount, attributes);
    } else {
        rows->positions[rows->matchedSteps] = 0;
    }
}

static void onEnd(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    CXMLRows *rows = data;
    (void)name; (void)prefix; (void)uri;
    if (rows->isRefused) return;
    rows->textLength = 0;
    rows->depth--;
    if (rows->isInRecord) {
        if (rows->fieldOpen >= 0) {
            setValue(rows, rows->fieldOpen, rows->valueStart);
            rows->fieldOpen = -1;
        } else if (rows->depth < rows->shape.stepCount) {
            rows->words[rows->rowCount * wordsPerRow(rows)] =
                (uint64_t)rows->recordStart | (uint64_t)(rows->byteCount - rows->recordStart) << 32;
            rows->isInRecord = 0;
            rows->rowCount++;
            rows->matchedSteps--;
            /* The names are those of one record only. */
            if (rows->hasUnmapped == 1 && rows->unmappedRow + 1 == (long)rows->rowCount) rows->hasUnmapped = 2;
        }
    } else if (rows->depth < rows->matchedSteps) {
        rows->matchedSteps--;
    }
}

static void onText(void *data, const xmlChar *bytes, int count) {
    CXMLRows *rows = data;
    if (rows->isRefused) return;
    rows->textLength += (size_t)count;
    if (rows->textLength > rows->limits.textBytes) return refuse(rows);
    if (rows->fieldOpen >= 0) append(rows, bytes, (size_t)count);
}

static void onDoctype(void *data, const xmlChar *name, const xmlChar *publicID, const xmlChar *systemID) {
    (void)name; (void)publicID; (void)systemID;
    refuse(data);
}

static void onProblem(void *data, CXMLErrorPointer error) {
    if (error != NULL) refuse(data);
}

CXMLRows *CXMLRowsCreate(CXMLRowsShape shape, CXMLRowsLimits limits) {
    CXMLRows *rows = calloc(1, sizeof(CXMLRows));
    if (rows == NULL) return NULL;
    rows->shape = shape;
    rows->limits = limits;
    rows->fieldOpen = -1;
    rows->unmappedRoom = 16 * 1024;
    rows->unmapped = calloc(1, rows->unmappedRoom);
    rows->positions = calloc(shape.stepCount, sizeof(uint32_t));

    xmlSAXHandler handler = CXMLHandler(onStart, onEnd, onText, onDoctype, onProblem);
    rows->context = CXMLContextCreate(&handler, rows);
    if (rows->context == NULL || rows->unmapped == NULL || rows->positions == NULL || !makeRoomForRow(rows)) {
        CXMLRowsFree(rows);
        return NULL;
    }
    return rows;
}

int CXMLRowsFeed(CXMLRows *rows, const unsigned char *bytes, int count) {
    if (rows->isRefused) return 0;
    xmlParseChunk(rows->context, (const char *)bytes, count, 0);
    xmlParserInputPtr input = rows->context->input;
    if (input != NULL && input->cur != NULL && input->end > input->cur) {
        /* An endless tag, comment or reference: the slow reader knows what to say of it. */
        size_t waiting = (size_t)(input->end - input->cur);
        if (waiting > 16 * 1024 || (waiting > 64 && *input->cur == '&')) rows->isRefused = 1;
    }
    return !rows->isRefused;
}

int CXMLRowsFinish(CXMLRows *rows) {
    if (!rows->isRefused) xmlParseChunk(rows->context, NULL, 0, 1);
    return !rows->isRefused && rows->context->wellFormed && rows->depth == 0;
}

CXMLRowsTable CXMLRowsTake(CXMLRows *rows) {
    CXMLRowsTable table = {rows->bytes, rows->words, rows->lines, rows->rowPositions, rows->rowCount, 0, NULL, 0, -1};
    table.byteCount = rows->isInRecord ? rows->recordStart : rows->byteCount;
    if (rows->hasUnmapped == 2) {
        table.unmapped = rows->unmapped;
        table.unmappedLength = rows->unmappedLength;
        table.unmappedRow = rows->unmappedRow;
    }
    return table;
}

void CXMLRowsClear(CXMLRows *rows) {
    size_t row = rows->rowCount, width = wordsPerRow(rows);
    size_t start = rows->isInRecord ? rows->recordStart : rows->byteCount;
    if (rows->isInRecord) {
        /* The record that is being read moves to the front. */
        memmove(rows->bytes, rows->bytes + start, rows->byteCount - start);
        memmove(rows->words, rows->words + row * width, width * sizeof(uint64_t));
        memmove(rows->lines, rows->lines + row * width, width * sizeof(uint32_t));
        memmove(
            rows->rowPositions, rows->rowPositions + row * rows->shape.stepCount,
            rows->shape.stepCount * sizeof(uint32_t));
        for (size_t at = 1; at < width; at++) {
            if (rows->words[at] >> 32 != 0) rows->words[at] -= start;
            else rows->words[at] = 0;
        }
        rows->recordStart = 0;
        rows->valueStart -= rows->valueStart >= start ? start : rows->valueStart;
    }
    rows->byteCount -= start;
    rows->rowCount = 0;
    if (rows->hasUnmapped) rows->unmappedRow -= (long)row;
}

void CXMLRowsFree(CXMLRows *rows) {
    if (rows == NULL) return;
    if (rows->context != NULL) {
        if (rows->context->myDoc != NULL) {
            xmlFreeDoc(rows->context->myDoc);
            rows->context->myDoc = NULL;
        }
        xmlFreeParserCtxt(rows->context);
    }
    free(rows->bytes);
    free(rows->words);
    free(rows->lines);
    free(rows->rowPositions);
    free(rows->positions);
    free(rows->unmapped);
    free(rows);
}
