/* Only the version: the library's full headers pull in ICU's, which clash with Foundation's.
   CXMLShims includes the rest in its own C file, where nobody else sees it. */
#include <libxml/xmlversion.h>
