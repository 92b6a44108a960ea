#include <stdlib.h>
#include <zlib.h>

/* Swift cannot call zlib's macros. The stream lives on the heap because zlib keeps its address. */

static inline z_stream *CZlibGzipOpen(void) {
    z_stream *stream = calloc(1, sizeof(z_stream));
    if (stream == NULL) return NULL;
    /* 16 more than the window's size asks for a gzip header and trailer, checksum and length checked. */
    if (inflateInit2(stream, 15 + 16) != Z_OK) {
        free(stream);
        return NULL;
    }
    return stream;
}

static inline void CZlibGzipClose(z_stream *stream) {
    inflateEnd(stream);
    free(stream);
}
