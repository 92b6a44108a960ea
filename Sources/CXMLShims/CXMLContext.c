#include "CXMLContext.h"

#include <string.h>

xmlSAXHandler CXMLHandler(
    startElementNsSAX2Func onStart, endElementNsSAX2Func onEnd, charactersSAXFunc onText,
    internalSubsetSAXFunc onDoctype, xmlStructuredErrorFunc onProblem
) {
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = onStart;
    handler.endElementNs = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    handler.cdataBlock = onText;
    handler.internalSubset = onDoctype;
    handler.serror = onProblem;
    return handler;
}

xmlParserCtxtPtr CXMLContextCreate(xmlSAXHandler *handler, void *data) {
    xmlInitParser();
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(handler, data, NULL, 0, NULL);
    if (context != NULL) xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    return context;
}

/* The parser stands behind the tag's attributes; a raw `<` cannot stand inside a tag, so the nearest one before is the
   tag's own. */
long CXMLLineOfStartTag(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    if (input == NULL) return 0;
    long line = input->line;
    const xmlChar *position = input->cur;
    while (position > input->base) {
        position--;
        if (*position == '<') return line;
        if (*position == '\n') line--;
    }
    return input->line;
}
