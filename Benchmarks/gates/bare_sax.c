/* Reads an XML file with libxml2's SAX interface and handlers that do nothing: the least that reading it can cost.

       bare_sax FILE OUTPUT      OUTPUT receives how many elements there were */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long elements;

static void onStart(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes
) {
    (void)data; (void)name; (void)prefix; (void)uri; (void)namespaceCount; (void)namespaces; (void)attributeCount;
    (void)defaultedCount; (void)attributes;
    elements++;
}

static void onEnd(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)data; (void)name; (void)prefix; (void)uri;
}

static void onText(void *data, const xmlChar *bytes, int count) { (void)data; (void)bytes; (void)count; }

int main(int count, char **arguments) {
    static char bytes[65536];
    if (count != 3) return 2;
    FILE *file = fopen(arguments[1], "rb"), *output = fopen(arguments[2], "w");
    if (file == NULL || output == NULL) return 2;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = onStart;
    handler.endElementNs = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    size_t read;
    while ((read = fread(bytes, 1, sizeof bytes, file)) > 0) {
        if (xmlParseChunk(context, bytes, (int)read, 0) != 0) return 1;
    }
    if (xmlParseChunk(context, NULL, 0, 1) != 0) return 1;
    fprintf(output, "%ld\n", elements);
    return fclose(output) == 0 ? 0 : 2;
}
