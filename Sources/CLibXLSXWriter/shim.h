/* The whole library: unlike libxml2's, its headers pull in nothing but the C library's. */
#include <xlsxwriter.h>
