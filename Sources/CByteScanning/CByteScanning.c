#include "CByteScanning.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void memory_keep_freed(void) {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 32 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}
