/* What both parsers of this folder stand on; seen by nobody else. */
#ifndef CXMLCONTEXT_H
#define CXMLCONTEXT_H

#include <libxml/xmlversion.h>
/* ICU's headers, which libxml2's encoding.h pulls in with this set, clash with Foundation's. No structure that
   depends on it is touched here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *CXMLErrorPointer;
#else
typedef xmlErrorPtr CXMLErrorPointer;
#endif

/* A handler with nothing in it but what every document needs. Every slot left empty is a thing that cannot happen: no
   entity is looked up, no DTD opened. */
xmlSAXHandler CXMLHandler(
    startElementNsSAX2Func onStart, endElementNsSAX2Func onEnd, charactersSAXFunc onText,
    internalSubsetSAXFunc onDoctype, xmlStructuredErrorFunc onProblem);

/* A push parser that opens nothing and believes no encoding but UTF-8; NULL when there is no memory. */
xmlParserCtxtPtr CXMLContextCreate(xmlSAXHandler *handler, void *data);

/* The line on which the start tag just parsed began; 0 when that cannot be told. */
long CXMLLineOfStartTag(xmlParserCtxtPtr context);

#endif
