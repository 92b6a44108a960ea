#include "CByteScanning.h"
