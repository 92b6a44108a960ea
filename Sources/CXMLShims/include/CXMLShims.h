/* libxml2's push parser behind six callbacks and plain C types.

   Nothing of libxml2 shows here, so that Swift code never imports its headers. All text is UTF-8. A callback
   may call CXMLParserStop; no callback may unwind through the parser. */
#ifndef CXMLSHIMS_H
#define CXMLSHIMS_H

#include <stddef.h>

#include "CXMLRows.h"

#pragma clang assume_nonnull begin

typedef struct CXMLParser CXMLParser;

/* One attribute, in the layout libxml2 hands them over; the value ends before `valueEnd`. */
typedef struct {
    const unsigned char *localName;
    const unsigned char *_Nullable prefix;
    const unsigned char *_Nullable namespaceURI;
    const unsigned char *value;
    const unsigned char *valueEnd;
} CXMLAttribute;

/* What libxml2 says went wrong. `message` lives only during the callback; `line` and `column` are 1-based. */
typedef struct {
    const char *_Nullable message;
    int isFatal;
    /* There was no start tag to begin with: nothing at all, or something that is not XML. */
    int isWithoutRoot;
    /* The parser ran out of bytes: nothing follows the place of the problem. */
    int isAtEnd;
    int line;
    int column;
} CXMLProblem;

/* `room` is the pointer given to CXMLParserCreate. Names live as long as the parser, and the same name is
   always the same pointer; text and attribute values live only during the callback. */
typedef struct {
    void (*start)(
        void *room, const unsigned char *localName, const unsigned char *_Nullable prefix,
        const unsigned char *_Nullable namespaceURI, int attributeCount, const CXMLAttribute *_Nullable attributes,
        long line);
    void (*end)(void *room, const unsigned char *localName, long line);
    void (*text)(void *room, const unsigned char *bytes, int count);
    void (*doctype)(
        void *room, const unsigned char *name, const unsigned char *_Nullable publicID,
        const unsigned char *_Nullable systemID, long line);
    void (*entity)(void *room, const unsigned char *name, long line);
    void (*problem)(void *room, CXMLProblem problem);
} CXMLCallbacks;

/* Makes a parser for UTF-8 bytes; the document's own encoding declaration is ignored. NULL when memory is out. */
CXMLParser *_Nullable CXMLParserCreate(CXMLCallbacks callbacks, void *room);

/* Parses as much of the bytes as is complete. */
void CXMLParserFeed(CXMLParser *parser, const unsigned char *bytes, int count);

/* Says that no more bytes come. */
void CXMLParserFinish(CXMLParser *parser);

/* Ends parsing: no callback comes any more. May be called from a callback. */
void CXMLParserStop(CXMLParser *parser);

/* The bytes fed and not yet parsed, an incomplete tag, comment or reference, and the line where they begin (1-based). */
typedef struct {
    const unsigned char *_Nullable bytes;
    size_t count;
    long line;
} CXMLPending;

/* What the parser waits with; valid until the next feed. */
CXMLPending CXMLParserPending(CXMLParser *parser);

/* Frees the parser and everything it holds. */
void CXMLParserFree(CXMLParser *parser);

#pragma clang assume_nonnull end

#endif
