#include "CXMLShims.h"

#include "CXMLContext.h"

#include <stdlib.h>
#include <string.h>

struct CXMLParser {
    xmlParserCtxtPtr context;
    CXMLCallbacks callbacks;
    void *room;
};

static long currentLine(CXMLParser *parser) {
    xmlParserInputPtr input = parser->context->input;
    return input ? input->line : 0;
}

static void onStart(
    void *data, const xmlChar *localName, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes
) {
    CXMLParser *parser = data;
    (void)namespaceCount; (void)namespaces; (void)defaultedCount;
    parser->callbacks.start(
        parser->room, localName, prefix, uri, attributeCount, (const CXMLAttribute *)attributes,
        CXMLLineOfStartTag(parser->context));
}

static void onEnd(void *data, const xmlChar *localName, const xmlChar *prefix, const xmlChar *uri) {
    CXMLParser *parser = data;
    (void)prefix; (void)uri;
    parser->callbacks.end(parser->room, localName, currentLine(parser));
}

static void onText(void *data, const xmlChar *bytes, int count) {
    CXMLParser *parser = data;
    parser->callbacks.text(parser->room, bytes, count);
}

static void onDoctype(void *data, const xmlChar *name, const xmlChar *publicID, const xmlChar *systemID) {
    CXMLParser *parser = data;
    parser->callbacks.doctype(parser->room, name, publicID, systemID, currentLine(parser));
}

static void onEntity(
    void *data, const xmlChar *name, int type, const xmlChar *publicID, const xmlChar *systemID, xmlChar *content
) {
    CXMLParser *parser = data;
    (void)type; (void)publicID; (void)systemID; (void)content;
    parser->callbacks.entity(parser->room, name, currentLine(parser));
}

static void onUnparsedEntity(
    void *data, const xmlChar *name, const xmlChar *publicID, const xmlChar *systemID, const xmlChar *notation
) {
    CXMLParser *parser = data;
    (void)publicID; (void)systemID; (void)notation;
    parser->callbacks.entity(parser->room, name, currentLine(parser));
}

static void onProblem(void *data, CXMLErrorPointer error) {
    CXMLParser *parser = data;
    if (error == NULL) return;
    CXMLProblem problem;
    problem.message = error->message;
    /* A reference to an unknown entity is only a warning beside an outside DTD; its text would be lost. */
    problem.isFatal = error->level == XML_ERR_FATAL || error->code == XML_WAR_UNDECLARED_ENTITY
        || error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_ERR_NO_MEMORY;
    /* Mere warnings concern taste, such as a namespace that is no absolute address. */
    if (!problem.isFatal && error->level < XML_ERR_ERROR) return;
    problem.isWithoutRoot = error->code == XML_ERR_DOCUMENT_EMPTY;
    xmlParserInputPtr input = parser->context->input;
    problem.isAtEnd = error->code == XML_ERR_DOCUMENT_END || input == NULL || input->cur >= input->end;
    problem.line = error->line;
    problem.column = error->int2;
    parser->callbacks.problem(parser->room, problem);
}

CXMLParser *CXMLParserCreate(CXMLCallbacks callbacks, void *room) {
    CXMLParser *parser = calloc(1, sizeof(CXMLParser));
    if (parser == NULL) return NULL;
    parser->callbacks = callbacks;
    parser->room = room;

    xmlSAXHandler handler = CXMLHandler(onStart, onEnd, onText, onDoctype, onProblem);
    handler.entityDecl = onEntity;
    handler.unparsedEntityDecl = onUnparsedEntity;
    parser->context = CXMLContextCreate(&handler, parser);
    if (parser->context == NULL) {
        free(parser);
        return NULL;
    }
    return parser;
}

void CXMLParserFeed(CXMLParser *parser, const unsigned char *bytes, int count) {
    xmlParseChunk(parser->context, (const char *)bytes, count, 0);
}

void CXMLParserFinish(CXMLParser *parser) {
    xmlParseChunk(parser->context, NULL, 0, 1);
}

void CXMLParserStop(CXMLParser *parser) {
    xmlStopParser(parser->context);
}

CXMLPending CXMLParserPending(CXMLParser *parser) {
    CXMLPending pending = {NULL, 0, 0};
    xmlParserInputPtr input = parser->context->input;
    if (input == NULL || input->cur == NULL || input->end <= input->cur) return pending;
    pending.bytes = input->cur;
    pending.count = (size_t)(input->end - input->cur);
    pending.line = input->line;
    return pending;
}

void CXMLParserFree(CXMLParser *parser) {
    if (parser == NULL) return;
    /* An entity declaration leaves a small document behind even without a tree. */
    if (parser->context->myDoc != NULL) {
        xmlFreeDoc(parser->context->myDoc);
        parser->context->myDoc = NULL;
    }
    xmlFreeParserCtxt(parser->context);
    free(parser);
}
